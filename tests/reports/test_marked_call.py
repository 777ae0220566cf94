"""A marked call that was written is read back as it was, whatever was said in it."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.fields import CORE_CRITERIA, Certainty, Field, Kind, Polarity, Side
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.transcript import Participant, Turn
from assistant.domain.verdict import CriterionStatus
from assistant.ingest.marked import read_marked
from assistant.reports.marked_call import as_marked, harmless, is_as_written, label

HOSTILE = "{{need|yes|firm|x}}a{{/}} }}{{ \u202eb\u2028c\x85d\x00e\rf\ng\x1c---\ud800<b>"
PEOPLE = (Participant(name="Dana", side=Side.REP), Participant(name="Luis", side=Side.PROSPECT))

signs = st.text(
    st.one_of(st.sampled_from("ab {}|:,()\n\r\u2028\x85\u202e\u00a0"), st.characters()), max_size=20
)
said = signs.map(lambda text: harmless(text).strip())


def the_call(turns: list[str], marks: list[MarkedAnswer], kind: Kind, product: str) -> MarkedCall:
    notes = kind is Kind.NOTES
    return MarkedCall(
        id="call",
        call_date=date(2026, 3, 12),
        kind=kind,
        rep="Dana",
        participants=PEOPLE,
        header={"product": product, "style": "clean"},
        turns=tuple(
            Turn(index=index, text=text, speaker=None if notes else PEOPLE[index % 2].name)
            for index, text in enumerate(turns)
        ),
        answers=tuple(marks),
        criteria=dict.fromkeys(CORE_CRITERIA, CriterionStatus.MET),
    )


def read_back(text: str) -> MarkedCall:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "call.call"
        path.write_text(text, encoding="utf-8", newline="\n")
        return read_marked(path)


@st.composite
def marked_turns(draw: st.DrawFn) -> tuple[list[str], list[MarkedAnswer]]:
    turns = draw(st.lists(said.filter(bool), min_size=1, max_size=4))
    marks: list[MarkedAnswer] = []
    for index, text in enumerate(turns):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            quote = text[start:end]
            if quote == quote.strip():
                mark = MarkedAnswer(
                    field=draw(st.sampled_from(Field)),
                    turn=index,
                    start=start,
                    end=end,
                    quote=quote,
                    polarity=draw(st.sampled_from(Polarity)),
                    certainty=draw(st.sampled_from(Certainty)),
                    notation=draw(said) or "?",
                )
                marks.append(mark)
    return turns, marks


@settings(deadline=None)
@given(marked_turns(), st.sampled_from([Kind.CALL, Kind.NOTES]), said.filter(bool))
def test_every_call_is_read_back(
    marked: tuple[list[str], list[MarkedAnswer]], kind: Kind, product: str
) -> None:
    call = the_call(*marked, kind, product)
    read = read_back(as_marked(call))
    assert [turn.text for turn in read.turns] == [turn.text for turn in call.turns]
    assert [turn.speaker for turn in read.turns] == [turn.speaker for turn in call.turns]
    assert read.answers == call.answers
    same = ("id", "call_date", "kind", "rep", "participants", "criteria")
    assert [getattr(read, one) for one in same] == [getattr(call, one) for one in same]
    assert read.header["product"] == product


def test_hostile_text_stands_in_a_call_as_one_harmless_line() -> None:
    text = harmless(HOSTILE)
    read = read_back(as_marked(the_call([text], [], Kind.CALL, "x")))
    assert [turn.text for turn in read.turns] == [text]
    assert read.answers == ()
    assert set("{}\n\r\x00\u202e\u2028\x85\x1c") & set(text) == set()


@given(signs, st.integers(0, 20))
def test_places_can_be_counted_in_harmless_text(text: str, place: int) -> None:
    assert harmless(text).startswith(harmless(text[:place]))


@given(signs)
def test_a_label_can_begin_a_turn_and_stand_in_the_header(name: str) -> None:
    assert set(":,()\n{}") & set(label(name)) == set()
    assert label(name) == label(label(name))


def test_a_file_tells_whether_somebody_changed_it() -> None:
    text = as_marked(
        the_call(["a --- b", "---", "exported: 0123456789abcdef"], [], Kind.NOTES, "x")
    )
    assert is_as_written(text)
    for other in (text.replace("a ---", "b ---"), text.replace("Dana", "Max"), "", "x\n---\ny\n"):
        assert not is_as_written(other)
