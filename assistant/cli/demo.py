"""``assistant demo``: a sample call is played, and the assistant listens along."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.inputs import sample_files
from assistant.cli.opening import need_terminal, open_screens, overrides_of
from assistant.cli.streams import complain
from assistant.domain.errors import NotFound

if TYPE_CHECKING:
    from assistant.workflows.wiring import Workbench

SAMPLE, REP = "clinic.txt", "Dana"
PLAYED = ("bakery.srt", SAMPLE, "freight.vtt", "hotel_no_names.vtt", "school_stamped.txt")


def demo(
    ctx: typer.Context,
    *,
    speed: Annotated[
        float,
        typer.Option(
            min=0.1, max=1000, help="So many times as fast as people talk; 8 takes a minute."
        ),
    ] = 8.0,
    sample: Annotated[
        str, typer.Option(metavar="NAME", help=f"Which call: {', '.join(PLAYED)}.")
    ] = SAMPLE,
) -> None:
    """See the assistant at work: a sample call is played, and answers come up as they are said.

    The people are invented. Take notes, confirm, ask, finish the call: nothing of it is kept.
    """
    if sample not in PLAYED:
        raise NotFound(f"There is no call {sample!r} to play. There are: {', '.join(PLAYED)}.")
    need_terminal()
    text = sample_files()[sample].read_text(encoding="utf-8")
    with TemporaryDirectory(prefix="assistant-demo-", ignore_cleanup_errors=True) as folder:
        ctx.obj = overrides_of(ctx) | {"store": str(Path(folder) / "demo.sqlite")}
        _play(ctx, text, Path(folder) / sample, speed, REP if sample == SAMPLE else None)
    complain(
        "That was a sample; nothing of it is kept. `assistant call --follow FILE` listens to yours."
    )


def _play(ctx: typer.Context, text: str, path: Path, speed: float, rep: str | None) -> None:
    from assistant.tui.app import Found
    from assistant.tui.follower import Followed
    from assistant.workflows.feeds import FileFeed
    from assistant.workflows.replaying import Replay

    def start(bench: "Workbench") -> Found:
        from assistant.domain.calls import Consent
        from assistant.workflows.following import follow_file

        title = f"Demo: {path.name}"
        return Found(follow_file(bench, path, title=title, consent=Consent.NOT_NEEDED)[0])

    replay = Replay(text, path, speed)
    replay.start()
    try:
        open_screens(ctx, start=start, followed=Followed(start, FileFeed(path), rep))
    finally:
        replay.stop()
        ctx.close()  # the store, before its folder goes
