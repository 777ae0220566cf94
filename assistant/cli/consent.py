"""Consent on the command line: the options that note it, and ``assistant call consent``."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.cli.opening import open_bench
from assistant.cli.tables import say_table

if TYPE_CHECKING:
    from uuid import UUID

    from assistant.domain.calls import Consent
    from assistant.workflows.wiring import Workbench

Said = Literal["agreed", "notice", "not-needed"]
Told = Literal["agreed", "notice", "not-needed", "withdrawn", "unknown"]

VALUES: dict[Told, str] = {
    "agreed": "asked_and_agreed",
    "notice": "notice_given",
    "not-needed": "not_needed",
    "withdrawn": "withdrawn",
    "unknown": "unknown",
}
"""What each word stands for; the type itself takes longer to load than a help text may."""

Given = Annotated[
    Said | None,
    typer.Option("--consent", help="What was said about recording; it is kept with the call."),
]
By = Annotated[str, typer.Option("--consent-by", metavar="NAME", help="Who said so.")]
Words = Annotated[str, typer.Option("--consent-words", metavar="TEXT", help="In which words.")]


def consent_of(said: Told | None) -> "Consent":
    """What an option says."""
    from assistant.domain.calls import Consent

    return Consent(VALUES[said or "unknown"])


def _name(consent: "Consent") -> str:
    return next(name for name, value in VALUES.items() if value == consent.value)


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
        call = note_consent(bench, call.id, consent_of(said), said_by=by, words=words)
    typer.echo(f"Consent: {_name(call.consent)}")
    _say_history(bench, call.id)


def _say_history(bench: "Workbench", call_id: "UUID") -> None:
    from assistant.workflows.consent import consent_history

    rows = [
        (f"{bench.local(one.at):%Y-%m-%d %H:%M}", _name(one.consent), one.said_by, one.words,
         one.by.name)
        for one in consent_history(bench, call_id)
    ]  # fmt: skip
    say_table(("when", "consent", "said by", "in words", "noted by"), rows, none="Never noted.")
