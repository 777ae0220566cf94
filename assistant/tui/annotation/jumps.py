"""Where the jumps of the annotation screen go. Pure."""

from collections.abc import Callable, Sequence

from assistant.domain.answers import Answer
from assistant.domain.fields import Field
from assistant.tui.review.index import ReviewIndex

Spot = tuple[int, int]
"""A place in a call: the number of the turn among all that are shown, a code point in it."""
Which = Callable[[Answer], bool]


def unsure(answer: Answer) -> bool:
    """Whether it counts and nobody has decided on it."""
    return answer.in_force and not answer.decided


def contradicted(answer: Answer) -> bool:
    """Whether it counts and another one speaks against it."""
    return answer.in_force and bool(answer.contradicts)


class Jumps:
    """The spots of a call, in the order in which its words are shown."""

    def __init__(self, index: ReviewIndex) -> None:
        self._index = index
        self._numbers = {place: number for number, place in enumerate(index.said)}
        self._spots = {one: self.spot(index.place(one), one) for one in index.order}

    def spot(self, place: str, answer_id: str = "") -> Spot:
        """Where a turn is; with an answer of it, where that one's words begin in it."""
        answer = self._index.answers.get(answer_id)
        here = answer is not None and self._index.place(answer_id) == place
        where = answer.evidence if answer is not None and here else None
        return self._numbers.get(place, -1), where.start if where else -1

    def answer(self, which: Which, here: Spot, by: int) -> str:
        """The id of the next (1) or previous (-1) of such answers, round and round."""
        index = self._index
        wanted = [one for one in index.order if which(index.answers[one])]
        spots = [self._spots[one] for one in wanted]
        at = _next(spots, here, by)
        return wanted[at] if wanted else ""

    def of_next_field(self, key: str, by: int) -> str:
        """The first answer of the next field that has any, in the order of the fields."""
        index = self._index
        first: dict[str, str] = {}
        for one in index.order:
            if index.answers[one].in_force:
                first.setdefault(index.answers[one].key, one)
        keys = sorted(first, key=_rank)
        if not keys:
            return ""
        if key not in keys:
            return first[keys[0 if by > 0 else -1]]
        return first[keys[(keys.index(key) + by) % len(keys)]]

    def place(self, places: Sequence[str], here: Spot, by: int) -> str:
        """The next or previous of some turns, round and round."""
        ordered = sorted((one for one in places if one in self._numbers), key=self._numbers.get)  # type: ignore[arg-type]
        # A turn is behind where anything of it is aimed at.
        spots = [(self._numbers[one], -1) for one in ordered]
        at = _next(spots, (here[0], -1), by)
        return ordered[at] if ordered else ""


def _next(spots: Sequence[Spot], here: Spot, by: int) -> int:
    if by > 0:
        return next((at for at, spot in enumerate(spots) if spot > here), 0)
    before = [at for at, spot in enumerate(spots) if spot < here]
    return before[-1] if before else len(spots) - 1


_FIELDS = {field.value: number for number, field in enumerate(Field)}


def _rank(key: str) -> tuple[int, str]:
    return _FIELDS.get(key, len(_FIELDS)), key
