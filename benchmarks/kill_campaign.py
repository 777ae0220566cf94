"""Kills a call again and again, in a real terminal, and looks whether anything is lost.

    pip install -e ".[benchmarks]"
    python -m benchmarks.kill_campaign --kills 100 --seed 7

Linux and macOS. One scripted call: captions come in, somebody types notes and confirms
answers. At random moments, also while the program starts, it is killed (SIGKILL), and
started again on the same call. Each time must be there: every line that was in the store
before, every letter of the notes that was on the screen a second before the kill, and every
answer that the screen ever showed as confirmed.

A loss is printed at once. Counted apart is what a busy machine does: a screen that never came,
and letters that went to the terminal a second before the kill and were not on the screen then,
since the program had had no turn to read them.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import pyte

from assistant.domain.answers import Status
from assistant.domain.wording import own_value
from assistant.storage.opening import open_store
from assistant.workflows.wiring import utc_now
from benchmarks.call_screen.program import Place, talk
from benchmarks.call_screen.typing import LINES
from benchmarks.terminal import BEGINS, ENDS, Frame, Gone, Terminal

LAST = 1.0
"""Seconds before a kill whose words may be lost."""
LONGEST = 6.0
"""The latest moment of a kill after the screen takes keys, in seconds."""
PATIENCE = 600.0
"""Seconds for a screen to come, on a machine that does other things too."""
STARTING = 0.2
"""So many of the kills come while the program starts."""
LEADER = "\x0c"
CONFIRMED = re.compile(r"[✓●✔] (?P<field>[a-z ]+?)  (?P<said>\S.*?)(?: \d+%)?  ")
COLUMNS, ROWS = 120, 40
NOTICE = "▌"
HEARD = slice(30, 90)
"""The columns of what was heard, behind the bar of the card that is aimed at."""
HEADING = "NOTES"
NOTES = slice(10, None)
"""The columns of the notes, behind the time and the sign of a line."""


class Kept(Protocol):
    """What the store holds of the call."""

    def draft(self) -> str:
        """The notes."""
        ...

    def confirmed(self) -> set[str]:
        """The quotes, values and polarities of answers that are confirmed."""
        ...


@dataclass
class Campaign:
    """One call and its lives. ``start`` starts the program on it, ``say`` adds captions."""

    start: Callable[[], Terminal]
    kept: Kept
    lines: Iterable[str]
    chance: random.Random
    say: Callable[[], None] = lambda: None
    longest: float = LONGEST
    draft: str = ""
    typed: list[tuple[float, str]] = field(default_factory=list)
    """The moments and letters of this life's notes."""
    confirmed: set[str] = field(default_factory=set)
    lost: list[str] = field(default_factory=list)
    lives: int = 0
    absent: int = 0
    """Lives whose screen never came."""
    unread: int = 0
    """Lives in which letters were not on the screen a second before the kill."""

    def live(self) -> None:
        """Start, resume, write until a random moment, be killed; then look what is there."""
        self.lives += 1
        try:
            self._live()
        except Gone as gone:
            self.absent += 1
            print(f"life {self.lives}: no screen: {gone}", flush=True)

    def _live(self) -> None:
        dies_starting = self.chance.random() < STARTING
        moment = self.chance.uniform(0, 1.5 if dies_starting else self.longest)
        self.typed.clear()
        with self.start() as terminal:
            until = time.monotonic() + moment
            if not dies_starting:
                terminal.wait(self._resumed, seconds=PATIENCE, what="the call with its notes")
                until = time.monotonic() + moment
            self._work(terminal, until)
            killed = time.monotonic()
            terminal.process.kill()
            terminal.process.wait()
            self._look(terminal.frames, killed)

    def _resumed(self, lines: list[str]) -> bool:
        """Whether the call is there, may be written to, and shows the last of its notes."""
        shown = "\n".join(lines)
        last = next((row for row in reversed(self.draft.split("\n")) if row), "")
        there = "ASK NEXT" in shown or "YOUR CHOICE" in shown
        return there and last in shown and "read only" not in shown

    def _work(self, terminal: Terminal, until: float) -> None:
        """Type lines, confirm every other time, until the moment is there."""
        for line in self.lines:
            confirms = self.chance.random() < 0.5
            for key in (LEADER, "c", *f"\r{line}") if confirms else f"\r{line}":
                if time.monotonic() > until:
                    return
                terminal.press(key)
                self.typed.append((time.monotonic(), key))
                time.sleep(self.chance.uniform(0.01, 0.12))
            self.say()

    def _written(self, before: float) -> str:
        """The notes that were typed in this life up to an instant."""
        keys = "".join(key for at, key in self.typed if at <= before)
        return keys.replace(f"{LEADER}c", "").rstrip(LEADER).replace("\r", "\n")

    def _look(self, frames: list[Frame], killed: float) -> None:
        self.confirmed |= confirmed_in(frames)
        before = killed - LAST
        draft, written = self.kept.draft(), self._written(before)
        whole = shown_of(self.draft + written, [one for one in frames if one.at <= before])
        shown = whole[len(self.draft) :]
        self.unread += len(shown) < len(written.rstrip())
        if not draft.startswith(self.draft):
            self._lose(f"notes of an earlier life: {self.draft!r}", draft, killed)
        elif not draft.removeprefix(self.draft).startswith(shown):
            self._lose(f"notes: {shown!r}", draft.removeprefix(self.draft), killed)
        there = self.kept.confirmed()
        for one in self.confirmed:
            if not any(of.startswith(one) for of in there):
                self._lose(f"an answer: {one}", "; ".join(sorted(there)), killed)
        self.draft = draft

    def _lose(self, what: str, there: str, killed: float) -> None:
        """Note a loss, with the keys of the last seconds by their distance to the kill."""
        keys = " ".join(f"{key!r}{at - killed:+.2f}" for at, key in self.typed[-60:])
        loss = f"life {self.lives}: {what}; there is: {there!r}; typed: {keys or 'nothing'}"
        self.lost.append(loss)
        print(f"LOST in {loss}", flush=True)


def shown_of(notes: str, frames: list[Frame]) -> str:
    """The notes up to the last letter that was on the screen; they are written at their end."""
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.ByteStream(screen).feed(b"".join(one.data for one in frames))
    top = next((at for at, row in enumerate(screen.display) if HEADING in row), ROWS)
    rows = ["", *(row[NOTES].rstrip() for row in screen.display[top + 1 : -1])]
    while rows and not rows[-1]:
        rows.pop()
    above, last = rows[-2:] if len(rows) > 1 else ("", "")
    for end in range(len(notes), 0, -1):
        before, _, row = notes[:end].rpartition("\n")
        if row.strip() and last.startswith(row) and _is_row(above, before.rpartition("\n")[2]):
            return notes[:end]
    return ""


def _is_row(shown: str, row: str) -> bool:
    return shown.startswith(row) if row.strip() else not shown


def confirmed_in(frames: list[Frame]) -> set[str]:
    """Every answer that the screen showed as confirmed: its value, else its words."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    confirmed: set[str] = set()
    whole = b""
    for frame in frames:
        stream.feed(frame.data)
        whole += frame.data
        if whole.count(BEGINS) > whole.count(ENDS):
            continue  # half a frame
        # A notice may lie over a row; what is left of it has a bar at its left.
        rows = (line[HEARD].partition(NOTICE)[0] for line in screen.display)
        found = (CONFIRMED.search(f"{row}  ") for row in rows)
        confirmed |= {one["said"].partition("…")[0].strip("“” ") for one in found if one}
    return confirmed


def main() -> int:
    """Run the campaign on the real program; the exit code is 1 where anything was lost."""
    options = _options()
    print(f"seed {options.seed}", flush=True)
    with TemporaryDirectory(prefix="kill-campaign-", ignore_cleanup_errors=True) as folder:
        place, said = Place(Path(folder)), talk()
        place.say(next(said))
        campaign = Campaign(
            start=place.follow,
            kept=StoreOf(Path(folder) / "home" / "data" / "calls.sqlite"),
            lines=script(),
            chance=random.Random(options.seed),  # noqa: S311  # to be repeated
            say=lambda: place.say(next(said)),
        )
        for number in range(1, options.kills + 1):
            campaign.live()
            print(f"kill {number}: {len(campaign.lost)} lost", file=sys.stderr, flush=True)
    print(
        f"{options.kills} kills, {len(campaign.draft.splitlines())} lines of notes, "
        f"{len(campaign.confirmed)} confirmed answers seen, {len(campaign.lost)} lost; "
        f"{campaign.absent} times no screen came, {campaign.unread} times the last letters were "
        "not on the screen a second before the kill"
    )
    return 1 if campaign.lost else 0


def script() -> Iterator[str]:
    """Lines of notes without end; no two are the same."""
    for number, words in zip(count(1), cycle(LINES), strict=False):
        yield f"{number}) {words}"


class StoreOf:
    """Reads the one call of a store, as a program that is started anew would.

    Nothing is there where the program was killed before it had made the call.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def draft(self) -> str:
        """The notes."""
        if not self._path.exists():
            return ""
        with closing(open_store(self._path, clock=utc_now)) as store:
            return "".join(store.draft(row.call.id) for row in store.calls())

    def confirmed(self) -> set[str]:
        """What the screen may show of them."""
        if not self._path.exists():
            return set()
        with closing(open_store(self._path, clock=utc_now)) as store:
            answers = [one for row in store.calls() for one in store.answers(row.call.id)]
        done = [one for one in answers if one.status in {Status.CONFIRMED, Status.EDITED}]
        quotes = {one.evidence.quote for one in done if one.evidence}
        return quotes | {own_value(one) for one in done} | {one.polarity for one in done}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
