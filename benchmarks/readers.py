"""How fast transcripts are read, beside webvtt-py, and what it takes to refuse what is too large.

    python benchmarks/readers.py [--limits]

The captions are those of an hour's call: the words of the development calls, a cue every four
seconds, as Zoom and as Teams write them. ``--limits`` reads files at and beyond the limits,
each in a process of its own, and prints the time of the processor and the memory that it took
(at most 10 s and 500 MB within the limits, at most a second beyond them). Reading is timed by
the processor, since other programs may keep the machine busy.
"""

import argparse
import io
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import webvtt

from assistant.ingest.marked import marked_files, read_marked
from assistant.ingest.reading import read_bytes

CORPUS = Path(__file__).parents[1] / "transcripts" / "corpus" / "dev"
WORDS = 9_000
PASSES = 25
MB = 1024**2
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def main() -> None:
    """Print the table that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--limits", action="store_true", help="files at and beyond the limits")
    parser.add_argument("--write", nargs=2, metavar=("NAME", "FILE"), help="write one of those")
    options = parser.parse_args()
    if options.write:
        name, file = options.write
        Path(file).write_bytes((WITHIN | BEYOND)[name]())
    elif options.limits:
        limits()
    else:
        speed()


def speed() -> None:
    """Our reading and webvtt-py's parsing of the same captions, in turn."""
    print("| captions of an hour's call | ours | webvtt-py's parse | ratio |\n|---|---|---|---|")
    for name, text in (("Zoom", _zoom(_words())), ("Teams", _teams(_words()))):
        data = text.encode()
        pairs = [
            (
                _seconds(lambda data=data: read_bytes(data, name="call.vtt")),  # type: ignore[misc]
                _seconds(lambda text=text: webvtt.from_string(text)),  # type: ignore[misc]
            )
            for _ in range(PASSES)
        ]
        ours, theirs = (min(column) for column in zip(*pairs, strict=True))
        row = f"{1000 * ours:.1f} ms | {1000 * theirs:.1f} ms | {ours / theirs:.2f}"
        print(f"| {name}, {text.count('-->')} cues, {len(data) // 1000} kB | {row} |")


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _words() -> list[str]:
    calls = (read_marked(path) for path in marked_files(CORPUS))
    return [word for call in calls for turn in call.turns for word in turn.text.split()][:WORDS]


def _cues(words: list[str], size: int) -> Iterator[tuple[int, str, str, list[str]]]:
    """Number, times, speaker (another one after every third cue), words."""
    for number, at in enumerate(range(0, len(words), size)):
        speaker = ("Dana Reyes", "Luis Oke")[number // 3 % 2]
        yield (
            number,
            f"{_clock(4 * number)}.000 --> {_clock(4 * number + 3)}.500",
            speaker,
            words[at : at + size],
        )


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _zoom(words: list[str]) -> str:
    cues = (
        f"{n + 1}\n{times}\n{who}: {' '.join(said)}\n" for n, times, who, said in _cues(words, 10)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def _teams(words: list[str]) -> str:
    cues = (
        f"9f30d60e-e160-4571-80eb-7a69413b5cb2/{n}-0\n{times}\n"
        f"<v {who}>{' '.join(said[:6])}\n{' '.join(said[6:])}</v>\n"
        for n, times, who, said in _cues(words, 10)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def _turn_cues(count: int) -> bytes:
    cues = (f"00:00:0{at % 9}.000 --> 00:00:09.000\n{'AB'[at % 2]}na: hi\n" for at in range(count))
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def _headers(count: int) -> bytes:
    return "".join(f"{'AB'[at % 2]}na  00:12\nhi there\n\n" for at in range(count)).encode()


def _segments(count: int) -> bytes:
    said = [{"start": at, "end": at, "text": "hi", "speaker": "AB"[at % 2]} for at in range(count)]
    return json.dumps({"segments": said}).encode()


def _word(*parts: bytes, stored: bytes = b"") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        with file.open("word/document.xml", "w") as document:
            for part in (f'<w:document xmlns:w="{SPACE}"><w:body>'.encode(), *parts):
                document.write(part)
        file.writestr("word/media/image.png", stored, zipfile.ZIP_STORED)
    return packed.getvalue()


PARAGRAPH = b"<w:p><w:r><w:t>Ana: hi</w:t></w:r></w:p>"
END = b"</w:body></w:document>"
WITHIN: dict[str, Callable[[], bytes]] = {
    "50,000 lines, 20 MB": lambda: (b"Ana: " + b"hi there you " * 31 + b"\n") * 49_990,
    "50,000 cues": lambda: _turn_cues(50_000),
    "50,000 headers": lambda: _headers(50_000),
    "50,000 segments of JSON": lambda: _segments(50_000),
    "JSON of 49 MB": lambda: (
        b'{"segments":['
        + b",".join(
            [
                b'{"start":1,"end":2,"speaker":"%d","text":"' % (n % 2) + b"hi " * 310 + b'"}'
                for n in range(49_900)
            ]
        )
        + b"]}"
    ),
    "Word file of 50,000 paragraphs": lambda: _word(PARAGRAPH * 50_000, END),
    "Word file, 99 MB of empty runs": lambda: _word(b"<w:r/>" * 1_900_000, PARAGRAPH, END),
    "20 MB of Windows-1252": lambda: (b"Ana: caf\xe9 " + b"so on " * 68 + b"\n") * 49_000,
    "80 lines of 240,000 signs": lambda: b"Ana: hi\n" * 3 + (b":" * 240_000 + b"\n") * 80,
}
BEYOND: dict[str, Callable[[], bytes]] = {
    "50,001 lines": lambda: b"Ana: hi\n" * 50_001,
    "300,000 lines": lambda: b"Ana: hi there\n" * 300_000,
    "50,001 cues": lambda: _turn_cues(50_001),
    "50,001 headers": lambda: _headers(50_001),
    "50,001 segments of JSON": lambda: _segments(50_001),
    "100,001 segments of JSON": lambda: _segments(100_001),
    "text of 21 MB": lambda: b"Ana: hi there you\n" * (21 * MB // 18),
    "JSON of 51 MB": lambda: b'{"a": "' + b"a" * (51 * MB) + b'"}',
    "JSON, 49 MB of numbers": lambda: b"[" + b"1," * (24 * MB) + b"1]",
    "JSON, 8 million deep": lambda: b'{"a":' * 8_000_000,
    "one line of 50 MB": lambda: b"a" * (50 * MB),
    "one line of 19 MB": lambda: b"hi there " * (19 * MB // 9),
    "voice tags, 19 MB": lambda: _turn_cues(1) + b"<v Ana>x" * (19 * MB // 8),
    "Word file of 21 MB": lambda: _word(END, stored=bytes(21 * MB)),
    "Word bomb, 1 GB unpacked": lambda: _word(*[b" " * MB] * 1024),
    "Word file, 99 MB of text": lambda: _word(b"<w:t>", *[b"a" * MB] * 99, b"</w:t>", END),
    "Word file, a tag of 99 MB": lambda: _word(b'<w:p a="', *[b"a" * MB] * 99),
    "Word file, 2 million paragraphs": lambda: _word(PARAGRAPH * 2_000_000, END),
    "Word file, 24 million elements": lambda: _word(*[b"<a/>" * (MB // 4)] * 99),
    "Word file, 30 million deep": lambda: _word(*[b"<a>" * (MB // 3)] * 90),
    "20 MB of zeros": lambda: bytes(20 * MB),
    "20 MB of a program": lambda: Path(sys.executable).resolve().read_bytes()[:MB] * 19,
}
_READ = """
import sys, time
from pathlib import Path
from assistant.domain.errors import BadInput
from assistant.ingest.reading import read_file
began = time.process_time()
try:
    said = f"read, {len(read_file(Path(sys.argv[1])).turns):,} turns"
except BadInput as refused:
    said = "refused: " + refused.reason[:60]
took = time.process_time() - began
try:
    from resource import RUSAGE_SELF, getrusage
    peak = getrusage(RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
except ImportError:
    peak = 0
print(f"{took:.2f} s | {peak / 1e6:.0f} MB | {said}")
"""


def limits() -> None:
    """A table of files at the limits, and one of files beyond them."""
    for title, files in (("within the limits", WITHIN), ("beyond them", BEYOND)):
        print(f"\n| {title} | processor | memory | |\n|---|---|---|---|")
        for name in files:
            print(f"| {name} | {_in_process(name)} |", flush=True)


def _in_process(name: str) -> str:
    """What reading takes. This process stays small: a child's peak begins with its parent's."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "call.txt")
        subprocess.run([sys.executable, __file__, "--write", name, file], check=True)
        command = [sys.executable, "-c", _READ, file]
        ran = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return ran.stdout.strip()


if __name__ == "__main__":
    main()
