"""Damages transcripts of every format at random and reads them: nothing but a refusal may come.

    python benchmarks/fuzz_readers.py --seconds 60 [--seed 1] [FOLDER ...]

Without folders the repository's own transcripts are damaged. Ends with 1 after a crash or a
file that took longer than 10 s; what caused it is written to ``fuzz-N.bin`` here.
"""

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

from assistant.domain.errors import BadInput
from assistant.ingest.own_json import as_json_text
from assistant.ingest.reading import read_bytes

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
LARGEST = 200_000
SLOWEST = 10.0
PIECES = (
    b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\n\n", b"<", b"</v>", b"<v ", b"-->",
    b"99:99:99", b"100:00:00.000 --> 0:0:0.0", b"\x1b[31m", b"[bold]", b"\xe2\x80\xae", b"{", b"}",
    b"[", b"]", b'"', b"\\ud800", b"\\u0000", b"&#x110000;", b"&lt;", b"WEBVTT", b": ", b"\t",
    b"1e999", b"null", b"-1", b",", b"# ", b"<!DOCTYPE a>", b"]]>", b"PK\x03\x04", b"=1+1",
    b"\xf0\x9f\x99", b"9" * 40,
)  # fmt: skip


def main() -> int:
    """Fuzz, print the figures, and return the exit code."""
    options = _options()
    chance = random.Random(options.seed)  # noqa: S311 - the same again
    files = _files(options.folders or [TRANSCRIPTS / "formats", TRANSCRIPTS / "samples"])
    tried = refused = bad = 0
    slowest, end = 0.0, time.monotonic() + options.seconds
    while time.monotonic() < end:
        data = damaged(chance.choice(files), chance)
        tried += 1
        began = time.process_time()
        try:
            as_json_text(read_bytes(data, name="fuzz")).encode("utf-8")
        except BadInput:
            refused += 1
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            bad = _keep(data, bad)
            traceback.print_exc()
        took = time.process_time() - began
        slowest = max(slowest, took)
        if took > SLOWEST:
            bad = _keep(data, bad)
    print(f"inputs {tried}, refused {refused}, crashes or hangs {bad}, slowest {slowest:.2f} s")
    return 1 if bad else 0


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to six cuts, insertions, repetitions, or changed bytes."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(data))
        upto = min(len(data), at + chance.randint(0, 60))
        match chance.randrange(6):
            case 0:
                data = data[:at] + data[upto:]
            case 1:
                data = data[:at] + chance.choice(PIECES) + data[at:]
            case 2:
                data = data[:upto] + data[at:upto] * chance.randint(1, 50) + data[upto:]
            case 3:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 4:
                data = data[:at] + chance.choice(PIECES) + data[upto:]
            case _:
                data = data[:at] if chance.random() < 0.2 else data[:upto] + data[at:]
    return data


def _files(folders: list[Path]) -> list[bytes]:
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path.read_bytes()[:LARGEST] for path in paths]


def _keep(data: bytes, number: int) -> int:
    Path(f"fuzz-{number}.bin").write_bytes(data)
    return number + 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Damage transcripts at random and read them.")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folders", nargs="*", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
