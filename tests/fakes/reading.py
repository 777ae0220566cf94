"""An extractor for tests that need answers at once and know which: it reads ``field: words``.

A line "budget: 40k" gives a budget answer on "40k"; "budget?: 40k" a hedged one; "budget!: no"
one of polarity no. A rep's line "ask: need.pain" asks that question.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from assistant.domain.answers import Answer, Evidence, answer_id
from assistant.domain.engine import Engine, Heard, Listener, ReadingFacts
from assistant.domain.fields import Certainty, Field, Polarity, Side
from assistant.domain.transcript import Participant, Transcript, Turn
from assistant.domain.values import Label, Period, Value

SAID = re.compile(r"\b([a-z_]+)([?!]?): *([^;]+)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIELDS = {field.value for field in Field}


class WordListener:
    """Hears one source."""

    def __init__(self, facts: ReadingFacts) -> None:
        self._facts = facts

    def hear_all(self, turns: Iterable[Turn]) -> Iterator[Heard]:
        return map(self.hear, turns)

    def hear(self, turn: Turn) -> Heard:
        if turn.side is Side.REP:
            asked = re.findall(r"\bask: *([\w.]+)", turn.text)
            return Heard(asked=tuple(asked))
        found = SAID.finditer(turn.text)
        return Heard(
            answers=tuple(self._answer(turn, match) for match in found if match[1] in FIELDS)
        )

    def _answer(self, turn: Turn, match: re.Match[str]) -> Answer:
        words = match[3].rstrip()
        start, end = match.start(3), match.start(3) + len(words)
        return Answer(
            id=answer_id(self._facts.source, turn.index, start, end, match[1]),
            field=Field(match[1]),
            evidence=Evidence(
                source=self._facts.source,
                turn=turn.index,
                start=start,
                end=end,
                quote=words,
                speaker=turn.speaker,
                side=turn.side,
            ),
            polarity=Polarity.NO if match[2] == "!" else Polarity.YES,
            certainty=Certainty.HEDGED if match[2] == "?" else Certainty.FIRM,
            value=Label(text=words),
            confidence=0.9,
            found_by="rule:words",
        )


class WordExtractor:
    """The port, for tests."""

    engine = Engine(version="test", model="rules")
    notice: str | None = None

    def settle_sides(self, transcript: Transcript, rep: str | None) -> Transcript:
        rep = rep or next((person.name for person in transcript.participants), None)
        side = {person.name: Side.PROSPECT for person in transcript.participants}
        side |= {rep: Side.REP} if rep else {}
        turns = tuple(
            turn.model_copy(update={"side": side.get(turn.speaker or "", Side.PROSPECT)})
            for turn in transcript.turns
        )
        people = tuple(
            Participant(name=person.name, side=side[person.name])
            for person in transcript.participants
        )
        return transcript.model_copy(update={"turns": turns, "participants": people})

    def language_of(self, transcript: Transcript) -> str:
        return "en"

    def currency_of(
        self, transcript: Transcript, fallback: str | None, country: str | None = None
    ) -> tuple[str | None, str]:
        return fallback, "settings" if fallback else "none"

    def value_of(self, field: Field, text: str, facts: ReadingFacts) -> Value:
        day = DAY.search(text)
        if field is Field.TIMELINE and day:
            on = date.fromisoformat(day[0])
            return Period(start=on, end=on, raw=day[0])
        return Label(text=text.strip(), raw=text)

    def listen(self, facts: ReadingFacts) -> Listener:
        return WordListener(facts)
