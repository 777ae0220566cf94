"""Reading in a process of its own gives what reading here gives, whatever becomes of it."""

import gc
import io
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar
from weakref import WeakSet

import pytest

from assistant.domain.engine import ReadingFacts
from assistant.domain.fields import Field, Kind, Side
from assistant.domain.transcript import Participant, Transcript, Turn
from assistant.extraction.apart.messages import asked, what_is_replied
from assistant.extraction.apart.reader import AT_ONCE, ApartExtractor, ReaderLost, ReadingFault
from assistant.extraction.apart.serving import TIDY_EVERY, answer_all
from tests.fakes.reading import WordExtractor

ROOT = Path(__file__).parents[3]
FACTS = ReadingFacts(call_date=date(2026, 3, 10), source="transcript")
SERVE = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from assistant.extraction.apart.serving import answer_all
from tests.fakes.reading import WordExtractor, WordListener

class Fragile(WordListener):
    def hear(self, turn):
        if turn.text == "end":
            os._exit(1)
        return super().hear(turn)

class Reader(WordExtractor):
    def listen(self, facts):
        return Fragile(facts)

answer_all(sys.stdin.buffer, sys.stdout.buffer, Reader)
"""


def said(index: int, text: str) -> Turn:
    return Turn(index=index, text=text, speaker="Luis", side=Side.PROSPECT)


@pytest.fixture
def apart() -> Iterator[ApartExtractor]:
    extractor = ApartExtractor((sys.executable, "-c", SERVE))
    yield extractor
    extractor.close()


def test_it_gives_what_reading_here_gives(apart: ApartExtractor) -> None:
    here = WordExtractor()
    turns = tuple(said(at, f"budget?: {at} grand; need: less work") for at in range(AT_ONCE + 3))
    people = (Participant(name="Dana"), Participant(name="Luis"))
    talk = Transcript(format="vtt", kind=FACTS.kind, turns=turns, participants=people)

    assert apart.engine == here.engine
    assert apart.notice is None
    assert tuple(apart.listen(FACTS).hear_all(turns)) == tuple(here.listen(FACTS).hear_all(turns))
    assert apart.listen(FACTS).hear(turns[0]) == here.listen(FACTS).hear(turns[0])
    assert apart.settle_sides(talk, "Dana") == here.settle_sides(talk, "Dana")
    assert apart.language_of(talk) == "en"
    assert apart.currency_of(talk, "USD") == ("USD", "settings")
    assert apart.value_of(Field.BUDGET, "40k", FACTS) == here.value_of(Field.BUDGET, "40k", FACTS)


def test_a_process_that_ended_is_begun_again_and_reads_on(apart: ApartExtractor) -> None:
    listener = apart.listen(FACTS)
    with pytest.raises(ReaderLost):
        listener.hear(said(0, "end"))

    assert [one.field for one in listener.hear(said(1, "need: rest")).answers] == [Field.NEED]
    assert apart.language_of(Transcript(format="vtt", kind=FACTS.kind, turns=())) == "en"


def test_where_no_process_can_be_had_it_is_said(tmp_path: Path) -> None:
    nothing = ApartExtractor((sys.executable, "-c", ""))
    with pytest.raises(ReaderLost):
        _ = nothing.engine
    nothing.close()
    with pytest.raises(OSError, match="nowhere"):
        ApartExtractor((str(tmp_path / "nowhere"),))


def test_an_error_there_is_told_by_its_kind_and_place_and_not_by_its_words() -> None:
    class Broken(WordExtractor):
        def language_of(self, transcript: Transcript) -> str:
            raise RuntimeError(transcript.turns[0].text)

    talk = Transcript(format="vtt", kind=FACTS.kind, turns=(said(0, "a secret"),))
    replies = io.BytesIO()
    answer_all(io.BytesIO(asked("language_of", talk) + asked("begin")), replies, Broken)
    fault, begun = replies.getvalue().splitlines()

    assert fault.startswith(b"!RuntimeError at ")
    assert b"secret" not in fault
    assert what_is_replied("begin", begun) == (Broken.engine, None)


def test_a_listener_that_nobody_uses_is_dropped_there(apart: ApartExtractor) -> None:
    first = apart.listen(FACTS)
    number = first._number  # type: ignore[attr-defined]
    del first
    apart.listen(FACTS)
    with pytest.raises(ReadingFault, match="KeyError"):
        apart.ask("hear", number, (said(0, "need: rest"),))


class Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


class Littering(WordExtractor):
    """Leaves some with each answer."""

    left: ClassVar[WeakSet[Ring]] = WeakSet()

    def language_of(self, transcript: Transcript) -> str:
        self.left.add(Ring())
        return super().language_of(transcript)


def test_garbage_does_not_pile_up_while_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    collect = gc.collect
    found: list[int] = []

    def look() -> int:
        found.append(len(Littering.left))
        return collect()

    monkeypatch.setattr(gc, "collect", look)
    line = asked("language_of", Transcript(format="txt", kind=Kind.CALL, turns=()))
    gc.disable()
    try:
        answer_all(io.BytesIO(line * (2 * TIDY_EVERY + 1)), io.BytesIO(), Littering)
    finally:
        gc.enable()
    assert found == [TIDY_EVERY, TIDY_EVERY]
    assert len(Littering.left) == 1
