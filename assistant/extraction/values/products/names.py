"""Names of products and vendors, known to a list or not, in clauses that name some."""

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.domain.values import Label
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.found import Found
from assistant.extraction.values.function_words import function_words
from assistant.extraction.values.numbers.numerals import numerals
from assistant.extraction.values.people.names import is_first_name
from assistant.extraction.values.places.finding import find_places
from assistant.extraction.values.products.finding import find_products, products
from assistant.extraction.values.products.naming import capitalised
from assistant.extraction.values.words import Words, glued, lower_at, split_words

_MOST_WORDS = 3
_SHORTEST = 3
_SELF = frozenset({"i", "i'm", "i'd", "i'll", "i've"})
_BEFORE_RARE = frozenset(
    {"", "from", "by", "with", "called", "named", "on", "using", "use", "through", "via", "it's"}
    | {"'s", "is", "and", "or", "plus", "the", "got", "at", "of", "uh", "um", "have", "it", "had"}
    | {"to", "they're", "that's", "there's", "maybe", "old", "against", "run", "we're", "not", ","}
    | {"guess", "probably", "like", "you", "see", "for", "ask"}
)
_BETWEEN = frozenset({"old", "new", "leased", "used", "of", "diesel", "electric", "little"})
_SEVERAL = frozenset({"some", "few", "several", "many", "couple"})
_SHORT_NAME = 4
_NO_NAME_ENDINGS = ("ing", "ed", "ly", "able", "ful", "ness")
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "'s", "n't", "'ll", "'d", "'re", "'ve")


class _Everyday(Frozen):
    words: frozenset[str]


@at_loading
def _everyday() -> frozenset[str]:
    return load_data(_Everyday, Path(__file__).with_name("everyday.yaml")).words


def find_names(
    text: str, strangers: frozenset[str] = frozenset(), *, lower_case: bool = False
) -> tuple[Found[Label], ...]:
    """Names in a clause that is known to name products or vendors, left to right.

    Those of the lists, those with capitals, letters that were spelled out ("c t m"), and in
    ``lower_case`` speech words that everyday talk does not have. Places are none, nor the
    lower-case words of ``strangers`` (who takes part in the call).
    """
    words = split_words(text)
    starts = [word.start for word in words]
    spots = {
        (at, bisect_left(starts, f.end)): _one_word(f.value.text)
        for f in find_products(text)
        for at in (bisect_left(starts, f.start),)
    }
    places = {range(f.start, f.end) for f in find_places(text)}
    finders = (capitalised, _spelled, _rare) if lower_case else (capitalised, _spelled)
    for find in finders:
        for first, after in find(words):
            other = _is_other(words, first, after, strangers, places)
            if not other and not _touches(first, after, spots):
                spots[first, after] = _text(text, words, first, after)
                if find is capitalised and _is_counted(words, first):
                    spots[first, after] = _one_of(spots[first, after])
    return tuple(
        Found(start=words[a].start, end=words[b - 1].end, value=Label(text=name, raw=name))
        for (a, b), name in sorted(spots.items())
    )


def is_lower_case(text: str) -> bool:
    """Whether the text has no capitals to tell names by, as speech recognition writes."""
    return not any(word.text[0].isupper() and word.lower not in _SELF for word in split_words(text))


def rare_words(text: str) -> tuple[str, ...]:
    """Runs of words that everyday talk does not have, left to right: names, where it tells none."""
    words = split_words(text)
    return tuple(
        text[words[first].start : words[after - 1].end] for first, after in _rare_runs(words)
    )


def _is_counted(words: Words, first: int) -> bool:
    """Whether a name stands for things by that maker: "two old Cochrans", "42 Ricohs"."""
    before = first - 1 - (lower_at(words, first - 1) in _BETWEEN)
    word = lower_at(words, before)
    return word in numerals().starters or word in _SEVERAL or word[:1].isdecimal()


def _one_of(makers: str) -> str:
    """The maker's name that things by it were called by: "Ricoh" of "42 Ricohs"."""
    many = makers.endswith("s") and not makers.endswith("ss") and len(makers) > _SHORT_NAME
    return makers[:-1] if many else makers


def _touches(first: int, after: int, spots: dict[tuple[int, int], str]) -> bool:
    return any(first < b and a < after for a, b in spots)


def _is_other(
    words: Words, first: int, after: int, strangers: frozenset[str], places: set[range]
) -> bool:
    """Whether it is a place, or somebody who takes part in the call or has a first name only."""
    word = words[first]
    alone = after - first == 1
    if word.lower in strangers or (alone and (is_first_name(word.lower) or len(word.text) == 1)):
        return True
    return any(words[first].start in place for place in places)


def _text(text: str, words: Words, first: int, after: int) -> str:
    said = words[first:after]
    if all(len(word.text) == 1 for word in said) and after - first > 1:
        return "".join(word.text.upper() for word in said)
    return text[words[first].start : words[after - 1].end]


def _one_word(name: str) -> str:
    """As the list has it first, where people say it otherwise: "ring central", "powerbi"."""
    plain = name.lower()
    listed = _listed_names().get(_joined(plain), plain)
    return name if listed == plain else listed


@at_loading
def _listed_names() -> dict[str, str]:
    """The first name of those that differ in blanks and a last "s" only, by what they share."""
    names = [name for name in products().names if len(name) > _SHORTEST]
    return {_joined(name): name for name in reversed(names)}


def _joined(name: str) -> str:
    return name.replace(" ", "").removesuffix("s")


def _spelled(words: Words) -> Iterator[tuple[int, int]]:
    """Letters said one by one: "t q l", "c t m"; a word after them may belong to the name."""
    at = 0
    while at < len(words):
        after = at
        while after < len(words) and len(words[after].text) == 1 and words[after].is_letters:
            after += 1
        if after - at > 1 and lower_at(words, at) not in {"i", "a"}:
            yield at, after
        at = max(after, at + 1)


def _rare(words: Words) -> Iterator[tuple[int, int]]:
    """Runs of rare words where a name can stand, with digits glued to them."""
    for first, after in _rare_runs(words):
        if lower_at(words, first - 1) in _BEFORE_RARE:
            digits = after < len(words) and words[after].is_digits and glued(words, after)
            yield first, after + digits


def _rare_runs(words: Words) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(words):
        after = at
        while after < len(words) and after - at < _MOST_WORDS and _is_rare(words, after):
            after += 1
        if after > at:
            yield at, after
        at = max(after, at + 1)


def _is_rare(words: Words, at: int) -> bool:
    word = words[at]
    if not word.is_letters or len(word.text) < _SHORTEST or word.lower.endswith(_NO_NAME_ENDINGS):
        return False
    if word.lower in function_words() or word.lower in numerals().starters:
        return False
    return not is_first_name(word.lower) and not _is_everyday(word.lower)


def _is_everyday(word: str) -> bool:
    """Whether it is a form of an everyday word."""
    known = _everyday()
    if word in known or "'" in word:
        return True
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and (stem in known or f"{stem}e" in known or stem[:-1] in known):
            return True
        if stem != word and stem.endswith("i") and f"{stem[:-1]}y" in known:
            return True
    return f"{word}s" in known or f"{word}ed" in known or f"{word}ing" in known
