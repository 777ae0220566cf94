"""People who may decide, each with the name and the title that the text gives."""

from collections.abc import Collection
from dataclasses import dataclass

from assistant.domain.transcript import Participant
from assistant.domain.values import Decider
from assistant.extraction.values.found import Found
from assistant.extraction.values.function_words import is_noun_like
from assistant.extraction.values.people.names import Name, known_names, read_name
from assistant.extraction.values.people.titles import (
    Title,
    may_hold_titles,
    read_title,
    stands_for_a_body,
    titles,
)
from assistant.extraction.values.words import Words, lower_at, split_words

_LINKS = frozenset(
    {
        ",",
        "(",
        "'s",
        "is",
        "as",
        "-",
        "\u2013",
        "\u2014",
        "our",
        "the",
        "my",
        "he",
        "she",
        "his",
        "her",
        "a",
        "an",
        "who",
        "also",
    }
)
_LIST_MARKS = frozenset({"and", "or", "+", "&", ","})
_MOST_LINKS = 4
_NAMED_BODIES = frozenset({"board", "committee", "panel", "council", "commission"})
_ARTICLES = frozenset({"the", "a", "an", "our", "some"})
_MOST_NAMING = 3


@dataclass(frozen=True, slots=True)
class _Person:
    name: Name | None
    title: Title | None
    first: int
    after: int


def find_deciders(
    text: str, participants: Collection[Participant] = ()
) -> tuple[Found[Decider], ...]:
    """People and bodies that the text names, left to right, a name and its title together.

    "Priya, our CFO", "our CFO Priya", "Gus (owner)", "priya our cfo" are one each; a title
    alone has no name, a name alone no title. Names need a capital inside a sentence, an
    honorific, a participant of that name, or to be common. The speaker ("me") is none.
    """
    words = split_words(text)
    known = known_names(participants)
    has_titles = may_hold_titles(text)
    people: list[_Person] = []
    after = 0
    for at, word in enumerate(words):
        if at < after or not word.is_letters:
            continue
        person = _person(words, at, known, has_titles=has_titles)
        if person is None:
            continue
        after = person.after
        if people and (both := _together(words, people[-1], person)) is not None:
            people[-1] = both
        else:
            people.append(person)
    return tuple(
        _found(words, person)
        for before, person in zip([None, *people], people, strict=False)
        if _counts(words, person, before)
    )


def _person(words: Words, at: int, known: frozenset[str], *, has_titles: bool) -> _Person | None:
    name = read_name(words, at, known)
    if name is not None:
        return _Person(name, None, name.first, name.after)
    title = read_title(words, at) if has_titles else None
    if title is None:
        return None
    title = _in_full(words, title)
    return _Person(None, title, title.first, title.after)


def _in_full(words: Words, title: Title) -> Title:
    """A body with the words before it that name it: "the joint transition board"."""
    if not title.weak or title.text.lower() not in _NAMED_BODIES:
        return title
    first = title.first
    while title.first - first < _MOST_NAMING and is_noun_like(words, first - 1):
        first -= 1
    if first == title.first or lower_at(words, first - 1) not in _ARTICLES:
        return title
    text = " ".join(words[at].text for at in range(first, title.after))
    return Title(text=text, first=first, after=title.after)


def _together(words: Words, first: _Person, second: _Person) -> _Person | None:
    """One person out of a name and a title that stand together."""
    if (first.name is None) == (second.name is None) or (first.title and first.name):
        return None
    between = [lower_at(words, at) for at in range(first.after, second.first)]
    if len(between) > _MOST_LINKS or any(word not in _LINKS for word in between):
        return None
    title = first.title or second.title
    body = title is not None and not _is_personal(title)
    if body or (
        between[:1] == [","]
        and first.title is not None
        and second.title is None
        and len(between) > 1
    ):
        return None
    after = second.after + (lower_at(words, second.after) == ")" and "(" in between)
    return _Person(first.name or second.name, title, first.first, after)


def _is_personal(title: Title) -> bool:
    last = title.text.lower().split()[-1]
    return last not in titles().bodies or last in titles().heads


def _counts(words: Words, person: _Person, before: _Person | None) -> bool:
    """Whether a weak title is meant: "our legal", "Priya and legal", but not "it's legal"."""
    if person.name is not None or person.title is None or not person.title.weak:
        return True
    listed = before is not None and before.after == person.first - 1
    joined = listed and lower_at(words, person.first - 1) in _LIST_MARKS
    return joined or stands_for_a_body(words, person.title)


def _found(words: Words, person: _Person) -> Found[Decider]:
    name = person.name.text if person.name else None
    title = person.title.text if person.title else None
    return Found(
        start=words[person.first].start,
        end=words[person.after - 1].end,
        value=Decider(name=name, title=title),
    )
