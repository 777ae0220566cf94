"""Which labels in front of a colon are speakers' names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.ingest.words import words

_LABELLED = re.compile(r"(?P<label>[^:\uff1a]{1,80})[:\uff1a](?P<said>.*)", re.DOTALL)
_BOLD = re.compile(r"\*\*(?P<label>[^*]{1,80}?)(?::\*\*|\*\*\s*:)(?P<said>.*)", re.DOTALL)
_TIME = re.compile(r"\d[:\uff1a]\d")
_ADDRESS = re.compile(r"\w://\w")
_NO_NAME_STARTS = tuple('-*\u2022\u2013\u2014>#~|=+([{"\u201c/\\')
_NO_NAME_HOLDS = re.compile(r"[:?!;=<>{}~\t\u2192]|\w{5,}\.(\s|$)|\|\s*$")
_PHONE = re.compile(r"\+?[\d(][\d*()\s-]{8,24}")
_FEWEST_DIGITS = 9
"""Of a phone number, those that are masked counted in; a date has eight."""
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_COLONS = (":", "\uff1a")
_MOST_COLONS = 3
_MOST_LABELS = 10_000
"""More than speak in a call; each takes memory."""
_MOST_NAMES = 200
"""Behind one label: a firm has not more people in a call."""
_MOST_LETTERS = 60
_MOST_WORDS = 6
_NEARLY_ALL = 0.9


class Labelled(NamedTuple):
    """A line cut at its first colon; both parts without outer white space."""

    label: str
    said: str


def cut_label(text: str) -> Labelled | None:
    """The label and the words of ``Name: words`` (also ``**Name:** words``), if it has one."""
    text = text.lstrip()  # not in the pattern, which would try it at each space
    found = ("**" in text and _BOLD.fullmatch(text)) or _LABELLED.fullmatch(text)
    if not found:
        return None
    label, said = found["label"].strip(), found["said"].strip()
    colon = found.end("label")
    no_label = _TIME.match(text, colon - 1) or _ADDRESS.match(text, colon - 1)
    return None if no_label or not could_be_name(label) else Labelled(label, said)


class Names:
    """Where names go on after their first colon, as far as the texts until now tell.

    A name may hold colons itself ("Acme: Dana Reyes"): a label goes on where it does so in
    all texts that begin with it, each time with what could be a name, one of them again.
    """

    def __init__(self) -> None:
        self._behind: defaultdict[str, _Behind] = defaultdict(_Behind)

    def learn(self, cut: Labelled) -> None:
        """Take the next text, cut at its first colon, into account."""
        longer: Labelled | None = cut
        for _ in range(_MOST_COLONS if len(self._behind) < _MOST_LABELS else 0):
            longer = longer and self._behind[longer.label].learn(longer)

    def whole(self, cut: Labelled) -> Labelled:
        """The text cut where its name ends."""
        for _ in range(_MOST_COLONS):
            behind = self._behind.get(cut.label)
            if behind is None or not behind.goes_on(cut.label):
                break
            cut = _longer(cut) or cut
        return cut


class _Behind:
    """What comes behind a label in the texts that begin with it."""

    __slots__ = ("_ended", "_labels", "_named", "_said")

    def __init__(self) -> None:
        self._labels: Counter[str] = Counter()
        self._said = False
        self._ended = False
        self._named: bool | None = None

    def learn(self, cut: Labelled) -> Labelled | None:
        """The text with the label that comes behind; None where the name has to end before."""
        further = None if self._ended else _longer(cut)
        if further is None or len(self._labels) > _MOST_NAMES:
            self._ended = True
            return None
        after = further.label[len(cut.label) + 2 :]
        self._labels[after] += 1
        if self._labels[after] <= 2:  # what comes more often tells nothing more
            self._named = None
        self._said = self._said or further.said != ""
        return further

    def goes_on(self, label: str) -> bool:
        if self._ended or not self._said or max(self._labels.values()) < 2:
            return False
        if self._named is None:
            self._named = _named(self._labels) == self._labels.keys() and not _is_topic(label)
        return self._named


def _longer(cut: Labelled) -> Labelled | None:
    after = cut_label(cut.said) if any(colon in cut.said for colon in _COLONS) else None
    return Labelled(f"{cut.label}: {after.label}", after.said) if after else None


def cut_labels(texts: Sequence[str]) -> list[Labelled | None]:
    """Each text cut at its label, which goes on as far as all of them together tell."""
    cuts = [cut_label(text) for text in texts]
    names = Names()
    for cut in cuts:
        if cut is not None:
            names.learn(cut)
    return [cut and names.whole(cut) for cut in cuts]


def cut_names(texts: Sequence[str], *, handles: bool = False) -> list[Labelled | None]:
    """Each text cut at the name of a speaker; None where nobody is named.

    Where every text has a label, all of them are names but topics. With ``handles``, where
    nearly every text has one, one word of small letters is a name too.
    """
    cuts = cut_labels(texts)
    labels = [cut.label for cut in cuts if cut]
    filled = sum(1 for text in texts if text.strip())
    names = speakers_among(labels, generous=len(labels) == filled)
    if handles and len(labels) >= _NEARLY_ALL * filled:
        names |= {label for label in set(labels) - names if _is_handle(label)}
    return [cut if cut and cut.label in names else None for cut in cuts]


@lru_cache(maxsize=1024)  # the same few are asked for line by line
def could_be_name(label: str) -> bool:
    """Whether it has the looks of a label that names somebody; "Next steps" has them too."""
    return (
        0 < len(label) <= _MOST_LETTERS
        and len(_outside_brackets(label)) <= _MOST_WORDS
        and (not label.startswith(_NO_NAME_STARTS) or _is_phone(label))
        and _NO_NAME_HOLDS.search(label) is None
        and (any(letter.isalpha() or ord(letter) > 0x2000 for letter in label) or _is_phone(label))
    )


def speakers_among(labels: Iterable[str], *, generous: bool = False) -> frozenset[str]:
    """The labels that name speakers.

    A label that comes again is a name unless it is a topic ("Next steps"); one that comes
    once has to look like a name too. ``generous`` takes that one as well, unless it is a number.
    """
    return _named(Counter(labels), generous=generous)


def _named(labels: Counter[str], *, generous: bool = False) -> frozenset[str]:
    return frozenset(
        label
        for label, count in labels.items()
        if not _is_topic(label)
        and (count > 1 or (not _is_phone(label) and (generous or _looks_like_name(label))))
    )


def _is_topic(label: str) -> bool:
    parts = [part.strip(".,'\u2019&/+").lower() for part in _outside_brackets(label)]
    return all(part in words().not_names for part in parts if part)


def _is_phone(label: str) -> bool:
    """Whether it is the number of somebody who dialled in: "+1 (415) ***-0123"."""
    counted = sum(sign.isdecimal() or sign == "*" for sign in label)
    return counted >= _FEWEST_DIGITS and _PHONE.fullmatch(label) is not None


def _is_handle(label: str) -> bool:
    return len(_outside_brackets(label)) == 1 and not _is_topic(label) and not _is_phone(label)


def _looks_like_name(label: str) -> bool:
    particles = words().name_particles
    return all(
        not part[0].islower() or part.lower() in particles for part in _outside_brackets(label)
    )


def _outside_brackets(label: str) -> list[str]:
    """The words of a label, without those in brackets and the strokes before a firm's name."""
    return _IN_BRACKETS.sub(" ", label).replace("|", " ").split() or label.split()
