import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.guess import Guess
from assistant.reports.annotation_contract import AnnotationShape, annotation_schema
from assistant.reports.annotation_json import as_json, as_json_text
from tests.reports.making import HOSTILE, a_call, hostile

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "annotation.schema.json"


def ids() -> list[str]:
    return [answer.id for answer in a_call().answers]


def test_the_contract_key_by_key() -> None:
    money, priya, need, zendesk, trial, none = ids()
    unanswered = {"status": "unknown", "answers": [], "hedged": False}
    budget = {"status": "unmet", "answers": [none], "hedged": False}
    authority = {"status": "unmet", "answers": [priya], "hedged": False}
    pain = {"status": "met", "answers": [need], "hedged": False}
    criteria = {"budget": budget, "authority": authority, "need": pain, "timeline": unanswered}
    verdict = {
        "outcome": "nurture",
        "score": 30,
        "reasons": [{"criterion": name, **result} for name, result in criteria.items()],
        "missing": ["timeline"],
        "would_change": [
            {"criterion": "need", "to": "unmet", "outcome": "disqualified"},
            {"criterion": "timeline", "to": "unmet", "outcome": "disqualified"},
        ],
        "next_action": (
            "Nurture until there is money: ask when the next budget round is, and send a "
            "one-page case for it."
        ),
        "segment": ["budget", "authority"],
        "unconfirmed": 3,
    }
    assert as_json(a_call()) == {
        "schema": "assistant.annotation/1",
        "engine": {"version": "0.1.0", "model": "rules"},
        "call": {
            "id": "c0ffee",
            "date": "2026-03-12",
            "date_from": "file",
            "kind": "call",
            "language": "en",
            "currency": "USD",
            "currency_from": "said",
            "participants": [
                {"name": "Dana", "side": "rep"},
                {"name": "Luis", "side": "prospect"},
            ],
        },
        "turns": [
            turn("Have you put money aside?", "Dana", "rep", 0.0, 1),
            turn("Roughly forty grand for the year, but Priya signs.", "Luis", "prospect", 61.5, 2),
            turn("We lose two orders a week. We tried Zendesk.", "Luis", "prospect", 123.0, 3),
            turn("No, there is no money at all.", "Mei", "prospect", 184.5, 4),
        ],
        "answers": [
            {
                "id": money,
                "field": "budget",
                "turn": 1,
                "start": 0,
                "end": 32,
                "quote": "Roughly forty grand for the year",
                "speaker": "Luis",
                "polarity": "yes",
                "certainty": "hedged",
                "value": {
                    "low": 40000,
                    "high": 40000,
                    "currency": "USD",
                    "per": "year",
                    "unit": None,
                    "bound": "about",
                    "raw": "forty grand",
                },
                "confidence": 0.9,
                "status": "suggested",
                "source": "tagger",
                "superseded_by": none,
                "contradicts": [none],
                "why": [{"kind": "hedge", "start": 0, "end": 7, "text": "Roughly"}],
                "question": None,
            },
            said(priya, "authority", 1, 38, 49, "Priya signs", "no")
            | {
                "value": {
                    "speaker": "no",
                    "people": [{"name": "Priya", "title": None}],
                    "raw": "Priya",
                }
            },
            said(need, "need", 2, 0, 25, "We lose two orders a week", "yes")
            | {"value": {"text": "lost orders", "raw": ""}},
            said(zendesk, "current_solution", 2, 36, 43, "Zendesk", "no")
            | {"value": {"text": "Zendesk", "raw": ""}, "status": "confirmed"},
            said(none, "budget", 3, 4, 28, "there is no money at all", "no")
            | {"speaker": "Mei", "contradicts": [money]},
        ],
        "criteria": criteria,
        "banks": [
            {
                "id": "bant",
                "version": 3,
                "criteria": criteria,
                "gates": [
                    {"id": "budget", "state": "blocked", "missing": ["Budget is unmet"]},
                    {"id": "authority", "state": "blocked", "missing": ["Authority is unmet"]},
                    {"id": "need", "state": "passed", "missing": []},
                    {"id": "timeline", "state": "blocked", "missing": ["Timeline is unknown"]},
                ],
                "verdict": verdict,
            }
        ],
        "verdict": verdict,
        "question_answers": [
            said(trial, None, 2, 27, 35, "We tried", "yes")
            | {"value": {"text": "yes", "raw": ""}, "question": "need.trial"}
        ],
        "warnings": [],
        "trackers": [],
        "figures": None,
    }


def turn(text: str, speaker: str, side: str, start: float, line: int) -> dict[str, object]:
    return {
        "text": text,
        "speaker": speaker,
        "side": side,
        "start": start,
        "end": None,
        "line": line,
    }


def said(
    answer: str, field: str | None, at: int, start: int, end: int, quote: str, polarity: str
) -> dict[str, object]:
    return {
        "id": answer,
        "field": field,
        "turn": at,
        "start": start,
        "end": end,
        "quote": quote,
        "speaker": "Luis",
        "polarity": polarity,
        "certainty": "firm",
        "value": None,
        "confidence": 0.9,
        "status": "suggested",
        "source": "tagger",
        "superseded_by": None,
        "contradicts": [],
        "why": [],
        "question": None,
    }


def test_keys_come_in_the_contracts_order() -> None:
    found = as_json(a_call())
    assert list(found)[:8] == (
        ["schema", "engine", "call", "turns", "answers", "criteria", "banks", "verdict"]
    )
    assert list(found["answers"][0])[:15] == [
        "id", "field", "turn", "start", "end", "quote", "speaker", "polarity", "certainty",
        "value", "confidence", "status", "source", "superseded_by", "contradicts",
    ]  # fmt: skip
    assert list(found["answers"][0]["value"])[:5] == ["low", "high", "currency", "per", "unit"]
    assert list(found["verdict"])[:6] == (
        ["outcome", "score", "reasons", "missing", "would_change", "next_action"]
    )


def test_periods_are_dates_or_as_soon_as_possible() -> None:
    call = a_call()
    asap = {"start": None, "end": None, "asap": True, "raw": "yesterday"}
    june = {"start": "2026-06-01", "end": "2026-06-30", "raw": "June"}
    values = []
    for value in (asap, june):
        one = call.answers[0].model_validate(
            {**call.answers[0].model_dump(), "field": "timeline", "value": value}
        )
        values.append(as_json(call.model_copy(update={"answers": (one,)}))["answers"][0]["value"])
    assert values == [{"asap": True, "raw": "yesterday"}, june]


def test_an_answer_by_hand_has_no_words() -> None:
    call = a_call()
    by_hand = call.answers[2].model_copy(update={"evidence": None, "found_by": "person"})
    found = as_json(call.model_copy(update={"answers": (by_hand,)}))["answers"][0]
    nothing = dict.fromkeys(("turn", "start", "end", "quote", "speaker"))
    assert found == as_json(call)["answers"][2] | nothing | {"source": "person"}


def test_what_is_written_is_what_the_schema_and_the_evaluation_read() -> None:
    for call in (a_call(), hostile()):
        text = as_json_text(call)
        read = AnnotationShape.model_validate_json(text, strict=True)
        assert read.model_dump(mode="json", by_alias=True) == as_json(call)
        assert len(Guess.from_annotation(json.loads(text)).answers) == 5


def test_the_schema_in_docs_is_the_one_in_force() -> None:
    written = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert written == annotation_schema()


@given(st.text(alphabet=st.characters(exclude_categories=())).filter(bool))
def test_json_text_is_the_same_json_and_steers_nothing(text: str) -> None:
    call = hostile(text)
    written = as_json_text(call, indent=2)
    assert json.loads(written) == as_json(call)
    written.encode("utf-8")
    assert not {char for char in written if char < " " and char != "\n"}
    assert not set(written) & set("\x7f\x9b\u202e\u2066\u200b\u2028")


def test_letters_of_any_script_stay_readable() -> None:
    assert "नमस्ते Zoë" in as_json_text(hostile("नमस्ते Zoë"))
    assert "\\u202etxt.exe" in as_json_text(hostile(HOSTILE))
