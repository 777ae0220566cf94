"""Makes a label of two to six words from a clause."""

from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.words import Phrases, Word, Words, split_words

_MOST_WORDS = 6
_LOOKED_AT = 80
_STOPS = frozenset(".?!;:—…")


class _Fillers(Frozen):
    fillers: tuple[str, ...]
    leading: tuple[str, ...]
    articles: frozenset[str]
    boundaries: frozenset[str]
    trailing: frozenset[str]

    @cached_property
    def anywhere(self) -> Phrases[str]:
        return Phrases((phrase, phrase) for phrase in self.fillers)

    @cached_property
    def at_front(self) -> Phrases[str]:
        return Phrases((phrase, phrase) for phrase in self.leading)


@at_loading
def _fillers() -> _Fillers:
    return load_data(_Fillers, Path(__file__).with_name("fillers.yaml"))


def label_of(text: str) -> str:
    """What the clause is about in at most six words of its own: no fillers, no articles.

    Empty only for a text without words.
    """
    said = split_words(text)[:_LOOKED_AT]
    words = _without_fillers(said)
    kept = _trimmed(_clause(words[_front(words) :]))
    if not any(word.is_letters or word.is_digits for word in kept):
        kept = [word for word in said if word.is_letters or word.is_digits]
    return _joined(_at_most(kept))


def _without_fillers(words: Words) -> Words:
    kept: list[Word] = []
    at = 0
    while at < len(words):
        hit = _fillers().anywhere.at(words, at)
        if hit is None:
            kept.append(words[at])
        at = at + 1 if hit is None else hit[1]
    return tuple(kept)


def _front(words: Words) -> int:
    """The first word that means something."""
    at = 0
    while at < len(words):
        hit = _fillers().at_front.at(words, at)
        if hit is not None:
            at = hit[1]
        elif words[at].lower in _fillers().articles or not words[at].text[0].isalnum():
            at += 1
        else:
            return at
    return 0


def _clause(words: Words) -> list[Word]:
    """The words up to where the clause turns, articles left out."""
    kept: list[Word] = []
    for word in words:
        said = sum(item.text[0].isalnum() for item in kept)
        if word.text in _STOPS or (said >= 2 and word.lower in _fillers().boundaries):
            if said:
                break
            continue
        if said >= 2 and word.text == ",":
            break
        if word.lower not in _fillers().articles and word.text not in {",", '"', "(", ")"}:
            kept.append(word)
        if said > 2 * _MOST_WORDS:
            break
    return kept


def _at_most(words: list[Word]) -> list[Word]:
    """The first words that make six together; "re-keying" is one."""
    while len(_joined(words).split()) > _MOST_WORDS:
        words = words[:-1]
    return words


def _trimmed(words: list[Word]) -> list[Word]:
    short = _at_most(words)
    end = len(short)
    while end > 1 and (
        short[end - 1].lower in _fillers().trailing or not short[end - 1].text[0].isalnum()
    ):
        end -= 1
    return short[:end]


def _joined(words: list[Word]) -> str:
    """The words with single blanks, and none where they touched ("back-office", "month's")."""
    text = ""
    for before, word in zip([None, *words], words, strict=False):
        touching = before is not None and word.start == before.end
        text += word.text if touching or not text else f" {word.text}"
    return text
