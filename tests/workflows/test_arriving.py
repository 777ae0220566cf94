"""What arrives in packs obeys the team's rule about consent, and brings nothing erased back."""

from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from assistant.domain.calls import Consent
from assistant.domain.fields import Field, Side
from assistant.domain.privacy import KeptSince
from assistant.packs.unheard import unheard
from assistant.workflows import deciding, marking, reviewing
from assistant.workflows.consent import note_consent
from assistant.workflows.forgetting import Target, forget
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.packing import pack_calls
from assistant.workflows.recording import CALL
from assistant.workflows.syncing import sync
from assistant.workflows.unpacking import unpack
from assistant.workflows.viewing import call_of
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, bench_maker
from tests.fakes.two_stores import TALK, Two, answer_to


@pytest.fixture
def strict(two: Two, tmp_path: Path, opened: ExitStack) -> Workbench:
    """The manager's, of a team that wants consent first."""
    make = bench_maker(tmp_path / "manager.sqlite", two.manager_clock, opened)
    return make(MANAGER, consent="block")


@pytest.fixture
def call_id(two: Two) -> UUID:
    """A call with notes and a transcript, to which nobody noted consent."""
    made = start_call(two.rep, banks=("bant",))
    live = LiveCall(two.rep, made)
    live.keep_notes("authority: Ines signs\n")
    live.read_notes()
    live.add_transcript(TALK)
    live.end()
    live.close()
    return made


def words(bench: Workbench, call_id: UUID) -> list[str]:
    """Everything that is kept of what was said or noted, however often."""
    record = bench.store.call_record(call_id)
    assert record is not None
    said = [turn.text for one in record.sources for turn in one.turns]
    answers = [one.answer for one in record.answers]
    answers += [one.after for one in record.decisions]
    answers += [one for verdict in record.verdicts for one in verdict.answers]
    quotes = [one.evidence.quote for one in answers if one.evidence]
    return sorted({*said, *(line.text for line in record.note_lines), *quotes})


def test_only_the_reps_notes_come_in_until_consent_is_noted(
    two: Two, strict: Workbench, call_id: UUID
) -> None:
    deciding.confirm(two.rep, call_id, answer_to(two.rep, call_id, Field.BUDGET))
    marking.bookmark(two.rep, call_id, "transcript", 1, "read this")

    came = two.send(two.rep, strict, call_id)

    assert (came.new, came.unheard, came.unasked) == ((call_id,), (call_id,), ())
    assert words(strict, call_id) == ["Ines signs", "authority: Ines signs"]
    assert strict.store.sources(call_id) == ()
    assert strict.store.turn_marks(call_id) == ()
    assert two.send(two.rep, strict, call_id).same == 1

    note_consent(two.rep, call_id, Consent.ASKED_AND_AGREED)
    came = two.send(two.rep, strict, call_id)

    assert (came.changed, came.unheard) == ((call_id,), ())
    assert CALL.record(strict, call_of(strict, call_id)) == CALL.record(
        two.rep, call_of(two.rep, call_id)
    )


def test_what_was_left_out_takes_nothing_from_somebody_who_has_it(
    two: Two, strict: Workbench, call_id: UUID
) -> None:
    two.send(two.rep, strict, call_id)
    before = words(two.rep, call_id)
    verdict = two.rep.store.verdicts(call_id)
    reviewing.comment(strict, call_id, "Who said so?")

    came = two.send(strict, two.rep, call_id)

    assert came.changed == (call_id,)
    assert words(two.rep, call_id) == before
    assert two.rep.store.verdicts(call_id) == verdict


def test_consent_that_the_manager_notes_brings_the_words_through_the_folder(
    two: Two, strict: Workbench, call_id: UUID
) -> None:
    sync(two.rep, two.folder)
    (came,) = sync(strict, two.folder).came
    assert came.unheard == (call_id,)

    note_consent(strict, call_id, Consent.NOTICE_GIVEN, said_by="Ines")
    for bench in (strict, two.rep, strict):
        sync(bench, two.folder)

    assert words(strict, call_id) == words(two.rep, call_id)
    assert [turn.text for one in strict.store.sources(call_id) for turn in one.turns]


@pytest.mark.parametrize("rule", ["remind", "off", "block"])
def test_withdrawn_consent_lets_no_more_words_in_whatever_the_rule(
    two: Two, tmp_path: Path, opened: ExitStack, call_id: UUID, rule: str
) -> None:
    make = bench_maker(tmp_path / "manager.sqlite", two.manager_clock, opened)
    manager = make(MANAGER, consent=rule)
    note_consent(two.rep, call_id, Consent.ASKED_AND_AGREED)
    two.send(two.rep, manager, call_id)
    here = words(manager, call_id)
    two.rep_clock.pass_seconds(60)
    with closing(LiveCall(two.rep, call_id)) as live:
        live.add_transcript("Ines: budget: ninety thousand\n")
    note_consent(two.rep, call_id, Consent.WITHDRAWN)

    came = two.send(two.rep, manager, call_id)

    assert came.unheard == (call_id,)
    assert words(manager, call_id) == here
    assert "forty thousand" in here
    assert call_of(manager, call_id).consent is Consent.WITHDRAWN


def test_a_reminder_stops_nothing_and_is_told(two: Two, call_id: UUID) -> None:
    came = two.send(two.rep, two.manager, call_id)

    assert (came.unheard, came.unasked) == ((), (call_id,))
    assert words(two.manager, call_id) == words(two.rep, call_id)


def test_an_answer_that_quotes_a_text_that_is_not_in_the_pack_does_not_come_in(
    two: Two, call_id: UUID
) -> None:
    record = CALL.record(two.rep, call_of(two.rep, call_id))

    left, less = unheard(record.model_copy(update={"sources": ()}), ())

    assert less
    assert [one.answer.evidence.quote for one in left.answers if one.answer.evidence] == [
        "Ines signs"
    ]


def test_what_retention_erased_does_not_come_back_through_the_folder(
    two: Two, call_id: UUID
) -> None:
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)
    tomorrow = call_of(two.manager, call_id).call_date + timedelta(days=1)
    since = KeptSince(transcripts=tomorrow, notes=tomorrow, answers=tomorrow)
    two.manager.store.forget_older(since, two.manager.who, dry_run=False)
    assert words(two.manager, call_id) == []

    # The rep goes on working with it, and sends it anew each time.
    deciding.confirm(two.rep, call_id, answer_to(two.rep, call_id, Field.BUDGET))
    marking.name_speaker(two.rep, call_id, "transcript", 1, "Luis", Side.PROSPECT)
    reviewing.comment(two.rep, call_id, "Please look")
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)

    assert words(two.manager, call_id) == []
    assert two.manager.store.turn_marks(call_id) == ()
    assert [one.text for one in two.manager.store.reviews(call_id)] == ["Please look"]
    sync(two.rep, two.folder)
    assert "forty thousand" in words(two.rep, call_id)


def test_what_was_forgotten_comes_back_by_neither_way(two: Two, call_id: UUID) -> None:
    sync(two.rep, two.folder)
    sync(two.manager, two.folder)
    forget(two.manager, Target(kind="call", name="", id=call_id), dry_run=False)
    reviewing.comment(two.rep, call_id, "Please look")
    pack = pack_calls(two.rep, [call_id], two.folder.parent / "by_hand.zip")

    sync(two.rep, two.folder)
    (came,) = sync(two.manager, two.folder).came
    by_hand = unpack(two.manager, pack)

    assert came.forgotten == by_hand.forgotten == (call_id,)
    assert two.manager.store.calls() == ()
    held = Path(two.manager.store_path).read_bytes()
    assert b"Ines signs" not in held
