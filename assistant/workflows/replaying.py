"""Writes a transcript as a captioner would: word by word, in the call's own time or faster."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from assistant.figures.lengths import WORDS_A_SECOND
from assistant.ingest.readers.cues import start_of


def written(text: str) -> Iterator[tuple[float, str]]:
    """The text in pieces, each with the second of the call when it is written.

    A line of times moves the clock to its start; every word takes its while. The pieces
    together are the text.
    """
    clock = 0.0
    for line in text.splitlines(keepends=True):
        start = start_of(line.rstrip("\r\n"))
        if start is not None:
            clock = max(clock, start)
            yield clock, line
            continue
        words = line.split(" ")
        for number, word in enumerate(words, 1):
            yield clock, word if number == len(words) else f"{word} "
            clock += 1 / WORDS_A_SECOND if word.strip() else 0.0


class Replay:
    """Writes a file in a thread of its own, ``speed`` times as fast as people talk."""

    def __init__(self, text: str, path: Path, speed: float) -> None:
        self._text = text
        self._path = path
        self._speed = speed
        self._stopped = Event()
        self._thread = Thread(target=self._write, name="replay", daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write no more. Blocks until the file is closed."""
        self._stopped.set()
        self._thread.join()

    def _write(self) -> None:
        begun = monotonic()
        with self._path.open("w", encoding="utf-8", newline="") as file:
            for at, piece in written(self._text):
                if self._stopped.wait(max(0.0, begun + at / self._speed - monotonic())):
                    return
                file.write(piece)
                file.flush()
