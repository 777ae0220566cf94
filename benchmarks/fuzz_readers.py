"""Damages transcripts of every format at random and reads them: nothing but a refusal may come.

    python benchmarks/fuzz_readers.py --seconds 60 [--seed 1] [FOLDER ...]

Without folders the repository's own transcripts are damaged: their bytes; the values of JSON;
the text inside Word files. Ends with 1 after a crash or a file that took longer than 10 s;
what caused it is written to ``fuzz-N.bin`` here. A file that hangs is told, with the place in
the code, after half an hour.
"""

import argparse
import faulthandler
import io
import json
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from assistant.domain.errors import BadInput
from assistant.ingest.own_json import as_json_text
from assistant.ingest.reading import read_bytes

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
LARGEST = 200_000
SLOWEST = 10.0
HANGS = 1800.0
REPORT_EVERY = 1_000
MOST_PLACES = 5_000
WORD_PART = "word/document.xml"
PIECES = (
    b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\n\n", b"<", b"</v>", b"<v ", b"-->",
    b"99:99:99", b"100:00:00.000 --> 0:0:0.0", b"\x1b[31m", b"[bold]", b"\xe2\x80\xae", b"{", b"}",
    b"[", b"]", b'"', b"\\ud800", b"\\u0000", b"&#x110000;", b"&lt;", b"WEBVTT", b": ", b"\t",
    b"1e999", b"null", b"-1", b",", b"# ", b"<!DOCTYPE a>", b"]]>", b"PK\x03\x04", b"=1+1",
    b"\xf0\x9f\x99", b"9" * 40, b"AE", b"Prospect: ", b"From A to B: (12:31 PM)", b"**A:** ",
    b"\xe2\x80\xa8", b"<w:p>", b"<w:br/>", b"00:12:03", b"(((", b"\xc2\xa0",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, -1, 0.5, 1e300, float("nan"), float("inf"), 10**30, "", "x", "\ud800", "a\0b",
    "99:99", "12", "=1+1", "\u202e", [], {}, [None], [[]], [{}], {"a": 1}, {"name": {}},
    "2026-99-99T",
)  # fmt: skip


def main() -> int:
    """Fuzz, print the figures, and return the exit code."""
    options = _options()
    chance = random.Random(options.seed)  # noqa: S311 - the same again
    files = _files(options.folders or [TRANSCRIPTS / "formats", TRANSCRIPTS / "samples"])
    formats: Counter[str] = Counter()
    bad, slowest, end = 0, 0.0, time.monotonic() + options.seconds
    while time.monotonic() < end:
        data = damaged(chance.choice(files), chance)
        faulthandler.dump_traceback_later(HANGS, exit=True)
        began = time.process_time()
        try:
            formats[_read(data)] += 1
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            bad = _keep(data, bad)
            traceback.print_exc()
        took = time.process_time() - began
        slowest = max(slowest, took)
        if took > SLOWEST:
            bad = _keep(data, bad)
        if formats.total() % REPORT_EVERY == 0:
            _report(formats, bad, slowest)
    faulthandler.cancel_dump_traceback_later()
    _report(formats, bad, slowest)
    return 1 if bad else 0


def damaged(data: bytes, chance: random.Random) -> bytes:
    """What a transcript becomes by one to six changes of its bytes, values, or inner text."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _with_part(data, _damaged_bytes(_part_of(data), chance))
    if data.startswith((b"{", b"[")) and chance.random() < 0.7:
        return _damaged_json(data, chance)
    return _damaged_bytes(data, chance)


def _read(data: bytes) -> str:
    """The format that the bytes are read as, or ``refused``; writing it back has to work too."""
    try:
        transcript = read_bytes(data, name="fuzz", chat=True)
    except BadInput:
        return "refused"
    as_json_text(transcript).encode("utf-8")
    return transcript.format


def _damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    """The bytes after cuts, insertions, repetitions, or changed bytes."""
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


def _damaged_json(data: bytes, chance: random.Random) -> bytes:
    """The document with some of its values replaced, taken out, or put elsewhere."""
    try:
        document = json.loads(data)
    except ValueError:  # other formats begin with a bracket too
        return _damaged_bytes(data, chance)
    for _ in range(chance.randint(1, 6)):
        places = list(_places(document))
        if not places:
            break
        holder, key = chance.choice(places)
        other, its_key = chance.choice(places)
        match chance.randrange(4):
            case 0:
                del holder[key]
            case 1:
                holder[key] = str(other[its_key])[:200]
            case 2 if isinstance(holder, list) and len(places) < MOST_PLACES:
                holder.extend(deepcopy(holder[key]) for _ in range(chance.randint(1, 50)))
            case _:
                holder[key] = deepcopy(chance.choice(ODD))
    return json.dumps(document).encode("utf-8")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every list or object in the document, with each index or key of it."""
    if isinstance(value, dict | list):
        for key in range(len(value)) if isinstance(value, list) else list(value):
            yield value, key
            yield from _places(value[key])


def _part_of(word_file: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word_file)) as packed:
        return packed.read(WORD_PART)


def _with_part(word_file: bytes, part: bytes) -> bytes:
    """The Word file with another text in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, part if name == WORD_PART else old.read(name))
    return packed.getvalue()


def _files(folders: list[Path]) -> list[bytes]:
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path.read_bytes()[:LARGEST] for path in paths]


def _keep(data: bytes, number: int) -> int:
    Path(f"fuzz-{number}.bin").write_bytes(data)
    return number + 1


def _report(formats: Counter[str], bad: int, slowest: float) -> None:
    read = ", ".join(f"{name} {count}" for name, count in sorted(formats.items()))
    total = formats.total() + bad
    print(f"inputs {total:,}, crashes or hangs {bad}, slowest {slowest:.2f} s ({read})", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Damage transcripts at random and read them.")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folders", nargs="*", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
