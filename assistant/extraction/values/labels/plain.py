"""The thing that a few words name and say nothing else of: "two own printers", "ski rental"."""

from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.function_words import function_words
from assistant.extraction.values.numbers.numerals import numerals
from assistant.extraction.values.words import Phrases, Words, glued, split_words

_MOST_WORDS = 3
_LONGEST = 60
_NO_THING = ("ed", "ly")
"""How words end that tell what was done, or how."""
_JOINTS = frozenset("-&/'")


class _PlainWords(Frozen):
    leading: tuple[str, ...]
    trailing: tuple[str, ...]
    no_names: frozenset[str]

    @cached_property
    def before(self) -> Phrases[str]:
        return Phrases((phrase, phrase) for phrase in self.leading)

    @cached_property
    def after(self) -> Phrases[str]:
        return Phrases((phrase, phrase) for phrase in self.trailing)


@at_loading
def _lists() -> _PlainWords:
    return load_data(_PlainWords, Path(__file__).with_suffix(".yaml"))


def plain_name(text: str) -> str:
    """The thing that the words name; empty where they say more, or name nothing.

    Up to three words without what leads in to them ("we have", "two") or follows them
    ("at present"), none of them one that only holds a sentence together.
    """
    if len(text) > _LONGEST:
        return ""
    bare = text.strip(" .,;:!\"'")
    words = split_words(bare)
    first = _first(words)
    after = _after(words, first)
    kept = words[first:after]
    said = [word for word in kept if word.text not in _JOINTS]
    named = 0 < len(said) <= _MOST_WORDS and all(_may_name(word.lower) for word in said)
    named = named and not said[-1].lower.endswith(_NO_THING)
    letters = any(word.is_letters and len(word.text) > 1 for word in said)
    if not named or not letters or not kept[0].text[0].isalnum():
        return ""
    return bare[kept[0].start : kept[-1].end]


def _first(words: Words) -> int:
    """The first word of the name."""
    at = 0
    while at < len(words):
        hit = _lists().before.at(words, at)
        number = words[at].is_digits or words[at].lower in numerals().starters
        if hit is None and (not number or glued(words, at + 1)):
            return at
        at = at + 1 if hit is None else hit[1]
    return at


def _after(words: Words, first: int) -> int:
    """The word after the name."""
    end = len(words)
    while end > first:
        hit = _lists().after.ending(words, end)
        if hit is None or hit[1] < first:
            return end
        end = hit[1]
    return end


def _may_name(word: str) -> bool:
    return word[0].isalnum() and word not in function_words() and word not in _lists().no_names
