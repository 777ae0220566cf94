"""Which answers are in force: the last word in a source, and who is believed across sources.

Within one source a later answer that takes back an earlier one supersedes it. When two people
say what cannot both hold, their answers contradict each other too, unless one of them takes
his own back later. Across sources answers that disagree contradict each other. A person's
decision settles that: the other side is superseded by it. Otherwise both stay in force, and
the stronger source is believed (``counted``): what a person gave, then the words of a
transcript, then notes.

A suggestion never supersedes what a person decided: they contradict each other until a
person decides again. Rejected answers, and suggestions whose words are gone, take no part.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from assistant.domain.answers import PERSON, Answer, Status
from assistant.qualification.disagreement import disagree, overturns, same_speaker

REACH = 100
"""An answer is compared with so many that follow it for its key, so that a text which names
ten thousand budgets is settled too. In an hour's call a key has some twenty."""

KEYS_KEPT = 128
"""Of so many keys the conclusions are kept: a new line changes those of one or two."""

STATES_KEPT = 2
"""Of each key so many of the last states are kept: as it is stored, and with what the lead's
record says beside it. More would grow with the call, each as large as all answers of the key."""

_BY_PERSON, _TRANSCRIPT, _NOTES, _BESIDE_WORDS = 3, 2, 1, 0


class _Marks:
    """What settling concludes about each answer, by id."""

    def __init__(self) -> None:
        self.superseded_by: dict[str, str] = {}
        self.contradicts: dict[str, set[str]] = defaultdict(set)

    def contradict(self, one: Answer, other: Answer) -> None:
        self.contradicts[one.id].add(other.id)
        self.contradicts[other.id].add(one.id)

    def on(self, answer: Answer) -> Answer:
        by = self.superseded_by.get(answer.id)
        against = tuple(sorted(self.contradicts.get(answer.id, ())))
        if (answer.superseded_by, answer.contradicts) == (by, against):
            return answer
        return answer.model_copy(update={"superseded_by": by, "contradicts": against})


_NOTHING = _Marks()
_State = tuple[tuple[Answer, ...], _Marks]
"""Answers of one key, and what is concluded about them."""


def settle(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The same answers in the same order, ``superseded_by`` and ``contradicts`` set anew."""
    given = tuple(answers)
    by_key: dict[str, list[Answer]] = defaultdict(list)
    for answer in filter(_takes_part, given):
        by_key[answer.key].append(answer)
    marks = {key: _known.of(key, tuple(said)) for key, said in by_key.items()}
    return tuple(marks.get(answer.key, _NOTHING).on(answer) for answer in given)


class Known:
    """What was concluded about the last answers of each key. Threads may share it."""

    def __init__(self) -> None:
        self._states: dict[str, tuple[_State, ...]] = {}

    def __len__(self) -> int:
        """How many answers are kept."""
        return sum(len(said) for states in self._states.values() for said, _ in states)

    def of(self, key: str, said: tuple[Answer, ...]) -> _Marks:
        """What is concluded about all answers of a key."""
        states = self._states.get(key, ())
        known = next((marks for before, marks in states if before == said), None)
        if known is not None:
            return known
        marks = _settled(said)
        if key not in self._states and len(self._states) >= KEYS_KEPT:
            self._states = {}
        self._states[key] = ((said, marks), *states[: STATES_KEPT - 1])
        return marks


_known = Known()


def _settled(said: tuple[Answer, ...]) -> _Marks:
    """What is concluded about all answers of one key."""
    marks = _Marks()
    sources: dict[str, list[Answer]] = defaultdict(list)
    for answer in sorted(said, key=place):
        sources[source_of(answer)].append(answer)
    for of_source in sources.values():
        _settle_within(of_source, marks)
    _settle_across(sources, marks)
    return marks


def counted(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The settled answers that conclusions rest on, in the order of their words.

    Those are the answers in force, less those that a stronger one in force contradicts.
    """
    in_force = {answer.id: answer for answer in answers if answer.in_force}
    believed = [
        answer
        for answer in in_force.values()
        if not any(
            strength(in_force[other]) > strength(answer)
            for other in answer.contradicts
            if other in in_force
        )
    ]
    return tuple(sorted(believed, key=lambda one: (source_strength(one), *place(one))))


def by_person(answer: Answer) -> bool:
    """Whether a person gave, confirmed or edited it."""
    return answer.found_by == PERSON or answer.status in {Status.CONFIRMED, Status.EDITED}


def source_of(answer: Answer) -> str:
    """The source within the call; "" for what was not read from words."""
    return answer.evidence.source if answer.evidence else ""


def source_strength(answer: Answer) -> int:
    """How far its source is believed, whatever has been decided about it."""
    if answer.evidence is None:
        return _BY_PERSON if answer.found_by == PERSON else _BESIDE_WORDS
    return _NOTES if answer.evidence.source.startswith("notes") else _TRANSCRIPT


def strength(answer: Answer) -> int:
    """How far it is believed where sources disagree."""
    return _BY_PERSON if by_person(answer) else source_strength(answer)


def place(answer: Answer) -> tuple[float, str, int, int, int, str]:
    """Where it stands among the answers of its source: by its words, else by its time."""
    at = answer.at.timestamp() if answer.at and answer.evidence is None else 0.0
    words = answer.evidence
    if words is None:
        return at, "", 0, 0, 0, answer.id
    return at, words.source, words.turn, words.start, words.end, answer.id


def _takes_part(answer: Answer) -> bool:
    return answer.status is not Status.REJECTED and not (answer.stale and not answer.decided)


def _settle_within(said: Sequence[Answer], marks: _Marks) -> None:
    standing: list[Answer] = []
    for position, earlier in enumerate(said):
        overturning = [one for one in _following(said, position) if overturns(earlier, one)]
        for later in overturning:
            if _may_supersede(later, earlier):
                marks.superseded_by[earlier.id] = later.id
                break
            marks.contradict(earlier, later)
        if not any(same_speaker(earlier, later) for later in overturning):
            standing.append(earlier)
    _contradict_each_other(standing, marks)


def _following(said: Sequence[Answer], position: int) -> Sequence[Answer]:
    return said[position + 1 : position + 1 + REACH]


def _may_supersede(later: Answer, earlier: Answer) -> bool:
    return by_person(later) or not by_person(earlier)


def _contradict_each_other(standing: Sequence[Answer], marks: _Marks) -> None:
    """What two people say that cannot both hold, where neither takes his own back."""
    for position, earlier in enumerate(standing):
        for later in _following(standing, position):
            if not same_speaker(earlier, later) and (
                overturns(earlier, later) or disagree(earlier, later)
            ):
                marks.contradict(earlier, later)


def _settle_across(sources: dict[str, list[Answer]], marks: _Marks) -> None:
    standing = {
        name: [answer for answer in said if answer.id not in marks.superseded_by]
        for name, said in sources.items()
    }
    names = list(standing)
    for position, name in enumerate(names):
        for other_name in names[position + 1 :]:
            for one in standing[name]:
                for other in standing[other_name]:
                    if disagree(one, other):
                        marks.contradict(one, other)
                        _decide(one, other, marks)


def _decide(one: Answer, other: Answer, marks: _Marks) -> None:
    if by_person(one) == by_person(other):
        return
    winner, loser = (one, other) if by_person(one) else (other, one)
    marks.superseded_by[loser.id] = max(marks.superseded_by.get(loser.id, ""), winner.id)
