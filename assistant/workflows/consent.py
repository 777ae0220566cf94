"""Consent to a recording: what was said is kept, and the team's rule is a gate here.

Where the setting ``consent`` is "block", nothing of a call but the rep's own notes is read or
stored until consent is noted. Consent that was withdrawn stops reading whatever the setting is.
"""

from uuid import UUID, uuid4

from assistant.domain.calls import Call, Consent, ConsentEntry
from assistant.domain.errors import NoConsent
from assistant.domain.fields import Kind
from assistant.workflows.viewing import call_of
from assistant.workflows.wiring import Workbench

NOT_NOTED = "what was said about recording is not noted, and your team asks for it first"
WITHDRAWN = "consent was withdrawn, so nothing more is read into it"


def note_consent(
    bench: Workbench, call_id: UUID, consent: Consent, *, said_by: str = "", words: str = ""
) -> Call:
    """Keep what was said about recording: who said it, in which words, and that I noted it now.

    What says nothing new is not kept twice. Returns the call as it stands then. Raises
    ``NotFound``.
    """
    call = call_of(bench, call_id)
    if consent is call.consent and not (said_by.strip() or words.strip()):
        return call
    bench.store.note_consent(
        ConsentEntry(
            id=uuid4(),
            call_id=call_id,
            consent=consent,
            said_by=said_by.strip(),
            words=words.strip(),
            by=bench.who,
            at=bench.clock(),
        )
    )
    return call.model_copy(update={"consent": consent})


def consent_history(bench: Workbench, call_id: UUID) -> tuple[ConsentEntry, ...]:
    """All that was noted about a call, the oldest first. Raises ``NotFound``."""
    return bench.store.consents(call_of(bench, call_id).id)


def may_read(bench: Workbench, consent: Consent) -> bool:
    """Whether a call of this consent is read, as the team's setting says."""
    if bench.settings.consent == "block":
        return consent.is_given
    return consent is not Consent.WITHDRAWN


def reminder(bench: Workbench, call_id: UUID) -> str:
    """What to remind of, where the team wants that: consent to a stored call is not noted."""
    call = call_of(bench, call_id)
    reminds = bench.settings.consent == "remind" and call.kind is not Kind.NOTES
    if not reminds or call.consent is not Consent.UNKNOWN:
        return ""
    noting = f"assistant call consent {str(call_id)[:8]} agreed"
    return f"Consent to a recording is not noted; `{noting}` notes it."


def need_consent(bench: Workbench, consent: Consent, kind: Kind, what: str = "This call") -> None:
    """Raise ``NoConsent`` where a text of this kind must not be read or stored.

    The rep's own notes always may.
    """
    if kind is Kind.NOTES or may_read(bench, consent):
        return
    withdrawn = consent is Consent.WITHDRAWN
    mend = (
        "Nothing of it was kept."
        if withdrawn
        else "Note it in the call, with --consent, or with `assistant call consent`; then it is "
        "read."
    )
    raise NoConsent(f"{what}: {WITHDRAWN if withdrawn else NOT_NOTED}. {mend}")
