"""The shipped marks of questions belong to the shipped calls."""

from pathlib import Path

from assistant.domain.fields import Kind
from assistant.domain.marked import MarkedCall
from assistant.evaluation.asked import read_asked
from assistant.ingest.marked import marked_files, read_marked

CORPUS = Path(__file__).parents[2] / "transcripts" / "corpus"
ASKED = CORPUS / "asked.tsv"


def _calls(folder: str) -> dict[str, MarkedCall]:
    calls = (read_marked(path) for path in marked_files(CORPUS / folder))
    return {call.id: call for call in calls if call.kind is Kind.CALL}


def test_every_turn_of_the_rep_is_marked() -> None:
    calls = _calls("dev") | _calls("train")
    assert {call: set(turns) for call, turns in read_asked(ASKED).calls.items()} == {
        call.id: {turn.index for turn in call.turns if turn.speaker == call.rep}
        for call in calls.values()
    }


def test_the_lines_are_sorted_and_end_as_on_unix() -> None:
    raw = ASKED.read_bytes()
    assert b"\r" not in raw
    lines = [line.split("\t") for line in raw.decode("utf-8").splitlines()[1:]]
    assert lines == sorted(lines, key=lambda line: (line[0], int(line[1])))
    assert all(fields == ",".join(sorted(fields.split(","))) for _, _, fields in lines)
