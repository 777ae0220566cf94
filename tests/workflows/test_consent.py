"""The team's rule about consent is a gate in front of everything but the rep's notes."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from assistant.domain.calls import Consent
from assistant.domain.errors import NoConsent
from assistant.domain.fields import Kind
from assistant.workflows.annotating import AnnotateOptions, annotate_file, annotate_text
from assistant.workflows.attaching import attach_chat
from assistant.workflows.consent import consent_history, may_read, note_consent
from assistant.workflows.feeds import FileFeed
from assistant.workflows.following import Following, follow_file
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.saving import save_annotation
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import DANA, BenchOf, Clock

CALL = "Dana: hello there\nLuis: budget: forty thousand\n"
CHAT = "09:00:01 From Dana to Everyone: hello\n09:00:09 From Luis to Everyone: hi\n"


@pytest.fixture
def strict(bench_of: BenchOf) -> Workbench:
    """Of a team that wants consent first."""
    return bench_of(consent="block")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "call.txt"
    path.write_text(CALL, encoding="utf-8")
    return path


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    path = tmp_path / "meeting_saved_chat.txt"
    path.write_text(CHAT, encoding="utf-8")
    return path


def add_file(bench: Workbench, call_id: UUID, path: Path) -> None:
    with closing(LiveCall(bench, call_id)) as live:
        live.add_file(path)


def add_text(bench: Workbench, call_id: UUID, path: Path) -> None:
    with closing(LiveCall(bench, call_id)) as live:
        live.add_transcript(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("take_in", [add_file, add_text])
def test_a_transcript_is_refused_until_consent_is_noted(
    strict: Workbench, file: Path, take_in: Callable[[Workbench, UUID, Path], None]
) -> None:
    call_id = start_call(strict, title="First call")

    with pytest.raises(NoConsent, match="First call: what was said about recording is not noted"):
        take_in(strict, call_id, file)
    assert strict.store.sources(call_id) == ()

    note_consent(strict, call_id, Consent.NOTICE_GIVEN)
    take_in(strict, call_id, file)
    assert [len(source.turns) for source in strict.store.sources(call_id)] == [2]


def test_a_chat_is_refused_too(strict: Workbench, chat: Path) -> None:
    call_id = start_call(strict)

    with pytest.raises(NoConsent):
        attach_chat(strict, call_id, chat)
    assert strict.store.sources(call_id) == ()

    note_consent(strict, call_id, Consent.NOT_NEEDED)
    assert attach_chat(strict, call_id, chat).messages == 2


def test_the_reps_own_notes_are_always_taken(strict: Workbench, tmp_path: Path) -> None:
    call_id = start_call(strict)
    view = LiveCall(strict, call_id).keep_notes("budget: forty\nnext line\n", read_at_most=2)
    assert [line.text for line in view.lines] == ["budget: forty", "next line"]

    notes = tmp_path / "notes.txt"
    notes.write_text("- budget: forty\n- call again\n", encoding="utf-8")
    read = annotate_file(strict, notes, AnnotateOptions(kind=Kind.NOTES))
    assert strict.store.sources(save_annotation(strict, read))[0].kind is Kind.NOTES


def test_what_is_annotated_needs_consent_as_well(strict: Workbench, file: Path) -> None:
    with pytest.raises(NoConsent, match=r"call\.txt: what was said about recording"):
        annotate_file(strict, file, AnnotateOptions())
    with pytest.raises(NoConsent, match="standard input"):
        annotate_text(strict, CALL, AnnotateOptions())

    read = annotate_file(strict, file, AnnotateOptions(consent=Consent.ASKED_AND_AGREED))
    with pytest.raises(NoConsent):
        save_annotation(strict, read)
    assert strict.store.calls() == ()

    call_id = save_annotation(
        strict, read, consent=Consent.ASKED_AND_AGREED, said_by="Luis", words="fine with me"
    )
    (entry,) = consent_history(strict, call_id)
    assert (entry.consent, entry.said_by, entry.words, entry.by, entry.at) == (
        Consent.ASKED_AND_AGREED,
        "Luis",
        "fine with me",
        DANA,
        strict.clock(),
    )


def test_a_reminder_stops_nothing(bench: Workbench, file: Path) -> None:
    call_id = start_call(bench)
    add_file(bench, call_id, file)
    assert len(bench.store.sources(call_id)) == 1


def test_all_that_was_noted_is_kept_and_nothing_twice(bench: Workbench) -> None:
    call_id = start_call(bench, consent=Consent.NOTICE_GIVEN)
    for consent, who in (
        (Consent.NOTICE_GIVEN, ""),
        (Consent.NOTICE_GIVEN, "Luis"),
        (Consent.WITHDRAWN, "Luis"),
    ):
        note_consent(bench, call_id, consent, said_by=who)

    assert [(one.consent, one.said_by) for one in consent_history(bench, call_id)] == [
        (Consent.NOTICE_GIVEN, ""),
        (Consent.NOTICE_GIVEN, "Luis"),
        (Consent.WITHDRAWN, "Luis"),
    ]


@pytest.mark.parametrize("rule", ["block", "remind", "off"])
def test_consent_that_was_withdrawn_stops_reading_whatever_the_rule_is(
    bench_of: BenchOf, rule: str, file: Path
) -> None:
    bench = bench_of(consent=rule)
    assert not may_read(bench, Consent.WITHDRAWN)
    call_id = start_call(bench, title="Second call")
    note_consent(bench, call_id, Consent.WITHDRAWN)

    with pytest.raises(NoConsent, match="Second call: consent was withdrawn"):
        add_file(bench, call_id, file)


def test_words_that_were_not_stored_when_consent_was_withdrawn_are_dropped(
    bench: Workbench, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "captions.txt"
    path.write_text(CALL, encoding="utf-8")
    call_id, _ = follow_file(bench, path)
    live, following = LiveCall(bench, call_id), Following(bench, call_id, FileFeed(path))
    assert following.look()

    note_consent(bench, call_id, Consent.WITHDRAWN)
    live.end_following(following)

    assert bench.store.sources(call_id) == ()
    assert not following.more


def test_saving_a_call_leaves_its_consent_as_it_was_noted(bench: Workbench) -> None:
    call_id = start_call(bench)
    before = bench.store.call(call_id)
    assert before is not None
    note_consent(bench, call_id, Consent.WITHDRAWN)

    bench.store.save_call(before.model_copy(update={"title": "Renamed"}))

    after = bench.store.call(call_id)
    assert after is not None
    assert (after.title, after.consent) == ("Renamed", Consent.WITHDRAWN)
