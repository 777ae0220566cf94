"""Marks of turns and calls side by side, without a screen: parts of ``assistant answers``."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.opening import id_of_call, open_bench, tell_notice
from assistant.cli.tables import say_table
from assistant.domain.errors import WrongUsage
from assistant.domain.fields import Side
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from assistant.domain.answers import Answer

Which = Annotated[str, typer.Argument(metavar="CALL", help="Its id, or the beginning of it.")]
Place = Annotated[
    str, typer.Argument(metavar="PLACE", help="The turn, as `answers list` has it: transcript:12.")
]


def bookmark(
    ctx: typer.Context,
    which: Which,
    place: Annotated[
        str | None, typer.Argument(metavar="PLACE", help="The turn: transcript:12. None: list.")
    ] = None,
    label: Annotated[str, typer.Argument(help="A few words about it.")] = "",
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Take the bookmark away.")] = False,
) -> None:
    """Put a bookmark at a turn, or list them all."""
    from assistant.domain.marks import in_force
    from assistant.workflows import marking

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    if place is not None:
        marking.bookmark(bench, call_id, *place_of(place), None if remove else label)
    marks = in_force(bench.store.turn_marks(call_id), "bookmark").values()
    rows = [(f"{one.source}:{one.turn}", one.text or "", one.by.name) for one in marks]
    say_table(("where", "about", "by"), rows, none="There is no bookmark in this call.")


def speaker(
    ctx: typer.Context,
    which: Which,
    place: Place,
    name: Annotated[
        str | None, typer.Argument(help="Who spoke; left out: whoever was transcribed.")
    ] = None,
    *,
    side: Annotated[
        Side | None, typer.Option(help="Where somebody new stands: rep, prospect, other.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="All turns that the same speaker has now.")
    ] = False,
) -> None:
    """Say who really spoke a turn. What was transcribed stays; its answers are found anew."""
    from assistant.workflows.marking import name_speaker
    from assistant.workflows.reading_again import read_again

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    source, turn = place_of(place)
    marks = name_speaker(bench, call_id, source, turn, name, side, everywhere=every)
    read_again(bench, call_id, source)
    who = name or "whoever was transcribed"
    what = place if len(marks) == 1 else f"{len(marks)} turns of {source}"
    were = "was" if len(marks) == 1 else "were"
    typer.echo(make_inert(f"{what} {were} spoken by {who}; {source} was read again."))
    tell_notice(bench)


def compare(
    ctx: typer.Context,
    which: Which,
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="Left out: the lead's latest other call.")
    ] = None,
    *,
    changed: Annotated[bool, typer.Option("--changed", help="Only what changed.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Two calls of a lead side by side: what changed, field by field."""
    from assistant.workflows.beside import beside_json, calls_beside, others_with_the_lead

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    other_id = id_of_call(bench, other) if other else others_with_the_lead(bench, call_id)[0].id
    calls = calls_beside(bench, call_id, other_id)
    if changed:
        shown = tuple(one for one in calls.fields if one.change != "same")
        calls = calls.model_copy(update={"fields": shown})
    if json:
        typer.echo(beside_json(calls))
        return
    days = (f"{view.call.call_date.isoformat()}" for view in (calls.before, calls.now))
    rows = [
        (one.key, one.change, _said(one.before), _said(one.now))
        for one in calls.fields
    ]  # fmt: skip
    say_table(("field", "became", *days), rows, none="Nothing has changed between these calls.")


def _said(answers: "tuple[Answer, ...]") -> str:
    from assistant.domain.wording import meaning

    return "; ".join(
        f"{meaning(one)} “{one.evidence.quote}”" if one.evidence else meaning(one)
        for one in answers
    )


def place_of(text: str) -> tuple[str, int]:
    """The source and the turn of a place as it is written. Raises ``WrongUsage``."""
    source, _, turn = text.rpartition(":")
    if not source or not turn.isdecimal():
        raise WrongUsage(f"{text}: write the place as `answers list` does, transcript:12.")
    return source, int(turn)
