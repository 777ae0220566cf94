"""Puts right who the rep of a stored call is: its sources are read again with that known."""

from uuid import UUID

from assistant.domain.calls import Call, Source
from assistant.domain.errors import NotFound
from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant, Transcript
from assistant.workflows.ending import record_verdict
from assistant.workflows.reading_sources import account_country, read_source
from assistant.workflows.taking_in import tick, with_stale
from assistant.workflows.viewing import banks_of, call_of, sources_of
from assistant.workflows.wiring import Workbench


def name_rep(bench: Workbench, call_id: UUID, name: str) -> tuple[Participant, ...]:
    """Make that speaker the call's rep, and whoever was taken for it a prospect.

    What people decided stays; answers that are not found any more are stale. Returns who was
    there, with their sides. Raises ``NotFound``: nobody of that name speaks in the call.
    """
    with bench.store.together():
        call = call_of(bench, call_id)
        rep = _speaker(call, name)
        if rep.side is Side.REP:
            return call.participants
        for source in sources_of(bench, call):
            if source.kind is Kind.CALL:
                call = _read_again(bench, call, source, rep.name)
        if call.ended_at is not None:
            record_verdict(bench, call)
        return call.participants


def _speaker(call: Call, name: str) -> Participant:
    wanted = " ".join(name.casefold().split())
    for one in call.participants:
        if " ".join(one.name.casefold().split()) == wanted:
            return one
    names = ", ".join(one.name for one in call.participants) or "nobody who is named"
    raise NotFound(f"Nobody in this call is called {name!r}. In it speak: {names}.")


def _read_again(bench: Workbench, call: Call, source: Source, rep: str) -> Call:
    open_side = {Side.REP, Side.PROSPECT}
    turns = (
        turn.model_copy(update={"side": Side.UNKNOWN}) if turn.side in open_side else turn
        for turn in source.turns
    )
    people = (
        one.model_copy(update={"side": Side.UNKNOWN}) if one.side in open_side else one
        for one in call.participants
    )
    transcript = Transcript(
        format=source.format, kind=source.kind, turns=tuple(turns), participants=tuple(people)
    )
    read = read_source(
        bench,
        transcript,
        banks_of(bench, call),
        source=source.name,
        call_date=call.call_date,
        rep=rep,
        currency=call.currency,
        country=account_country(bench, call),
    )
    call = call.model_copy(update={"participants": read.transcript.participants})
    bench.store.save_call(call)
    tick(bench, call.id, read.asked)
    known = bench.store.answers(call.id)
    bench.store.save_answers(call.id, with_stale(known, read.answers, source.name, bench.clock()))
    return call
