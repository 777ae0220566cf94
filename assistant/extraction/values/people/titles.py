"""Titles and deciding bodies: "CFO", "VP of Operations", "practice manager", "the board"."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.domain.values import Label
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.found import Found
from assistant.extraction.values.function_words import function_words, is_noun_like
from assistant.extraction.values.words import (
    Phrases,
    Words,
    is_hyphen,
    key_words,
    lower_at,
    split_words,
    trigger,
)

_SHORT_DEPARTMENTS = frozenset({"it", "hr", "ops", "r"})
_MOST_MODIFIERS = 3
_WEAK_LETTERS = frozenset({"ed", "md", "it"})
"""Words, too, in lower case."""


class Titles(Frozen):
    """Titles as they are said; the sections are explained in the file."""

    short: dict[str, tuple[str, ...]]
    heads: tuple[str, ...]
    modifiers: frozenset[str]
    of_heads: tuple[str, ...]
    bodies: tuple[str, ...]
    weak_bodies: frozenset[str]
    modified_bodies: tuple[str, ...]
    deciding: frozenset[str]
    relations: tuple[str, ...]
    owners: frozenset[str]
    honorifics: frozenset[str]

    @cached_property
    def shorts(self) -> Phrases[str]:
        """Titles with a short form."""
        return Phrases((word, short) for short, words in self.short.items() for word in words)

    @cached_property
    def ends(self) -> Phrases[str]:
        """What a title or a body ends with."""
        return Phrases((word, word) for word in (*self.heads, *self.bodies, *self.modified_bodies))

    @cached_property
    def openers(self) -> Phrases[str]:
        """What "of" and a department can follow."""
        return Phrases((word, word) for word in self.of_heads)

    @cached_property
    def kin(self) -> Phrases[str]:
        """The speaker's relations."""
        return Phrases((word, word) for word in self.relations)

    @cached_property
    def starters(self) -> frozenset[str]:
        """The words that a title can begin with."""
        tables = (self.shorts, self.ends, self.openers, self.kin)
        return self.modifiers.union(*(table.first_words for table in tables))


class Title(Frozen):
    """A title in the words ``[first, after)``. ``weak`` ones need an owner before them."""

    text: str
    first: int
    after: int
    weak: bool = False


@at_loading
def titles() -> Titles:
    """The shipped titles."""
    return load_data(Titles, Path(__file__).with_suffix(".yaml"))


def find_titles(text: str) -> tuple[Found[Label], ...]:
    """Titles, deciding bodies and relations in the text, left to right, the longest each."""
    if not may_hold_titles(text):
        return ()
    words = split_words(text)
    return tuple(
        Found(
            start=words[title.first].start,
            end=words[title.after - 1].end,
            value=Label(
                text=title.text,
                raw=text[words[title.first].start : words[title.after - 1].end],
            ),
        )
        for title in read_titles(words)
        if not title.weak or stands_for_a_body(words, title)
    )


def may_hold_titles(text: str) -> bool:
    """The cheap test: whether the text holds the longest word of a title."""
    return _trigger()(text)


@at_loading
def _trigger() -> Callable[[str], bool]:
    table = titles()
    short = [phrase for phrases in table.short.values() for phrase in phrases]
    phrases = [*short, *table.heads, *table.bodies, *table.modified_bodies]
    return trigger(key_words([*phrases, *table.relations, *table.of_heads]), digits=False)


def stands_for_a_body(words: Words, title: Title) -> bool:
    """Whether a weak title is meant: "our legal", "up to group", "trustees vote"."""
    before = lower_at(words, title.first - 1)
    decides = lower_at(words, title.after) in titles().deciding
    if before in {"a", "an"} and is_noun_like(words, title.after):
        return False  # "a lead time"
    return before in titles().owners or (decides and before not in function_words())


def read_titles(words: Words) -> tuple[Title, ...]:
    """All titles among the words, weak ones included."""
    found: list[Title] = []
    at = 0
    while at < len(words):
        title = read_title(words, at)
        if title is None:
            at += 1
            continue
        found.append(title)
        at = title.after
    return tuple(found)


def read_title(words: Words, at: int) -> Title | None:
    """The title whose words begin at ``at``."""
    if words[at].lower not in titles().starters or not words[at].is_letters:
        return None
    return (
        _with_department(words, at) or _short(words, at) or _modified(words, at) or _kin(words, at)
    )


def _with_department(words: Words, at: int) -> Title | None:
    """As in "head of finance", "VP of Customer Success", "regional director of sales"."""
    start = at
    for _ in range(_MOST_MODIFIERS):
        hit = titles().openers.at(words, start)
        if hit is not None and lower_at(words, hit[1]) in {"of", "for"}:
            end = _department_end(words, hit[1] + 1)
            return None if end is None else Title(text=_tidy(words, at, end), first=at, after=end)
        if lower_at(words, start) not in titles().modifiers:
            return None
        start += 1
    return None


def _department_end(words: Words, at: int) -> int | None:
    """The word after the department's name that begins at ``at``."""
    at += lower_at(words, at) in {"the", "our", "all"}
    if not _is_department(words, at, first=True):
        return None
    end = at + 1
    while end - at < 4:
        joined = end + 1 if lower_at(words, end) in {"and", "&"} else end
        if not _is_department(words, joined, first=False):
            break
        end = joined + 1
    return end


def _is_department(words: Words, at: int, *, first: bool) -> bool:
    if at >= len(words) or not words[at].is_letters:
        return False
    word = words[at]
    if word.lower in _SHORT_DEPARTMENTS or word.lower in titles().modifiers:
        return True
    if first:
        return word.lower not in function_words()
    return word.text[0].isupper() and word.lower not in function_words()


def _short(words: Words, at: int) -> Title | None:
    hit = titles().shorts.at(words, at)
    if hit is None:
        return None
    text, after = hit
    if any(len(words[i].text) > 4 for i in range(at, after)):
        text = _spoken(words, at, after)
    if words[at].text in _WEAK_LETTERS and after == at + 1:
        return Title(text=text, first=at, after=after, weak=True)
    if text in {"VP", "SVP", "EVP", "AVP"} and _is_department(words, after, first=False):
        end = _department_end(words, after) or after
        return Title(text=f"{text} {_spoken(words, after, end)}", first=at, after=end)
    # "HR director" ends with its head, not here.
    return None if _modified(words, at, need=2) else Title(text=text, first=at, after=after)


def _modified(words: Words, at: int, need: int = 1) -> Title | None:
    """As in "practice manager", "finance committee", "owner": modifiers and a last word."""
    last: tuple[str, int] | None = None
    end = at
    if words[at].text == "it" and lower_at(words, at - 1) not in titles().owners:
        return None
    while end - at <= _MOST_MODIFIERS:
        last = titles().ends.at(words, end) or last
        if lower_at(words, end) not in titles().modifiers:
            break
        end += 1
        end += end < len(words) and is_hyphen(words[end])
    if last is None:
        return None
    name, after = last
    if after - at < need + (name in titles().modified_bodies):
        return None
    weak = after == at + 1 and name in titles().weak_bodies
    return Title(text=_spoken(words, at, after), first=at, after=after, weak=weak)


def _kin(words: Words, at: int) -> Title | None:
    hit = titles().kin.at(words, at)
    if hit is None:
        return None
    return Title(text=hit[0].replace(" - ", "-"), first=at, after=hit[1], weak=True)


def _tidy(words: Words, first: int, after: int) -> str:
    """The words as said, an abbreviation at the front in its short form."""
    hit = titles().shorts.at(words, first)
    if hit is None or any(len(words[i].text) > 4 for i in range(first, hit[1])):
        return _spoken(words, first, after)
    return f"{hit[0]} {_spoken(words, hit[1], after)}"


def _spoken(words: Words, first: int, after: int) -> str:
    """The words as they were said, with single blanks and no blank before a mark."""
    parts: list[str] = []
    for at in range(first, after):
        close = at > first and words[at].start == words[at - 1].end
        parts.append(words[at].text if close or not parts else " " + words[at].text)
    return "".join(parts)
