"""Packs generated calls and takes them in elsewhere: how long it takes, and how much memory.

    python -m benchmarks.packs
    python -m benchmarks.packs --calls 100 1000 --folder /somewhere/with/room

Each step is a process of its own, so that its peak of memory is its own. Flat memory means that
the peak hardly grows with the calls. Where other programs disturb, compare processor time.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple
from uuid import UUID, uuid4

from assistant.cli.progress import Progress
from assistant.domain.answers import Decision, Status
from assistant.domain.people import Who
from assistant.domain.store import Store
from assistant.settings.loading import LoadedSettings
from assistant.settings.settings import Settings
from assistant.workflows.packing import pack_calls
from assistant.workflows.unpacking import unpack
from assistant.workflows.wiring import Workbench
from benchmarks.search import fill

SECONDS = 30
"""The bar for packing and taking in 1,000 calls."""
MEGA = 1024 * 1024
ME = Who(id="rep0", name="Rep 0")


class Step(NamedTuple):
    """What a step took: seconds, and bytes of memory at its peak and before it began."""

    wall: float
    cpu: float
    before: int
    peak: int


def main() -> None:
    """Measure every size, print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--calls", type=int, nargs="+", default=[100, 1000])
    options.add_argument("--folder", type=Path, help="Where the stores are made; else temporary.")
    options.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.step:
        print(json.dumps(measured(STEPS[given.step], given.folder, given.calls[0])))
        return
    folder = given.folder or Path(tempfile.mkdtemp(prefix="packs-"))
    try:
        print(f"packing and taking in; at most {SECONDS} s together for 1,000 calls\n")
        print("  calls  step     wall s  processor s  peak MB  of it new MB")
        for calls in given.calls:
            part = folder / str(calls)
            part.mkdir(parents=True, exist_ok=True)
            report(part, calls)
    finally:
        if given.folder is None:
            shutil.rmtree(folder, ignore_errors=True)


def report(folder: Path, calls: int) -> None:
    """Make a store of so many calls, pack them, take them in."""
    run("fill", folder, calls)
    steps = {name: run(name, folder, calls) for name in ("pack", "unpack", "again")}
    for name, step in steps.items():
        print(
            f"  {calls:5}  {name:7} {step.wall:7.1f}  {step.cpu:11.1f}  {step.peak / MEGA:7.0f}"
            f"  {(step.peak - step.before) / MEGA:12.0f}"
        )
    both = [steps["pack"], steps["unpack"]]
    size = (folder / "calls.zip").stat().st_size
    print(
        f"  {calls:5}  both    {sum(one.wall for one in both):7.1f}  "
        f"{sum(one.cpu for one in both):11.1f}  (the pack has {size / MEGA:.1f} MB)\n"
    )


def run(step: str, folder: Path, calls: int) -> Step:
    """A step in a process of its own; its progress is shown."""
    command = [sys.executable, "-m", "benchmarks.packs", "--step", step]
    command += ["--folder", str(folder), "--calls", str(calls)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return Step(*json.loads(done.stdout.splitlines()[-1]))


def measured(step: Callable[[Path, int], None], folder: Path, calls: int) -> Step:
    """What the step takes in this process."""
    before, wall, cpu = peak(), perf_counter(), process_time()
    step(folder, calls)
    return Step(perf_counter() - wall, process_time() - cpu, before, peak())


def peak() -> int:
    """The most memory that this process has had, in bytes."""
    if sys.platform == "win32":
        return 0
    from resource import RUSAGE_SELF, getrusage

    return getrusage(RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def make(folder: Path, calls: int) -> None:
    """A store of generated calls, of which people decided something."""
    bench = bench_on(folder / "mine.sqlite")
    fill(bench.store, calls)
    with bench.store.together():
        for call_id in ids(bench.store):
            for answer in bench.store.answers(call_id)[:3]:
                after = answer.model_copy(update={"status": Status.CONFIRMED})
                decision = Decision(
                    id=uuid4(), answer_id=answer.id, action="confirm", by=ME,
                    at=datetime.now(UTC), before=answer, after=after,
                )  # fmt: skip
                bench.store.decide(call_id, decision)
    bench.close()


def pack(folder: Path, _calls: int) -> None:
    """Pack them all."""
    bench = bench_on(folder / "mine.sqlite")
    (folder / "calls.zip").unlink(missing_ok=True)
    with_progress(lambda tell: pack_calls(bench, ids(bench.store), folder / "calls.zip", tell))
    bench.close()


def take_in(folder: Path, _calls: int) -> None:
    """Take them into another store."""
    bench = bench_on(folder / "theirs.sqlite")
    with_progress(lambda tell: unpack(bench, folder / "calls.zip", tell))
    bench.close()


STEPS: dict[str, Callable[[Path, int], None]] = {
    "fill": make,
    "pack": pack,
    "unpack": take_in,
    "again": take_in,
}


def with_progress(work: Callable[[Callable[[int, int], None]], object]) -> None:
    """Do it with the progress that the command line shows."""
    progress = Progress(1)
    progress.start("calls.zip")
    work(progress.advance)
    progress.clear()


def ids(store: Store) -> list[UUID]:
    """The ids of all calls."""
    return [one.call_id for one in store.unsent()]


def bench_on(path: Path) -> Workbench:
    """A workbench on a store."""
    settings = Settings.model_validate({"me": ME, "store": path, "time_zone": "UTC"})
    return Workbench(LoadedSettings(settings=settings, origins={}))


if __name__ == "__main__":
    main()
