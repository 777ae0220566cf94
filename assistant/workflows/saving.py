"""Saves an annotation as a call: the same content of the same lead is the same call."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from assistant.domain.bank import Bank
from assistant.domain.calls import Call, Consent, Source
from assistant.domain.errors import WrongUsage
from assistant.domain.people import Lead
from assistant.settings.paths import team_folder
from assistant.workflows.annotating import Annotated
from assistant.workflows.consent import need_consent, note_consent
from assistant.workflows.ending import record_verdict
from assistant.workflows.taking_in import store_read
from assistant.workflows.wiring import Workbench


def save_annotation(
    bench: Workbench,
    annotated: Annotated,
    lead: Lead | None = None,
    *,
    consent: Consent | None = None,
    said_by: str = "",
    words: str = "",
) -> UUID:
    """Store an annotated transcript with its verdict; no lead: the call is unassigned.

    Saving the same content again updates the call: what people decided stays, new findings
    arrive as suggestions, a changed verdict is a new version. ``consent`` is what was said
    about recording, None where it is not known now; ``said_by`` and ``words`` say by whom and
    how. All of it is kept, or nothing, also where the program is killed or another one saves
    the same at the same time. Raises ``NoConsent``.
    """
    refuse_strange_banks(bench, annotated.annotation.banks)
    with bench.store.together():
        call = _call_to_keep(bench, annotated, lead)
        if consent is not None:
            call = note_consent(bench, call.id, consent, said_by=said_by, words=words)
        need_consent(bench, call.consent, annotated.transcript.kind, annotated.origin)
        _keep(bench, call, annotated)
        return call.id


def refuse_strange_banks(bench: Workbench, banks: Iterable[Bank]) -> None:
    """Raise ``WrongUsage`` for a bank that is not in force: a stored call is judged again."""
    for bank in banks:
        if bench.playbook.banks.get(bank.id) != bank:
            raise WrongUsage(
                f"The bank {bank.id} is not in force, so no call can be saved with it. Put its "
                f"file into {team_folder()}, then name it by its id."
            )


def _call_to_keep(bench: Workbench, annotated: Annotated, lead: Lead | None) -> Call:
    store, facts = bench.store, annotated.annotation.call
    lead_id = lead.id if lead else None
    known = store.call_with_content(annotated.content, lead_id)
    call = known or _new_call(bench, annotated, lead_id)
    banks = tuple(bank.id for bank in annotated.annotation.banks)
    call = call.model_copy(update={"call_date": facts.call_date, "banks": banks})
    store.save_call(call)
    return call


def _keep(bench: Workbench, call: Call, annotated: Annotated) -> None:
    store = bench.store
    for bank in annotated.annotation.banks:
        store.save_bank(bank)
    store_read(
        bench,
        call,
        annotated.read,
        name=_name(store.sources(call.id), annotated),
        content=annotated.content,
        origin=annotated.origin,
    )
    record_verdict(bench, call)


def _name(sources: tuple[Source, ...], annotated: Annotated) -> str:
    """The name that the answers' evidence has; the stored source's where there is one."""
    same = next((one.name for one in sources if one.content == annotated.content), None)
    return same or ("transcript" if annotated.transcript.kind.value == "call" else "notes-file")


def _new_call(bench: Workbench, annotated: Annotated, lead_id: UUID | None) -> Call:
    facts, now = annotated.annotation.call, bench.clock()
    return Call(
        id=uuid4(),
        title=facts.title,
        lead_id=lead_id,
        call_date=facts.call_date,
        date_from=facts.date_from,
        time_zone=bench.settings.time_zone,
        kind=facts.kind,
        banks=tuple(bank.id for bank in annotated.annotation.banks),
        rep=bench.who,
        participants=facts.participants,
        language=facts.language,
        currency=facts.currency,
        currency_from=facts.currency_from,
        content=annotated.content,
        started_at=now,
        ended_at=now,
    )
