"""Consent on the command line: the options that note it, and ``assistant call consent``."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.cli.opening import open_bench
from assistant.cli.tables import say_table
from assistant.domain.calls import Consent

if TYPE_CHECKING:
    from uuid import UUID

    from assistant.workflows.wiring import Workbench

Said = Literal["agreed", "notice", "not-needed"]
Told = Literal["agreed", "notice", "not-needed", "withdrawn", "unknown"]

CONSENTS: dict[Told, Consent] = {
    "agreed": Consent.ASKED_AND_AGREED,
    "notice": Consent.NOTICE_GIVEN,
    "not-needed": Consent.NOT_NEEDED,
    "withdrawn": Consent.WITHDRAWN,
    "unknown": Consent.UNKNOWN,
}
NAMES = {consent: name for name, consent in CONSENTS.items()}

Given = Annotated[
    Said | None,
    typer.Option("--consent", help="What was said about recording; it is kept with the call."),
]
By = Annotated[str, typer.Option("--consent-by", metavar="NAME", help="Who said so.")]
Words = Annotated[str, typer.Option("--consent-words", metavar="TEXT", help="In which words.")]


def consent(
    ctx: typer.Context,
    which: Annotated[str, typer.Argument(metavar="CALL", help="Its id, or the beginning of it.")],
    said: Annotated[
        Told | None, typer.Argument(help="What was said about recording. Else only shown.")
    ] = None,
    *,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who said so.")] = "",
    words: Annotated[str, typer.Option(metavar="TEXT", help="In which words.")] = "",
) -> None:
    """Note what was said about recording a call, or show all that was noted.

    Nothing is written over. Once it is withdrawn, nothing more is read into the call; what is
    kept already goes with `assistant forget call`.
    """
    from assistant.workflows.consent import note_consent
    from assistant.workflows.reviewing import find_call

    bench = open_bench(ctx)
    call = find_call(bench, which)
    if said is not None:
        call = note_consent(bench, call.id, CONSENTS[said], said_by=by, words=words)
    typer.echo(f"Consent: {NAMES[call.consent]}")
    _say_history(bench, call.id)


def _say_history(bench: "Workbench", call_id: "UUID") -> None:
    from assistant.workflows.consent import consent_history

    rows = [
        (f"{bench.local(one.at):%Y-%m-%d %H:%M}", NAMES[one.consent], one.said_by, one.words,
         one.by.name)
        for one in consent_history(bench, call_id)
    ]  # fmt: skip
    say_table(("when", "consent", "said by", "in words", "noted by"), rows, none="Never noted.")
