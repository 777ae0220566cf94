"""All that is held about a person: what is theirs, what names them, and nothing of others."""

import json
from uuid import UUID

import pytest

from assistant.domain.calls import Consent
from assistant.domain.errors import WrongUsage
from assistant.domain.held import Held
from assistant.domain.people import Who
from assistant.workflows import deciding, reviewing
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.consent import note_consent
from assistant.workflows.live_call import LiveCall
from assistant.workflows.naming_late import name_late
from assistant.workflows.people import NewLead, add_lead, find_lead, record_event
from assistant.workflows.person_export import held_about, render
from assistant.workflows.person_naming import Naming
from assistant.workflows.saving import save_annotation
from assistant.workflows.searching import save_query
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import DANA, MAX, BenchOf

EMAIL = "Luis.Ortega@Harbor.example"
WITH_LUIS = """\
Dana Reyes: hello Luis
Luis Ortega: need: late trucks
Eve Long: budget: forty thousand
"""
OF_LUIS = (
    "Dana Reyes: hello Eve\nEve Long: authority: Luis Ortega signs\nEve Long: timeline: june\n"
)
OTHERS = "Dana Reyes: hello Eve\nEve Long: need: a crane for San Luis Obispo\n"


@pytest.fixture
def luis(bench: Workbench) -> UUID:
    """A lead with a call, who is also named in another lead's call."""
    lead = add_lead(bench, NewLead(name="Luis Ortega", email=EMAIL, account="Harbor Mills"))
    record_event(bench, lead, "demo_request", note="Luis wants a demo")
    with_luis = save(bench, WITH_LUIS, EMAIL)
    note_consent(bench, with_luis, Consent.NOTICE_GIVEN, said_by="Eve", words="fine with us")
    add_lead(bench, NewLead(name="Eve Long", email="eve@crane.example", account="Crane"))
    save(bench, OF_LUIS, "eve@crane.example")
    save(bench, OTHERS, "eve@crane.example")
    return with_luis


def save(bench: Workbench, said: str, email: str) -> UUID:
    read = annotate_text(bench, said, AnnotateOptions())
    return save_annotation(bench, read, find_lead(bench, email))


def texts(held: Held, kind: str) -> list[tuple[str, str]]:
    return [(one.concern, one.text) for one in held.entries if one.kind == kind]


def test_what_a_lead_said_and_what_names_him_is_found_in_every_call(
    bench: Workbench, luis: UUID
) -> None:
    held = held_about(bench, EMAIL.lower())

    assert [lead.email for lead in held.leads] == [EMAIL]
    assert [account.name for account in held.accounts] == ["Harbor Mills"]
    assert sorted(texts(held, "turn")) == [
        ("is named", "authority: Luis Ortega signs"),
        ("is named", "hello Luis"),
        ("spoke", "need: late trucks"),
    ]
    assert {concern for concern, _ in texts(held, "call")} == {"is the lead", "is named"}
    assert {concern for concern, _ in texts(held, "answer")} == {"spoke", "is named"}
    assert texts(held, "event") == [("is the lead", "Luis wants a demo")]
    assert texts(held, "consent") == [("is named", "fine with us")]


def test_turns_of_a_speaker_whose_name_came_late_are_found(bench: Workbench, luis: UUID) -> None:
    name_late(bench, luis, "transcript", {2: "Luis Ortega"})

    said = texts(held_about(bench, EMAIL), "turn")
    assert ("spoke", "budget: forty thousand") in said


def test_notes_remarks_and_queries_that_name_somebody_are_found(
    bench: Workbench, luis: UUID
) -> None:
    LiveCall(bench, luis).keep_notes("Luis hesitates\nthe crane waits\n")
    reviewing.comment(bench, luis, "Ask Ortega again")
    reviewing.comment(bench, luis, "Well done")
    save_query(bench, "mine", 'lead:"Luis Ortega"')

    held = held_about(bench, EMAIL)

    assert texts(held, "note") == [("is named", "Luis hesitates")]
    assert texts(held, "review") == [("is named", "Ask Ortega again")]
    assert texts(held, "query") == [("is named", 'lead:"Luis Ortega"')]


def test_a_user_finds_what_he_wrote(bench: Workbench, bench_of: BenchOf, luis: UUID) -> None:
    mine = bench_of(MAX)
    reviewing.comment(mine, luis, "Well done")
    answer = bench.store.answers(luis)[0]
    deciding.reject(mine, luis, answer.id, "no need")

    held = held_about(mine, MAX.email)

    assert held.users == (MAX,)
    assert held.leads == ()
    assert texts(held, "review") == [("wrote", "Well done")]
    assert texts(held, "decision") == [("wrote", "no need")]
    assert texts(held, "turn") == []


def test_a_rep_finds_the_calls_that_he_led(bench: Workbench, luis: UUID) -> None:
    held = held_about(bench, DANA.email)

    assert held.users == (Who.model_validate(DANA.model_dump()),)
    assert [concern for concern, _ in texts(held, "call")] == ["is the rep"] * 3
    assert {text for _, text in texts(held, "turn")} == {"hello Luis", "hello Eve"}


@pytest.mark.parametrize("email", ["nobody@nowhere.example", "luis@harbor.example"])
def test_of_somebody_else_nothing_is_told(bench: Workbench, luis: UUID, email: str) -> None:
    held = held_about(bench, email)

    assert (held.leads, held.users, held.entries) == ((), (), ())
    assert "Nothing else is held." in render(held, "text")


def test_a_name_can_be_given_for_somebody_who_is_no_lead(bench: Workbench, luis: UUID) -> None:
    held = held_about(bench, "nobody@nowhere.example", ["Eve Long"])

    assert ("spoke", "budget: forty thousand") in texts(held, "turn")


def test_an_address_has_to_be_given(bench: Workbench) -> None:
    with pytest.raises(WrongUsage):
        held_about(bench, "  ")


def test_both_forms_tell_the_same(bench: Workbench, luis: UUID) -> None:
    held = held_about(bench, EMAIL)
    facts = json.loads(render(held, "json"))

    assert facts["schema"] == "assistant.person/1"
    assert Held.model_validate({key: facts[key] for key in facts if key != "schema"}) == held
    told = render(held, "text")
    assert [entry.text for entry in held.entries if entry.text not in told] == []


@pytest.mark.parametrize(
    ("name", "among", "is_his"),
    [
        ("Luis Ortega", False, True),
        ("LUIS ORTEGA", False, True),
        ("Ortega, Luis", False, True),
        ("Luis", False, False),
        ("Luis", True, True),
        ("Luisa", True, False),
        ("Luis Mendez", True, False),
        ("", True, False),
        (None, True, False),
    ],
)
def test_a_name_is_known_whole_or_in_company(name: str | None, among: bool, is_his: bool) -> None:
    assert Naming(email=EMAIL, names=("Luis Ortega",)).is_called(name, among=among) is is_his
