"""Reads a source of a stored call again, with its speakers as they are known now."""

from uuid import UUID

from assistant.domain.fields import Kind
from assistant.domain.transcript import Transcript
from assistant.workflows.reading_sources import Progress, hear_source
from assistant.workflows.taking_in import tick, with_stale
from assistant.workflows.viewing import banks_of, call_of, sources_of
from assistant.workflows.wiring import Workbench


def read_again(
    bench: Workbench, call_id: UUID, source: str, progress: Progress | None = None
) -> None:
    """Find the answers anew: what the rep says answers nothing, whoever it was taken for.

    What people decided stays; suggestions that are not found any more are stale.
    """
    call = call_of(bench, call_id)
    if call.language != "en":
        return
    there = next((one for one in sources_of(bench, call) if one.name == source), None)
    if there is None or there.kind is not Kind.CALL:
        return
    transcript = Transcript(
        format=there.format,
        kind=there.kind,
        turns=there.turns,
        participants=call.participants,
    )
    answers, asked = hear_source(
        bench,
        transcript,
        banks_of(bench, call),
        source=source,
        call_date=call.call_date,
        currency=call.currency,
        progress=progress,
    )
    with bench.store.together():
        tick(bench, call_id, asked)
        known = bench.store.answers(call_id)
        found = with_stale(known, answers, source, bench.clock())
        bench.store.save_answers(call_id, found)
