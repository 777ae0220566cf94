"""Hears turns while a call goes on, when it is not yet sure who is the rep."""

from collections.abc import Callable, Mapping, Sequence

from assistant.domain.answers import Answer
from assistant.domain.calls import Call
from assistant.domain.engine import Listener
from assistant.domain.fields import Kind, Side
from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Participant, Transcript, Turn
from assistant.ingest.growing.late_names import stands_for_a_name
from assistant.workflows.reading_sources import account_country, currency_known, reading_facts
from assistant.workflows.taking_in import rep_among
from assistant.workflows.viewing import banks_of
from assistant.workflows.wiring import Workbench

DECIDING = 40
"""Turns: so long what is said may still change who is taken for the rep."""
LANGUAGE_TURNS = 60
"""Turns that tell the language."""
BEFORE = 8
"""Turns that a listener is told again, to know what was being talked about."""
ENGLISH = "en"


class EarHeard(Frozen):
    """What turns gave. ``again`` says that everything was heard anew, with other sides."""

    turns: tuple[Turn, ...]
    answers: tuple[Answer, ...] = ()
    asked: tuple[str, ...] = ()
    again: bool = False


class LiveEar:
    """Gives turns their sides and hears them.

    ``rep`` is the rep's name among the speakers; else it is the user's own name, or found
    from what is said. ``turns`` were heard in an earlier session. ``told`` are the sides of
    speakers that a person has told.
    """

    def __init__(
        self,
        bench: Workbench,
        call: Call,
        source: str,
        *,
        rep: str | None = None,
        turns: Sequence[Turn] = (),
        told: Mapping[str, Side] = {},
    ) -> None:
        self._bench = bench
        self._call = call
        self._source = source
        self._given_rep = rep
        self._told = told
        self._now_called: dict[str, str] = {}
        self.unclear: frozenset[str] = frozenset()
        """Labels that became a name here and there, so that they may be that one's."""
        self._listener: Listener | None = None
        self.turns = list(turns)
        self.sides: dict[str, Side] = {one.speaker: one.side for one in turns if one.speaker}
        self.sides |= {one.name: one.side for one in call.participants if one.name in self.sides}
        self.language = ENGLISH

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who has spoken, and on which side."""
        return tuple(Participant(name=name, side=side) for name, side in self.sides.items())

    def keep(self, turns: Sequence[Turn]) -> EarHeard:
        """Take turns without hearing them, where no reader can be loaded."""
        self.turns += turns
        return EarHeard(turns=tuple(turns))

    def rename(self, speakers: Mapping[int, str | None]) -> None:
        """Whose turns are that were heard under another label. Sides come along.

        What hangs on it is found out when turns are heard the next time, be it none.
        """
        renamed: dict[str, str | None] = {}
        for at, name in speakers.items():
            turn = self.turns[at]
            renamed[turn.speaker or ""] = name
            self.turns[at] = turn.model_copy(update={"speaker": name})
            if name and stands_for_a_name(name):  # a name was taken back
                self.sides.setdefault(name, turn.side)
        spoken = {turn.speaker for turn in self.turns}
        gone = {old: new for old, new in renamed.items() if new and old not in spoken}
        self._now_called |= gone
        known = {name for name in self.sides if name not in gone}
        self.sides = {
            gone.get(name, name): side
            for name, side in self.sides.items()
            if gone.get(name) not in known and (name in spoken or name in gone)
        }
        self._listener = None

    def hear(self, turns: Sequence[Turn], breathe: Callable[[], None]) -> EarHeard:
        """Hear turns that follow each other. ``breathe`` is called after each."""
        before = len(self.turns)
        self.turns += turns
        more = self._settle_sides()
        changed = any(one.side is not self._side(one) for one in self.turns[:before])
        english = self._turns_out_english(before)
        again = before > 0 and (changed or english)
        start = 0 if again else before
        self._side_from(start)
        if more or again or self._listener is None:
            self._listener = self._new_listener(start)
        return self._hear(start, again=again, breathe=breathe)

    def _turns_out_english(self, before: int) -> bool:
        """Tell the language as long as that is open, and if it is English after all."""
        known = self.language
        if before < LANGUAGE_TURNS:
            self.language = self._bench.extractor.language_of(self._transcript(LANGUAGE_TURNS))
        return self.language == ENGLISH and known != ENGLISH

    def _hear(self, start: int, *, again: bool, breathe: Callable[[], None]) -> EarHeard:
        turns = tuple(self.turns[start:])
        answers: list[Answer] = []
        asked: dict[str, None] = {}
        if self.language == ENGLISH and self._listener is not None:
            for heard in self._listener.hear_all(turns):
                answers += heard.answers
                asked |= dict.fromkeys(heard.asked)
                breathe()
        return EarHeard(turns=turns, answers=tuple(answers), asked=tuple(asked), again=again)

    def _settle_sides(self) -> bool:
        """Find out on which sides they are, as long as that is open. Whether anybody is new."""
        names = self._names()
        new = [name for name in names if name not in self.sides]
        if new or len(self.turns) <= DECIDING:
            found = self._sides_found(names)
            rest = Side.PROSPECT if Side.REP in found.values() else Side.UNKNOWN
            self.sides = {name: found.get(name, rest) for name in names}
        return bool(new)

    def _side(self, turn: Turn) -> Side:
        return self.sides.get(turn.speaker or "", Side.UNKNOWN)

    def _names(self) -> list[str]:
        spoken = (turn.speaker for turn in self.turns if turn.speaker)
        return list(dict.fromkeys((*self.sides, *spoken)))

    def _sides_found(self, names: Sequence[str]) -> dict[str, Side]:
        known = [Participant(name=name) for name in names]
        decided = next((name for name, side in self.sides.items() if side is Side.REP), None)
        by_name = self._rep_by_name(known)
        rep = by_name or (decided if len(self.turns) > DECIDING else None)
        settled = self._bench.extractor.settle_sides(self._transcript(DECIDING), rep)
        found = {one.name: one.side for one in settled.participants}
        if rep is not None and rep in names:
            found |= {name: Side.PROSPECT for name, side in found.items() if side is Side.UNKNOWN}
            found |= dict.fromkeys((rep, *self._maybe(rep)), Side.REP)
        found |= {name: side for name, side in self._told.items() if name in names}
        return {name: side for name, side in found.items() if side is not Side.UNKNOWN}

    def _rep_by_name(self, known: Sequence[Participant]) -> str | None:
        if self._given_rep is not None:
            return self._now_called.get(self._given_rep, self._given_rep)
        return rep_among(known, self._call.rep)

    def _maybe(self, rep: str) -> list[str]:
        """Labels that passed for the rep, and may be the one whose name came late."""
        passed = [name for name, side in self.sides.items()
                  if side is Side.REP and stands_for_a_name(name)]  # fmt: skip
        spoken = [turn.speaker for turn in self.turns]
        named = spoken[spoken.index(rep) :] if passed and rep in spoken else []
        return [label for label in passed if label in self.unclear or label not in named]

    def _transcript(self, turns: int) -> Transcript:
        first = tuple(one.model_copy(update={"side": Side.UNKNOWN}) for one in self.turns[:turns])
        names = dict.fromkeys(one.speaker for one in first if one.speaker)
        people = tuple(Participant(name=name) for name in names)
        return Transcript(format="growing", kind=Kind.CALL, turns=first, participants=people)

    def _side_from(self, start: int) -> None:
        for at in range(start, len(self.turns)):
            turn = self.turns[at]
            self.turns[at] = turn.model_copy(update={"side": self._side(turn)})

    def _new_listener(self, start: int) -> Listener:
        """One that knows the speakers, and what was talked about before turn ``start``."""
        bench, call = self._bench, self._call
        transcript = self._transcript(LANGUAGE_TURNS)
        currency, _ = currency_known(
            bench.extractor,
            bench.settings,
            transcript,
            given=call.currency,
            country=account_country(bench, call),
        )
        facts = reading_facts(
            bench.settings,
            banks_of(bench, call),
            source=self._source,
            kind=Kind.CALL,
            call_date=call.call_date,
            rep=next((name for name, side in self.sides.items() if side is Side.REP), None),
            participants=self.participants,
            currency=currency,
        )
        listener = bench.extractor.listen(facts)
        for _ in listener.hear_all(self.turns[max(0, start - BEFORE) : start]):
            pass
        return listener
