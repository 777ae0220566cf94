"""What a question asks for, from its words alone."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from rapidfuzz.distance import OSA

from assistant.answering.stemming import stem, tokens
from assistant.answering.words import Intent, Phrase, Words, phrases, words
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.domain.verdict import Outcome

Whose = Literal["anyone", "theirs", "ours"]
SURE = 5
"""Shorter words are not taken for misspelt ones: too many others are near them."""
SURER = 8
"""From so many letters on two may be wrong."""


class Asked(Frozen):
    """A question taken apart.

    ``words`` are what is left to search for, as written. ``speaker`` is whose words are
    meant. ``named`` are the words that named a field by another name than its own.
    """

    intent: Intent | None = None
    fields: tuple[Field, ...] = ()
    outcome: Outcome | None = None
    why: bool = False
    when: bool = False
    earlier: bool = False
    whose: Whose = "anyone"
    speaker: str = ""
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
    topic = tuple(dict.fromkeys(word for word in rest if word not in known.stop))
    fields = [Field(phrase.means) for phrase in found if phrase.kind == "field"]
    return Asked(
        intent=next((_intent(phrase) for phrase in found if phrase.kind == "intent"), None),
        fields=tuple(dict.fromkeys(fields)),
        outcome=next((Outcome(one.means) for one in found if one.kind == "outcome"), None),
        why="why" in kinds,
        when="when" in kinds,
        earlier="earlier" in kinds,
        whose=_whose(asked, known),
        speaker=speaker,
        words=tuple(word for word in topic if word not in {*known.theirs, *known.ours}),
        named=tuple(_named(found, known)),
    )


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
    """The phrases of a question, longer ones first served, and the words that are in none."""
    known = phrases()
    stems = [stem(word) for word in asked]
    taken = [False] * len(asked)
    found: dict[int, Phrase] = {}
    for length in range(min(len(asked), max(map(len, known))), 0, -1):
        for at in range(len(asked) - length + 1):
            phrase = known.get(tuple(stems[at : at + length]))
            if phrase is not None and not any(taken[at : at + length]):
                taken[at : at + length] = [True] * length
                found[at] = phrase
    for at, word in enumerate(asked):
        if not taken[at] and word not in words().stop and not occurs(stems[at]):
            phrase = _nearly(word)
            if phrase is not None:
                taken[at], found[at] = True, phrase
    rest = [word for at, word in enumerate(asked) if not taken[at]]
    return [found[at] for at in sorted(found)], rest


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
