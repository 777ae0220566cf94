"""``assistant call pack`` and ``unpack``: calls travel to another store in a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.failures import Failures
from assistant.cli.opening import open_bench
from assistant.cli.progress import Progress
from assistant.cli.streams import complain
from assistant.domain.counting import counted
from assistant.domain.errors import BadInput, NotFound, WrongUsage
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from uuid import UUID

    from assistant.domain.conflicts import Conflict
    from assistant.workflows.unpacking import CameIn
    from assistant.workflows.wiring import Workbench


def pack(
    ctx: typer.Context,
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CALL]...", help="Calls, each by its id or the beginning of it."),
    ] = None,
    out: Annotated[Path | None, typer.Argument(metavar="OUT", help="The new file.")] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Pack all calls.")] = False,
) -> None:
    """Pack calls with all that belongs to them into a file for somebody else's store.

    It is a zip file of JSON; `assistant call unpack` takes it in.
    """
    from assistant.workflows.packing import pack_calls
    from assistant.workflows.reviewing import find_call, list_calls

    names, target = _split(which or [], out, everything=everything)
    bench = open_bench(ctx)
    if everything:
        calls = [row.call.id for row in list_calls(bench)]
    else:
        calls = [find_call(bench, name).id for name in names]
    progress = Progress(1)
    progress.start(target.name)
    try:
        made = pack_calls(bench, calls, target, progress.advance)
    finally:
        progress.clear()
    typer.echo(make_inert(f"Packed {counted(len(set(calls)), 'calls')} into {made}"))


def _split(names: list[str], out: Path | None, *, everything: bool) -> tuple[list[str], Path]:
    """The calls and the file: the file is the last that is given."""
    given = [*names, *([str(out)] if out else [])]
    if not given or (len(given) == 1) != everything:
        raise WrongUsage(
            "Name the calls and then the new file, as in `assistant call pack 1f3a calls.zip`, "
            "or only the file with --all."
        )
    return given[:-1], Path(given[-1])


def unpack(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Packs.")],
    *,
    bring_back: Annotated[
        bool, typer.Option("--bring-back", help="Take in what was forgotten here, too.")
    ] = False,
) -> None:
    """Take in calls that somebody packed. Taking them in twice changes nothing.

    A pack is checked as a whole before anything of it is written.
    """
    from assistant.workflows.unpacking import unpack as take

    bench = open_bench(ctx)
    progress = Progress(len(files))
    failures = Failures(len(files))
    for file in files:
        progress.start(file.name)
        try:
            came = take(bench, file, progress.advance, bring_back=bring_back)
        except BadInput as error:
            progress.clear()
            failures.add(file, error)
            continue
        progress.clear()
        say_came_in(bench, came)
    failures.tell(as_json=False)


def say_came_in(bench: "Workbench", came: "CameIn") -> None:
    """Say what a pack brought."""
    told = [
        f"{len(came.new)} new" if came.new else "",
        f"{len(came.changed)} changed" if came.changed else "",
        f"{came.same} as they were" if came.same else "",
    ]
    counts = ", ".join(part for part in told if part) or "no calls"
    typer.echo(make_inert(f"{Path(came.file).name}, from {came.by.name}: {counts}."))
    if came.forgotten:
        ids = _ids(came.forgotten)
        typer.echo(f"Left out, because forgotten here: {ids}. `--bring-back` takes them in.")
    if came.unheard:
        typer.echo(
            f"Without what was said in {_ids(came.unheard)}: consent to it is not noted, or was "
            f"withdrawn. Once it is noted, take the calls in again."
        )
    if came.unasked:
        complain(
            f"Consent to a recording is not noted for {_ids(came.unasked)}; "
            f"`assistant call consent CALL agreed` notes it."
        )
    say_conflicts(bench, came.conflicts)


def say_conflicts(
    bench: "Workbench", conflicts: "tuple[Conflict, ...]", *, numbered: bool = False
) -> None:
    """Show what people said apart from each other, with what is in force.

    ``numbered`` names each side as ``--choose`` takes it.
    """
    for number, conflict in enumerate(conflicts, 1):
        typer.echo(
            make_inert(f"Conflict in {conflict.kind} {str(conflict.of)[:8]}, {conflict.about}:")
        )
        for at, side in enumerate(conflict.sides, 1):
            name = f"{number}.{at} " if numbered else ""
            force = "in force" if side is conflict.sides[-1] else "kept"
            when = f"{bench.local(side.at):%Y-%m-%d %H:%M}"
            typer.echo(make_inert(f"  {name}{force}: {side.says} ({side.by.name}, {when})"))


def conflicts(
    ctx: typer.Context,
    which: Annotated[str, typer.Argument(metavar="CALL", help="Its id, or the beginning of it.")],
    *,
    choose: Annotated[
        str | None, typer.Option(metavar="SIDE", help="The side to put into force, as 1.2.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why, where it is about a verdict.")] = "",
) -> None:
    """Show what two people said of a call apart from each other, and choose between them.

    Whoever decides again, having both, ends the conflict. Both sides stay kept.
    """
    from assistant.workflows.choosing import choose as end
    from assistant.workflows.conflicts import conflicts_of
    from assistant.workflows.reviewing import find_call

    bench = open_bench(ctx)
    call = find_call(bench, which)
    found = conflicts_of(bench, call)
    if choose is not None:
        end(bench, call.id, _side(found, choose), reason)
        found = conflicts_of(bench, find_call(bench, which))
    say_conflicts(bench, found, numbered=True)
    if not found:
        typer.echo("There are no conflicts in this call.")


def _side(found: "tuple[Conflict, ...]", name: str) -> "UUID":
    """The act of the side that is named as ``1.2``. Raises ``NotFound``."""
    for number, conflict in enumerate(found, 1):
        for at, side in enumerate(conflict.sides, 1):
            if name.strip() == f"{number}.{at}":
                return side.act
    raise NotFound(f"There is no side {name!r}. `assistant call conflicts CALL` names them.")


def _ids(calls: "tuple[UUID, ...]") -> str:
    return ", ".join(str(call)[:8] for call in calls)
