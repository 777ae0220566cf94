"""What can be written where the cursor is: names, then the values of a name."""

from collections.abc import Callable, Sequence

from assistant.domain.frozen import Frozen
from assistant.search.names import BY_NAME, NAMES, Choice
from assistant.search.parsing import ENDS_A_WORD, NAMED
from assistant.search.printing import written

MOST = 20

Stored = Callable[[str, str], Sequence[str]]
"""The values of a name that the store has, beginning like the text."""


class Offer(Frozen):
    """What could stand in place of the code points ``[start, end)`` of the query."""

    text: str
    about: str = ""


class Completion(Frozen):
    """What is offered for the part of the query that ends at the cursor."""

    start: int
    end: int
    offers: tuple[Offer, ...] = ()


def complete(query: str, cursor: int, stored: Stored) -> Completion:
    """What can be written at the cursor, most likely first."""
    cursor = min(max(cursor, 0), len(query))
    start = _start(query[:cursor])
    part = query[start:cursor]
    named = NAMED.match(part)
    if named is None:
        names = [one for one in NAMES if '"' not in part and one.name.startswith(part.casefold())]
        offers = [Offer(text=f"{one.name}:", about=one.about) for one in names]
        return Completion(start=start, end=cursor, offers=tuple(offers))
    name = BY_NAME.get(named[1].casefold())
    beginning = part[named.end() :].removeprefix('"')
    choices: Sequence[Choice] = name.choices if name else ()
    if name is not None and name.stored:
        choices = [Choice(value=value) for value in stored(name.name, beginning)]
    begun = [one for one in choices if one.value.casefold().startswith(beginning.casefold())]
    offers = [Offer(text=f"{named[0]}{written(one.value)}", about=one.about) for one in begun]
    return Completion(start=start, end=cursor, offers=tuple(offers[:MOST]))


def _start(text: str) -> int:
    """Where the part begins that the text ends with; spaces in quotes end none."""
    start, inside = 0, False
    for at, char in enumerate(text):
        if char == '"' and (not inside or text[at - 1] != "\\"):
            inside = not inside
        elif not inside and (char.isspace() or char in ENDS_A_WORD):
            start = at + 1
    return start + len(text[start:]) - len(text[start:].lstrip("-"))
