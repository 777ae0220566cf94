from datetime import date
from pathlib import Path

import pytest

from assistant.domain.errors import BadInput
from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.marked import MarkedAnswer
from assistant.domain.transcript import Participant
from assistant.ingest.marked import marked_files, plain_text, read_marked

HEADER = """id: small
call_date: 2026-03-12
product: dispatch software
rep: Dana
speakers: Dana (rep), Luis Oke (prospect), Bo (other)
style: clean
criteria: budget=met authority=unmet need=met timeline=unknown
"""
BUDGET = "{{budget|yes|hedged|40000 USD/year}} maybe 40k {{/}}"
BODY = """
Dana: So: what is going on?

Luis Oke:  {{need|yes|firm|missed visits}}We miss visits{{/}}, and BUDGET.
Dana: I see.
""".replace("BUDGET", BUDGET)


def _write(folder: Path, text: str) -> Path:
    path = folder / "small.call"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_call(tmp_path: Path) -> None:
    call = read_marked(_write(tmp_path, f"{HEADER}---{BODY}"))
    assert (call.id, call.call_date, call.kind, call.rep) == (
        "small",
        date(2026, 3, 12),
        Kind.CALL,
        "Dana",
    )
    assert call.participants == (
        Participant(name="Dana", side=Side.REP),
        Participant(name="Luis Oke", side=Side.PROSPECT),
        Participant(name="Bo", side=Side.OTHER),
    )
    assert call.header["product"] == "dispatch software"
    assert call.criteria == {
        "budget": "met",
        "authority": "unmet",
        "need": "met",
        "timeline": "unknown",
    }
    assert [(turn.index, turn.speaker, turn.text, turn.line) for turn in call.turns] == [
        (0, "Dana", "So: what is going on?", 9),
        (1, "Luis Oke", "We miss visits, and maybe 40k.", 11),
        (2, "Dana", "I see.", 12),
    ]
    assert call.answers == (
        MarkedAnswer(
            field=Field.NEED,
            turn=1,
            start=0,
            end=14,
            quote="We miss visits",
            polarity=Polarity.YES,
            certainty=Certainty.FIRM,
            notation="missed visits",
        ),
        MarkedAnswer(
            field=Field.BUDGET,
            turn=1,
            start=20,
            end=29,
            quote="maybe 40k",
            polarity=Polarity.YES,
            certainty=Certainty.HEDGED,
            notation="40000 USD/year",
        ),
    )


def test_notes_keep_their_lines_as_they_are(tmp_path: Path) -> None:
    body = "\n\t- {{need|yes|firm|late}}late invoices{{/}} :(\n"
    call = read_marked(_write(tmp_path, f"{HEADER}kind: notes\n---{body}"))
    assert call.kind is Kind.NOTES
    assert [(turn.speaker, turn.text) for turn in call.turns] == [(None, "\t- late invoices :(")]
    assert [(answer.start, answer.end) for answer in call.answers] == [(3, 16)]
    assert plain_text(call) == "\t- late invoices :(\n"


def test_plain_text_has_no_marks(tmp_path: Path) -> None:
    call = read_marked(_write(tmp_path, f"{HEADER}---{BODY}"))
    assert plain_text(call) == (
        "Dana: So: what is going on?\nLuis Oke: We miss visits, and maybe 40k.\nDana: I see.\n"
    )


def test_a_call_without_a_rep(tmp_path: Path) -> None:
    text = HEADER.replace("Dana (rep), ", "")
    assert read_marked(_write(tmp_path, f"{text}---{BODY}")).rep == ""


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("---\n", "", None, "no line ---"),
        ("style: clean", "clean", 6, "key: value"),
        ("call_date: 2026-03-12", "call_date: soon", None, "call_date: 2026-03-12"),
        ("call_date: 2026-03-12\n", "", None, "call_date: 2026-03-12"),
        ("need=met", "need=maybe", None, "need=maybe is not one of"),
        ("need=met", "mood=met", None, "mood=met is not one of"),
        ("Dana: I see.", "I see.", 12, "Name: words"),
        ("{{need|", "{{mood|", 11, "field 'mood' is not one of budget, authority"),
        ("need|yes|", "need|good|", 11, "polarity 'good' is not one of yes, no, open"),
        ("|firm|", "|sure|", 11, "certainty 'sure' is not one of firm, hedged"),
        ("We miss visits{{/}}", "We miss visits", 11, "a mark is broken"),
        ("We miss visits{{/}}", "We {{/}}miss visits{{/}}", 11, "a mark is broken"),
        ("We miss visits", f"We {BUDGET} visits", 11, "a mark is broken"),
        ("{{need|yes|firm|missed visits}}", "{{need|yes|firm}}", 11, "a mark is broken"),
        ("We miss visits{{/}}", " {{/}}", 11, "the need mark has no words in it"),
        ("I see.", "I see }} it.", 12, "a mark is broken"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int | None, message: str
) -> None:
    text = f"{HEADER}---{BODY}"
    assert old in text
    path = _write(tmp_path, text.replace(old, new, 1))
    with pytest.raises(BadInput) as wrong:
        read_marked(path)
    assert wrong.value.line == line
    assert str(wrong.value).startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert message in str(wrong.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_marked(tmp_path / "nowhere.call")
    path = tmp_path / "latin.call"
    path.write_bytes(b"id: caf\xe9\n---\n")
    with pytest.raises(BadInput, match="UTF-8"):
        read_marked(path)


def test_marked_files_are_found_in_folders_below(tmp_path: Path) -> None:
    (tmp_path / "train").mkdir()
    for name in ("b.call", "train/a.call", "c.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert marked_files(tmp_path) == (tmp_path / "b.call", tmp_path / "train" / "a.call")
    with pytest.raises(BadInput, match="no marked calls"):
        marked_files(tmp_path / "nowhere")


def test_quotes_are_the_words_at_their_offsets() -> None:
    corpus = Path(__file__).parents[2] / "transcripts" / "corpus"
    calls = [read_marked(path) for path in marked_files(corpus)]
    assert len(calls) == 2145
    for call in calls:
        for mark in call.answers:
            assert call.turns[mark.turn].text[mark.start : mark.end] == mark.quote
