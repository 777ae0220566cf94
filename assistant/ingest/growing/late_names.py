"""Names that come late: whose turns those are that were finished under another label."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from assistant.ingest.pieces import Piece

_STAND_IN = re.compile(r"(?!room)[^\W\d]+[ _#-]*\d+|speaker[ _-]*[a-z]", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def stands_for_a_name(label: str | None) -> bool:
    """Whether it is what captioners write for a name that they don't know: "Speaker 1", "S2"."""
    return label is not None and _STAND_IN.fullmatch(label.strip()) is not None


class LateNames:
    """Keeps the labels of finished turns, and what a text has shown of who they are.

    A turn that the text has under another name by now is that one's. What is known of one
    turn holds for the others of its label where that is plain: the label stands for a name,
    it became one name and no other, and the text does not have it any more once the name is
    there. ``known`` are the names that turns were given in an earlier session, by turn.
    """

    def __init__(self, labels: Sequence[str | None] = (), known: Mapping[int, str] = {}) -> None:
        self._labels = list(labels)
        self._now: dict[int, str] = {}
        self._became: defaultdict[str, set[str]] = defaultdict(set)
        self._since = 0
        self._unseen = 0
        for turn, name in known.items():
            self._know(turn, name, known)
        self.read_again()

    def _know(self, turn: int, name: str, known: Mapping[int, str]) -> None:
        label = self._labels[turn]
        same = (known.get(at) for at, one in enumerate(self._labels) if one == label)
        if label is not None and stands_for_a_name(label) and set(same) == {name}:
            self._became[label].add(name)
        else:
            self._now[turn] = name

    def add(self, labels: Iterable[str | None]) -> None:
        """Turns that were finished, which follow those before."""
        self._labels += labels

    def read_again(self) -> None:
        """The text is read from its beginning: which labels it has now is to be seen."""
        self._unseen = len(self._labels)
        self._text: dict[int, str] = {}

    def another(self) -> None:
        """Another text begins; "Speaker 1" may be somebody else in it."""
        self._now = self.names()
        self._became.clear()
        self._since = len(self._labels)

    def seen(self, turn: int, label: str | None) -> None:
        """A turn came again, now under this label; None where it has none of its own."""
        known = self._now.get(turn, self._labels[turn])
        self._text[turn] = label or known or ""
        forgotten = stands_for_a_name(label) and not stands_for_a_name(known or label)
        if label is None or label == known or forgotten:
            return
        # A label that the turn before had, too, may only have been taken over from it.
        if known is not None and (turn == 0 or self._labels[turn - 1] != self._labels[turn]):
            self._turns_into(known, label)
        self._now[turn] = label

    def rewritten(self, before: Piece, now: Piece) -> None:
        """The last line or cue, not finished yet, is now this one; each with a name of its own."""
        if before.speaker and before.speaker != now.speaker and _same_words(before.text, now.text):
            self._turns_into(before.speaker, now.speaker)

    def _turns_into(self, label: str, name: str | None) -> None:
        if name is not None and stands_for_a_name(label) and not stands_for_a_name(name):
            self._became[label].add(name)

    def names(self) -> dict[int, str]:
        """Who turns turned out to be, by turn; those that keep their label are left out."""
        if not (self._now or self._became):
            return {}
        plain = self._plain()
        named = {
            at: plain.get(label, label) if at >= self._since else label
            for at, label in enumerate(self._shown())
            if label is not None
        }
        return {at: name for at, name in named.items() if name != self._labels[at]}

    def unclear(self) -> frozenset[str]:
        """Labels that became a name, of which it is not plain that it is the same speaker."""
        return (
            frozenset(self._became.keys() - self._plain().keys()) if self._became else frozenset()
        )

    def _shown(self) -> list[str | None]:
        return [self._now.get(at, label) for at, label in enumerate(self._labels)]

    def _plain(self) -> dict[str, str]:
        """The labels that are one speaker's, with the name: as the text has them now."""
        first: dict[str | None, int] = {}
        last: dict[str | None, int] = {}
        for at, label in enumerate(self._shown()):
            if at >= self._since and (at >= self._unseen or at in self._text):
                written = self._text.get(at, label)
                first.setdefault(written, at)
                last[written] = at
        return {
            label: name
            for label, names in self._became.items()
            for name in names
            if len(names) == 1 and last.get(label, -1) < first.get(name, len(self._labels))
        }


def _same_words(one: str, other: str) -> bool:
    """Whether one goes on where the other ends; the last word may be half written."""
    short, long = sorted((_WORD.findall(one.casefold()), _WORD.findall(other.casefold())), key=len)
    if not short:
        return False
    same = short[:-1] == long[: len(short) - 1]
    last, there = short[-1], long[len(short) - 1]
    return same and (there.startswith(last) or last.startswith(there))
