"""How a call is talked while it goes on: shares, the longest monologue, questions."""

from collections import Counter
from collections.abc import Iterable, Mapping

from assistant.domain.fields import Side
from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Turn
from assistant.figures.lengths import QUESTION, seconds_of


class TalkFigures(Frozen):
    """``rep_share`` is the rep's part of the time talked, None as long as sides are unknown.

    ``longest`` is the longest monologue in seconds and ``longest_side`` whose it is;
    ``questions`` are those of the rep.
    """

    rep_share: float | None = None
    longest: float = 0.0
    longest_side: Side = Side.UNKNOWN
    questions: int = 0


class Talk:
    """Adds up turns, by speaker: who is the rep may become known later."""

    def __init__(self) -> None:
        self._seconds: Counter[str] = Counter()
        self._questions: Counter[str] = Counter()
        self._longest: dict[str, float] = {}
        self._speaker: str | None = None
        self._going = 0.0

    def add(self, turns: Iterable[Turn]) -> None:
        """Add turns that follow those before."""
        for turn in turns:
            name, seconds = turn.speaker or "", seconds_of(turn)
            self._going = seconds + (self._going if name == self._speaker else 0.0)
            self._speaker = name
            self._seconds[name] += seconds  # type: ignore[assignment]  # a Counter adds floats
            self._questions[name] += len(QUESTION.findall(turn.text))
            self._longest[name] = max(self._going, self._longest.get(name, 0.0))

    def figures(self, sides: Mapping[str, Side]) -> TalkFigures:
        """What it comes to, where the speakers are on these sides."""
        reps = {name for name in self._seconds if sides.get(name) is Side.REP}
        known = [name for name in self._seconds if name and name in sides]
        total = sum(self._seconds[name] for name in known)
        longest = max(known, key=lambda name: self._longest[name], default="")
        return TalkFigures(
            rep_share=sum(self._seconds[name] for name in reps) / total if reps and total else None,
            longest=self._longest.get(longest, 0.0),
            longest_side=sides.get(longest, Side.UNKNOWN),
            questions=sum(self._questions[name] for name in reps),
        )
