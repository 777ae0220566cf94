"""``assistant call``: calls that are stored, and a manager's review of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.cli import consent as consents
from assistant.cli.ask import ask
from assistant.cli.follow import follow
from assistant.cli.masking import Masked, masked_annotation
from assistant.cli.opening import id_of_call, open_bench, open_screens
from assistant.cli.pack import conflicts, pack, unpack
from assistant.cli.plain import CallCommands, plain
from assistant.cli.streams import complain
from assistant.cli.tables import say_facts, say_table
from assistant.domain.outcome import Outcome

if TYPE_CHECKING:
    from assistant.domain.answers import Decision

app = typer.Typer(
    help="Calls in the store: list, show, open, review. `call --plain` runs one in plain lines, "
    "`call --follow FILE` reads along.",
    cls=CallCommands,
    rich_markup_mode=None,
    no_args_is_help=True,
)

ACTS = {"return": "send back", "take_back": "take back"}
"""Acts of a review that have another name on the screen than in the store."""
Format = Literal["text", "json", "md", "html"]
Which = Annotated[str, typer.Argument(metavar="CALL", help="Its id, or the beginning of it.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept with the verdict.")]

app.command("plain")(plain)
app.command("follow")(follow)
app.command("ask")(ask)
app.command("pack")(pack)
app.command("unpack")(unpack)
app.command("conflicts")(conflicts)
app.command("consent")(consents.consent)


@app.command("list")
def list_all(ctx: typer.Context) -> None:
    """List the calls, the newest first."""
    from assistant.domain.wording import review_text
    from assistant.workflows.reviewing import list_calls

    rows = [
        (
            str(row.call.id)[:8],
            row.call.call_date.isoformat(),
            row.call.title,
            row.lead_name or "(unassigned)",
            row.outcome,
            "" if row.score is None else str(row.score),
            f"{row.unconfirmed} of {row.answers}",
            review_text(row.reviewed),
        )
        for row in list_calls(open_bench(ctx))
    ]
    headings = ("id", "date", "title", "lead", "verdict", "score", "unconfirmed", "review")
    say_table(headings, rows, none="No calls yet: `assistant annotate FILE --save` keeps one.")


@app.command()
def show(
    ctx: typer.Context,
    which: Which,
    *,
    form: Annotated[Format, typer.Option("--format", help="How to show it.")] = "text",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it there instead.")
    ] = None,
    mask: Masked = False,
) -> None:
    """Show a call with its answers, their words, and the verdict."""
    from assistant.workflows.annotating import annotation_of_call, render
    from assistant.workflows.known_files import remember

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    annotation = annotation_of_call(bench, call_id)
    if mask:
        annotation = masked_annotation(bench, annotation, call_id)
    text = render(annotation, form)
    if out is None:
        typer.echo(text)
        return
    out.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
    remember(bench, out, "export", [call_id])
    complain(f"Wrote call {str(call_id)[:8]} to {out}.")


@app.command("open")
def open_call(ctx: typer.Context, which: Which) -> None:
    """Open a call on the screen."""
    from assistant.tui.app import Found

    open_screens(ctx, start=lambda bench: Found(id_of_call(bench, which)))


@app.command()
def assign(
    ctx: typer.Context,
    which: Which,
    lead: Annotated[
        str | None, typer.Argument(help="The lead's id, e-mail or name; nobody if left out.")
    ] = None,
) -> None:
    """Give a call to a lead, or take it from one."""
    from assistant.cli.beginning import chosen_lead
    from assistant.workflows.reviewing import assign_lead

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    chosen = chosen_lead(bench, lead) if lead else None
    assign_lead(bench, call_id, chosen.id if chosen else None)
    complain(f"Call {str(call_id)[:8]} is with {chosen.name if chosen else 'nobody'} now.")


@app.command()
def attach(
    ctx: typer.Context,
    which: Which,
    chat: Annotated[Path, typer.Argument(metavar="FILE", help="The chat that Zoom saved.")],
    *,
    consent: consents.Given = None,
    consent_by: consents.By = "",
    consent_words: consents.Words = "",
) -> None:
    """Keep a meeting's typed chat with its call; it is never read as something said."""
    from assistant.workflows.attaching import attach_chat
    from assistant.workflows.consent import note_consent, reminder

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    if consent is not None:
        given = consents.consent_of(consent)
        note_consent(bench, call_id, given, said_by=consent_by, words=consent_words)
    kept = attach_chat(bench, call_id, chat)
    for note in kept.noted:
        complain(f"{chat}: {note}")
    typer.echo(f"Kept the chat with call {str(call_id)[:8]}; messages: {kept.messages}.")
    if words := reminder(bench, call_id):
        complain(words)


@app.command()
def rep(
    ctx: typer.Context, which: Which, name: Annotated[str, typer.Argument(metavar="NAME")]
) -> None:
    """Say who of the speakers is the rep, where another one was taken for it."""
    from assistant.workflows.naming_rep import name_rep

    bench = open_bench(ctx)
    people = name_rep(bench, id_of_call(bench, which), name)
    say_facts([(one.name, one.side.value) for one in people])


@app.command()
def figures(
    ctx: typer.Context,
    which: Which,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show how a call was talked: shares, monologues, questions. Hints, never a verdict."""
    from assistant.workflows.call_figures import figures_as, figures_of_call

    bench = open_bench(ctx)
    found = figures_of_call(bench, id_of_call(bench, which))
    typer.echo(figures_as(found, "json" if json else "text"))


@app.command()
def override(ctx: typer.Context, which: Which, outcome: Outcome, *, reason: Reason = "") -> None:
    """Put the rep's verdict over the program's. Both are kept."""
    from assistant.workflows.ending import override_verdict

    bench = open_bench(ctx)
    override_verdict(bench, id_of_call(bench, which), outcome, reason)
    complain(f"Put {outcome} over the program's verdict.")


@app.command()
def history(ctx: typer.Context, which: Which) -> None:
    """Show who decided what about a call, and when."""
    from assistant.workflows.reviewing import open_review

    bench = open_bench(ctx)
    review = open_review(bench, id_of_call(bench, which))
    acts = [
        (one.at, one.by.name if one.by else "assistant", f"{one.kind}: {one.verdict.outcome}",
         one.reason)
        for one in review.call.verdicts
    ]  # fmt: skip
    acts += [(one.at, one.by.name, _decided(one), one.reason) for one in review.decisions]
    acts += [
        (one.at, one.by.name, ACTS.get(one.action, one.action), one.text) for one in review.reviews
    ]
    rows = [(f"{bench.local(at):%Y-%m-%d %H:%M}", *rest) for at, *rest in sorted(acts)]
    say_table(("when", "who", "what", "why"), rows, none="Nothing was decided yet.")


def _decided(one: "Decision") -> str:
    from assistant.domain.wording import own_value

    return f"{one.action} {one.after.key} {own_value(one.after)}".rstrip()
