"""Reads one source turn by turn: the port ``Listener``."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Literal

from assistant.domain.answers import Answer, Evidence, answer_id
from assistant.domain.engine import Engine, Heard, ReadingFacts
from assistant.domain.fields import Field, Kind, Side
from assistant.domain.transcript import Turn
from assistant.extraction.dialogue.asked import AskedFinder
from assistant.extraction.dialogue.confirming import confirmed, dodges
from assistant.extraction.dialogue.wordings import Wordings
from assistant.extraction.for_questions.suggesting import QuestionEar, Suggestion
from assistant.extraction.learned.finding import ALL_FIELDS, possible, supported, tagged
from assistant.extraction.learned.windows import Talk
from assistant.extraction.moment import Moment, Spoken, TurnReader
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.signals.registry import Signals
from assistant.extraction.signals.resolving import resolve

Rules = Literal["supported", "all", "none"]
"""Which answers of rules stand beside the tagger's: those that it holds possible, or all."""
WINDOW = 4
"""How many earlier turns a signal sees."""
_STAYS_OPEN = 3
"""A question stays open for so many turns of the prospect's side."""
_ECHO_WORDS = 7
"""A turn of the rep with no more words and no question of its own ("So, July?") keeps the
question before it open."""


class TurnListener:
    """Hears one source. Remembers a window of turns, and what was asked last."""

    def __init__(
        self,
        facts: ReadingFacts,
        *,
        engine: Engine,
        reader: TurnReader,
        signals: Signals,
        asking: AskedFinder,
        ear: QuestionEar,
        rules: Rules = "supported",
    ) -> None:
        self._facts = facts
        self._engine = engine
        self._reader = reader
        self._signals = signals
        self._asking = asking
        self._wordings = Wordings(facts.questions)
        self._ear = ear
        self._rules = rules
        self._talk = Talk()
        self._before: deque[Spoken] = deque(maxlen=WINDOW)
        self._asked: frozenset[Field] = frozenset()
        self._open_for = 0
        self._scale: float | None = None

    def hear(self, turn: Turn) -> Heard:
        """Read the next turn."""
        return next(self.hear_all((turn,)))

    def hear_all(self, turns: Iterable[Turn]) -> Iterator[Heard]:
        """Read turns that follow each other: what ``hear`` gives for each, sooner."""
        for spoken in self._reader.read_all(turns, self._facts, self._talk):
            notes = self._facts.kind is Kind.NOTES
            heard = self._hear_note(spoken) if notes else self._hear(spoken)
            self._before.append(spoken)
            if spoken.values.money:
                self._scale = spoken.values.money[-1].value.high
            yield heard

    def _hear(self, spoken: Spoken) -> Heard:
        if spoken.turn.side is Side.REP:
            return self._hear_rep(spoken)
        if spoken.turn.side is Side.OTHER:
            return Heard()
        answers = self._answers(self._moment(spoken))
        self._open_for -= 1
        return Heard(answers=answers)

    def _hear_rep(self, spoken: Spoken) -> Heard:
        asked = self._asking.asked(spoken, self._wordings)
        if asked.fields or spoken.words > _ECHO_WORDS:
            self._asked, self._open_for = asked.fields, _STAYS_OPEN
        return Heard(asked=asked.questions, about=tuple(sorted(asked.about)))

    def _moment(self, spoken: Spoken) -> Moment:
        last = self._before[-1] if self._before else None
        return Moment(
            spoken=spoken,
            before=tuple(self._before),
            asked=self._asked if self._open_for > 0 else frozenset(),
            guess=last if last is not None and last.turn.side is Side.REP else None,
            scale=self._scale,
        )

    def _hear_note(self, spoken: Spoken) -> Heard:
        """A heading names the field of its line, and of those below it if it stands alone."""
        text = spoken.turn.text
        heading = self._asking.heading(text)
        alone = heading is not None and text.strip().endswith(":")
        if alone or heading is not None or not text.strip():
            self._asked = frozenset({heading}) if alone and heading else frozenset()
        asked = frozenset({heading}) if heading else self._asked
        before = tuple(self._before)
        moment = Moment(spoken=spoken, before=before, asked=asked, named=heading, scale=self._scale)
        return Heard(answers=self._answers(moment))

    def _answers(self, moment: Moment) -> tuple[Answer, ...]:
        if not moment.spoken.clauses:
            return ()
        found = resolve(self._by_rules(moment), before=tagged(moment))
        given = (c for c in found if not dodges(moment.text[c.start : c.end]))
        answers = [self._answer(candidate, moment.spoken) for candidate in given]
        answers.extend(self._suggested(self._ear.hear(moment.spoken), moment.spoken))
        return tuple(answers)

    def _by_rules(self, moment: Moment) -> tuple[Candidate, ...]:
        if self._rules == "all":
            return self._signals.find(moment, ALL_FIELDS, confirmed(moment))
        fields = possible(moment) if self._rules == "supported" else None
        if not fields:
            return ()
        return self._signals.find(
            moment, fields, confirmed(moment), lambda candidate: supported(candidate, moment)
        )

    def _answer(self, candidate: Candidate, spoken: Spoken) -> Answer:
        return Answer(
            id=self._id(spoken, candidate.start, candidate.end, candidate.field.value),
            field=candidate.field,
            evidence=self._evidence(spoken, candidate.start, candidate.end),
            polarity=candidate.polarity,
            certainty=candidate.certainty,
            value=candidate.value,
            confidence=candidate.confidence,
            found_by=candidate.found_by,
            why=candidate.why,
            engine=str(self._engine),
        )

    def _suggested(self, suggestions: Iterable[Suggestion], spoken: Spoken) -> Iterable[Answer]:
        for suggestion in suggestions:
            yield Answer(
                id=self._id(spoken, suggestion.start, suggestion.end, suggestion.question),
                field=None,
                question=suggestion.question,
                evidence=self._evidence(spoken, suggestion.start, suggestion.end),
                polarity=suggestion.polarity,
                certainty=suggestion.certainty,
                value=suggestion.option,
                confidence=suggestion.confidence,
                found_by="rule:listen_for",
                why=suggestion.why,
                engine=str(self._engine),
            )

    def _id(self, spoken: Spoken, start: int, end: int, key: str) -> str:
        return answer_id(self._facts.source, spoken.turn.index, start, end, key)

    def _evidence(self, spoken: Spoken, start: int, end: int) -> Evidence:
        turn = spoken.turn
        return Evidence(
            source=self._facts.source,
            turn=turn.index,
            start=start,
            end=end,
            quote=turn.text[start:end],
            speaker=turn.speaker,
            side=turn.side,
        )
