"""What a question asks for, from its words alone."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Literal

from rapidfuzz.distance import OSA

from assistant.answering.stemming import stem, tokens
from assistant.answering.words import (
    Intent,
    Phrase,
    Stems,
    Words,
    cores,
    helping,
    hollow,
    phrases,
    words,
)
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.domain.verdict import Outcome

Whose = Literal["anyone", "theirs", "ours"]
LONG = 3
"""A phrase of so many words tells more than the shorter ones beside it."""
SURE = 5
"""Shorter words are not taken for misspelt ones: too many others are near them."""
SURER = 8
"""From so many letters on two may be wrong."""


class Asked(Frozen):
    """A question taken apart.

    ``words`` are what is left to search for, as written. ``speaker`` is whose words are
    meant; ``person`` says that it is asked who that is, ``vague`` that the fields are named by
    words that say little beside others. ``named`` are the words that named a
    field by another name than its own.
    """

    intent: Intent | None = None
    fields: tuple[Field, ...] = ()
    outcome: Outcome | None = None
    why: bool = False
    when: bool = False
    earlier: bool = False
    whose: Whose = "anyone"
    speaker: str = ""
    person: bool = False
    vague: bool = False
    words: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def understand(
    question: str, *, speakers: Sequence[str] = (), occurs: Callable[[str], bool] = lambda _: False
) -> Asked:
    """Take a question apart. ``occurs`` says whether a stem is among the words of the calls.

    A word that is nearly one of ours is taken for it, unless it was said in a call.
    """
    known, asked = words(), tokens(question)
    speaker, asked = _speaker(asked, speakers, known)
    found, rest = _phrases(asked, occurs)
    kinds = {phrase.kind for phrase in found}
    person = bool(speaker) and " ".join(asked) in known.person
    topic = tuple(dict.fromkeys(word for word in rest if word not in known.stop))
    fields = [Field(phrase.means) for phrase in _telling(found)]
    return Asked(
        intent=next((_intent(phrase) for phrase in found if phrase.kind == "intent"), None),
        fields=(Field.ROLE,) if person else tuple(dict.fromkeys(fields)),
        outcome=next((Outcome(one.means) for one in found if one.kind == "outcome"), None),
        why="why" in kinds,
        when="when" in kinds,
        earlier="earlier" in kinds,
        whose=_whose(asked, known),
        speaker=speaker,
        person=person,
        vague=bool(fields) and all(one.text in known.vague for one in _telling(found)),
        words=tuple(word for word in topic if word not in {*known.theirs, *known.ours}),
        named=tuple(_named(found, known)),
    )


def _telling(found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that name fields: long ones tell more than short ones, vague ones least."""
    named = [phrase for phrase in found if phrase.kind == "field"]
    vague = words().vague
    clear = [one for one in named if one.text not in vague or len(one.stems) >= LONG] or named
    longest = max((len(phrase.stems) for phrase in clear), default=0)
    return [
        phrase
        for phrase in clear
        if longest < LONG or len(phrase.stems) == longest or phrase.text in set(Field)
    ]


def _intent(phrase: Phrase) -> Intent:
    return phrase.means  # type: ignore[return-value]  # a phrase of kind "intent" means one


def _whose(asked: Sequence[str], known: Words) -> Whose:
    text = f" {' '.join(asked)} "
    if any(f" {one} " in text for one in known.theirs):
        return "theirs"
    return "ours" if any(f" {one} " in text for one in known.ours) else "anyone"


def _speaker(asked: list[str], speakers: Sequence[str], known: Words) -> tuple[str, list[str]]:
    """The participant whose words are asked for, and the question without the name."""
    says = any(word in known.said for word in asked)
    for name in speakers:
        parts = tokens(name)
        for some in (parts, parts[:1], parts[-1:]):
            rest = _without(asked, some)
            if rest is not None and (says or not [one for one in rest if one not in known.stop]):
                return name, rest
    return "", asked


def _without(asked: list[str], some: list[str]) -> list[str] | None:
    for at in range(len(asked) - len(some) + 1):
        here = [word.removesuffix("'s") for word in asked[at : at + len(some)]]
        if some and here == some:
            return [*asked[:at], *asked[at + len(some) :]]
    return None


def _phrases(asked: Sequence[str], occurs: Callable[[str], bool]) -> tuple[list[Phrase], list[str]]:
    """The phrases of a question, longer ones first served, and the words that are in none.

    Phrases of several words come before their cores, those before single words.
    """
    found = _Found(asked)
    empty = hollow(asked)
    every = range(len(asked))
    # "What do they want to pay" is not what they want.
    begun = {at for one in helping(asked) for at in one[:-1]}
    found.look(phrases(), every, least=2, never_last=begun)
    full = [at for at in every if at not in empty]
    found.look(cores(), full, least=2)
    found.look(cores(), [at for at in full if asked[at] not in words().besides], least=2)
    single = full if len(full) > 1 or any(asked[at] not in words().asking for at in full) else every
    found.look(phrases(), single, least=1)
    for at in full:
        if not found.taken[at] and asked[at] not in words().stop and not occurs(stem(asked[at])):
            found.take((at,), _nearly(asked[at]))
    rest = [asked[at] for at in full if not found.taken[at]]
    return [found.at[at] for at in sorted(found.at)], rest


class _Found:
    """The phrases of a question by where they begin, and the words that are in one."""

    def __init__(self, asked: Sequence[str]) -> None:
        self._stems = [stem(word) for word in asked]
        self.taken = [False] * len(asked)
        self.at: dict[int, Phrase] = {}

    def look(
        self,
        known: Mapping[Stems, Phrase],
        places: Sequence[int],
        *,
        least: int,
        never_last: Collection[int] = (),
    ) -> None:
        """Take the phrases whose words stand at some of the places, one after the other."""
        for length in range(min(len(places), max(map(len, known))), least - 1, -1):
            for first in range(len(places) - length + 1):
                here = places[first : first + length]
                if here[-1] not in never_last:
                    self.take(here, known.get(tuple(self._stems[at] for at in here)))

    def take(self, here: Sequence[int], phrase: Phrase | None) -> None:
        """Take a phrase, unless a longer one has some of its words."""
        if phrase is not None and not any(self.taken[at] for at in here):
            for at in here:
                self.taken[at] = True
            self.at[here[0]] = phrase


def _nearly(word: str) -> Phrase | None:
    """The phrase of one word that a word is a misspelling of; None where it is far from all."""
    near = min(_near(word), key=lambda one: one[0], default=None)
    return near[1] if near else None


def _near(word: str) -> Iterator[tuple[int, Phrase]]:
    if len(word) < SURE:
        return
    most = 2 if len(word) >= SURER else 1
    for phrase in phrases().values():
        name = phrase.text
        if len(phrase.stems) == 1 and len(name) >= SURE and name[0] == word[0]:
            distance = OSA.distance(word, name, score_cutoff=most)
            if distance <= most:
                yield distance, phrase


def _named(found: Sequence[Phrase], known: Words) -> Iterator[str]:
    """The words with which fields were named, but for their own names and for empty words."""
    for phrase in found:
        own = phrase.means.replace("_", " ")
        if phrase.kind == "field" and phrase.text != own:
            yield from (word for word in tokens(phrase.text) if word not in known.stop)
