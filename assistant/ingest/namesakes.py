"""People of one name, whom a format tells apart by ids: Dana Reyes and Dana Reyes (2)."""

from collections import Counter
from collections.abc import Iterable
from itertools import count

from assistant.domain.fields import Side
from assistant.domain.transcript import Participant
from assistant.ingest.json_values import Record, key_in, name_in


class Namesakes:
    """Gives each person a name of their own, and says where that was needed."""

    def __init__(self) -> None:
        self._shown: dict[tuple[str, str], str] = {}
        self._people: Counter[str] = Counter()
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def called(self, name: str | None, who: object = None) -> str | None:
        """What to call the person of a name; ``who`` is their id, None where it is not told."""
        number = key_in(who)
        if name is None or not number:
            return name
        known = (name, number)
        if known not in self._shown:
            self._people[name] += 1
            self._shown[known] = self._free(name)
            self._taken.add(self._shown[known])
        return self._shown[known]

    def _free(self, name: str) -> str:
        """The name with the first number that is free; those below have all been tried."""
        for number in count(self._next.get(name, 1)):
            shown = name if number == 1 else f"{name} ({number})"
            if shown not in self._taken:
                break
        self._next[name] = number + 1
        return shown

    def named(self, people: list[Record], key: str = "id") -> list[tuple[Record, str]]:
        """Those who have a ``name``, and what to call them; ``key`` is where their id stands."""
        listed = (
            (place, person, name_in(person.get("name"))) for place, person in enumerate(people)
        )
        return [
            (person, self.called(name, _id_of(person, key, place)) or name)
            for place, person, name in listed
            if name
        ]

    @property
    def notes(self) -> tuple[str, ...]:
        """For each name of several people: what they are called, in words for a person."""
        return tuple(
            f"{people} people are called {name}; they are shown as {name}"
            f"{' and ' if people == 2 else ', '}{name} (2){'' if people == 2 else ' and so on'}"
            for name, people in self._people.items()
            if people > 1
        )


def each_once(people: Iterable[Participant]) -> tuple[Participant, ...]:
    """One participant a name; whose namesakes stand on different sides is on neither."""
    found: dict[str, Participant] = {}
    for person in people:
        known = found.setdefault(person.name, person)
        if known.side is not person.side:
            found[person.name] = Participant(name=person.name, side=Side.UNKNOWN)
    return tuple(found.values())


def notes_on_list(people: Iterable[Participant]) -> tuple[str, ...]:
    """For each name that a list of people has more than once: that nothing tells them apart."""
    counts = Counter(person.name for person in people)
    return tuple(
        f"{number} people are called {name}, and nothing tells what each of them says"
        for name, number in counts.items()
        if number > 1
    )


def _id_of(person: Record, key: str, place: int) -> str:
    number = key_in(person.get(key))
    return f"id {number}" if number else f"listed {place}"
