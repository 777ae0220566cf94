"""Names of people: capitalised, after an honorific, known from the call, or common."""

from collections.abc import Iterable
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Participant
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.function_words import function_words
from assistant.extraction.values.people.titles import titles
from assistant.extraction.values.words import Words, lower_at

_SPEAKER = frozenset({"me", "i", "myself"})
_AFTER_NAME = frozenset(
    {",", ".", "we", "he", "she", "and", "both", "together", "are", "have", "-", "the", "our", "my"}
    | {"we're", "we've", "we'd", "we'll", "jointly", "agree", "decide", "sign", "choose", "pick"}
)
_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "across"})
_SENTENCE_ENDS = frozenset('.?!:;"(')


class _Names(Frozen):
    first_names: frozenset[str]
    not_names: frozenset[str]


class Name(Frozen):
    """A person's name in the words ``[first, after)``; ``sure`` if it is no guess."""

    text: str
    first: int
    after: int
    sure: bool


@at_loading
def _names() -> _Names:
    return load_data(_Names, Path(__file__).with_suffix(".yaml"))


def is_first_name(word: str) -> bool:
    """Whether the lower-case word is a common first name."""
    return word in _names().first_names


def known_names(participants: Iterable[Participant]) -> frozenset[str]:
    """The words of the participants' names, in lower case, two letters or longer."""
    words = {word.lower() for person in participants for word in person.name.split()}
    return frozenset(word for word in words if len(word) > 1 and word.isalpha()) - {"speaker"}


def read_name(words: Words, at: int, known: frozenset[str]) -> Name | None:
    """The name whose words begin at ``at``."""
    word = words[at]
    if not word.is_letters or word.lower in function_words():
        return None
    honoured = _honoured(words, at)
    if honoured is not None:
        return honoured
    plain = word.lower.partition("'")[0]
    sure = plain in known or plain in _names().first_names or _beside_speaker(words, at)
    capital = word.text[0].isupper()
    if not sure and not (capital and _may_be_name(words, at)):
        return None
    after = at + 1
    while capital and after - at < 3 and after < len(words) and _is_surname(words, after):
        after += 1
    text = " ".join(words[i].text.partition("'")[0] for i in range(at, after))
    return Name(text=_cased(text), first=at, after=after, sure=sure)


def _honoured(words: Words, at: int) -> Name | None:
    """As in "Mr Davids", "doctor pettway", "Don Toni"."""
    if words[at].lower not in titles().honorifics:
        return None
    start = at + 1 + (lower_at(words, at + 1) == ".")
    if start >= len(words) or not words[start].is_letters:
        return None
    name = words[start]
    capital = name.text[0].isupper()
    lower_case = words[at].text.islower() and name.text.islower()
    plain = lower_case and words[at].lower in {"mr", "mrs", "ms", "miss", "dr", "doctor", "mister"}
    if not (capital or plain) or name.lower in function_words():
        return None
    after = start + 1
    while after - start < 2 and capital and after < len(words) and _is_surname(words, after):
        after += 1
    honorific = words[at].text + "." * (start - at - 1)
    rest = " ".join(words[i].text for i in range(start, after))
    return Name(text=_cased(f"{honorific} {rest}"), first=at, after=after, sure=True)


def _beside_speaker(words: Words, at: int) -> bool:
    """Whether the word is the other one of "me and X" or "X and I"."""
    if "and" not in {lower_at(words, at - 1), lower_at(words, at + 1)}:
        return False
    if words[at].lower in function_words() or len(words[at].text) < 3:
        return False
    if lower_at(words, at - 2) in _SPEAKER and lower_at(words, at - 1) == "and":
        return not lower_at(words, at + 1) or lower_at(words, at + 1) in _AFTER_NAME
    pair = lower_at(words, at + 1) == "and" and lower_at(words, at + 2) in _SPEAKER
    led = lower_at(words, at - 1) in {"it's", "choose", "decide", "between", "with", "pick"}
    return pair and (at == 0 or words[at].text[0].isupper() or led)


def _is_surname(words: Words, at: int) -> bool:
    word = words[at]
    return (
        word.is_letters
        and word.text[0].isupper()
        and (len(word.text) == 1 or not word.text[:2].isupper())
        and word.lower not in _names().not_names
        and word.lower not in function_words()
        and titles().shorts.at(words, at) is None
        and titles().ends.at(words, at) is None
    )


def _may_be_name(words: Words, at: int) -> bool:
    """Whether a capitalised word inside a sentence can be a name."""
    word = words[at]
    opening = at == 0 or words[at - 1].text in _SENTENCE_ENDS
    placed = lower_at(words, at - 1) in _PLACE_WORDS
    decides = lower_at(words, at + 1) in {"signs", "decides", "approves", "owns", "chooses"}
    return _is_surname(words, at) and len(word.text) > 2 and not placed and (decides or not opening)


def _cased(text: str) -> str:
    return text.title() if text.islower() else text
