"""Finds the places that a text names."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.domain.values import Label
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.found import Found
from assistant.extraction.values.function_words import function_words
from assistant.extraction.values.products.finding import products
from assistant.extraction.values.words import Phrases, Words, lower_at, split_words

_MOST_WORDS = 3
"""Words of an unknown place's name: "Forest Grove", "Rock Hill Park"."""
_SENTENCE_ENDS = frozenset(".?!")


class Places(Frozen):
    """Known places and what leads in to unknown ones; explained in the file."""

    countries: tuple[str, ...]
    regions: tuple[str, ...]
    cities_of_north_america: tuple[str, ...]
    cities_of_europe: tuple[str, ...]
    cities_elsewhere: tuple[str, ...]
    capitalised: tuple[str, ...]
    state_letters: frozenset[str]
    english: dict[str, tuple[str, ...]]
    lead_in: tuple[str, ...]
    joiners: frozenset[str]
    not_places: frozenset[str]

    @cached_property
    def known(self) -> Phrases[str]:
        """Places in whatever case."""
        several = (
            self.countries,
            self.regions,
            self.cities_of_north_america,
            self.cities_of_europe,
            self.cities_elsewhere,
        )
        return _plain(name for names in several for name in names)

    @cached_property
    def named(self) -> dict[str, str]:
        """The English names of places by what people there call them."""
        return {said: name for name, several in self.english.items() for said in several}

    @cached_property
    def with_capital(self) -> Phrases[str]:
        """Places that are everyday words too."""
        return _plain(self.capitalised)

    @cached_property
    def before(self) -> Phrases[str]:
        """What leads in to a place."""
        return _plain(self.lead_in)


def _plain(names: Iterable[str]) -> Phrases[str]:
    return Phrases((name, name) for name in names)


@at_loading
def places() -> Places:
    """The shipped places."""
    return load_data(Places, Path(__file__).with_name("places.yaml"))


def find_places(text: str) -> tuple[Found[Label], ...]:
    """Towns, regions and countries, left to right, each as said ("Erie PA").

    An unknown name is a place where it is capitalised and stands after "in" and the like,
    before the letters of a state, or beside another place in a list.
    """
    words = split_words(text)
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        known = word.lower in places().known.first_words
        if not (known or word.text[0].isupper()) or (found and at < found[-1][1]):
            continue
        after = _known(words, at) or _unknown(words, at) or _listed(words, at, found)
        if after is not None:
            found.append((at, _with_state(words, after)))
    return tuple(_found(text, words, span) for span in found)


def _found(text: str, words: Words, span: tuple[int, int]) -> Found[Label]:
    start, end = words[span[0]].start, words[span[1] - 1].end
    raw = text[start:end]
    return Found(start=start, end=end, value=Label(text=raw, raw=raw))


def _known(words: Words, at: int) -> int | None:
    hit = places().known.at(words, at)
    if hit is not None and not _is_name_part(words, at, hit[1]):
        return hit[1]
    hit = places().with_capital.at(words, at)
    if hit is None or not _is_capital(words, at) or _opens(words, at):
        return None
    return hit[1] if len(words[at].text) > 2 or words[at].text.isupper() else None


def _is_name_part(words: Words, at: int, after: int) -> bool:
    """Whether the place's name goes on as somebody's or something's: "Paris Hilton"."""
    return (
        _is_capital(words, at)
        and after < len(words)
        and words[after].lower == "'s"
        and after + 1 < len(words)
        and _is_capital(words, after + 1)
    )


def _unknown(words: Words, at: int) -> int | None:
    """The word after a capitalised name that "in" leads in to, or a state follows."""
    if not _may_be_place(words, at):
        return None
    after = _run(words, at)
    if _state_after(words, after) is not None:
        return after
    return after if places().before.ending(words, at) is not None else None


def _listed(words: Words, at: int, found: list[tuple[int, int]]) -> int | None:
    """The word after a capitalised name that is joined to the place before it."""
    if not found or not _may_be_place(words, at) or at - found[-1][1] > 2 or at == found[-1][1]:
        return None
    between = {words[i].lower for i in range(found[-1][1], at)}
    return _run(words, at) if between <= places().joiners else None


def _run(words: Words, at: int) -> int:
    after = at + 1
    while after - at < _MOST_WORDS and _may_be_place(words, after):
        after += 1
    return after


def _may_be_place(words: Words, at: int) -> bool:
    if at >= len(words) or not words[at].is_letters or not _is_capital(words, at):
        return False
    word = words[at]
    shouting = word.text.isupper() and len(word.text) > 1
    if shouting or word.lower in places().not_places or word.lower in function_words():
        return False
    return products().known.at(words, at) is None


def _with_state(words: Words, after: int) -> int:
    return _state_after(words, after) or after


def _state_after(words: Words, after: int) -> int | None:
    """The word after a state's letters, which a comma may part from the town."""
    at = after + (lower_at(words, after) == ",")
    if lower_at(words, at) not in places().state_letters or not words[at].text.isupper():
        return None
    return at + 1


def _is_capital(words: Words, at: int) -> bool:
    return words[at].text[0].isupper()


def _opens(words: Words, at: int) -> bool:
    """Whether the word begins a sentence, where a capital says nothing."""
    opening = at == 0 or words[at - 1].text in _SENTENCE_ENDS
    return opening and lower_at(words, at + 1) not in places().joiners | {""}
