"""Trackers over calls: what is found, how often on which side, and where."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal
from uuid import UUID

from assistant.domain.calls import Call
from assistant.domain.errors import NotFound
from assistant.domain.fields import Kind, Side
from assistant.domain.frozen import Frozen
from assistant.domain.trackers import Tracked, Tracker, TrackerCount
from assistant.domain.transcript import Turn
from assistant.trackers.counting import counts, track
from assistant.trackers.finding import Finder
from assistant.workflows.note_lines import present
from assistant.workflows.viewing import call_of, sources_of
from assistant.workflows.wiring import Workbench

NOTES = "notes"
_PAGE = 500


class ListedTracker(Frozen):
    """A tracker in force. ``file`` is empty for one that ships with the program."""

    tracker: Tracker
    file: str = ""


class CheckedTracker(Frozen):
    """A file of a tracker with what it holds, in words, or with its problems."""

    file: str
    holds: str = ""
    problems: tuple[str, ...] = ()


class CallCounts(Frozen):
    """What trackers find in a call."""

    call: Call
    counts: tuple[TrackerCount, ...]


def list_trackers(bench: Workbench) -> tuple[ListedTracker, ...]:
    """The trackers in force, by id."""
    from assistant.settings.shipped import shipped

    ours = shipped("question_banks")
    files = bench.trackers.files
    return tuple(
        ListedTracker(tracker=one, file="" if ours in files[name].parents else str(files[name]))
        for name, one in sorted(bench.trackers.trackers.items())
    )


def check_trackers(paths: Sequence[Path]) -> tuple[CheckedTracker, ...]:
    """Check files of trackers: every mistake of each at once."""
    from assistant.playbook.trackers import tracker_of
    from assistant.yamlfile.problems import YamlProblems
    from assistant.yamlfile.reading import read_yaml

    checked = []
    for path in paths:
        try:
            one = tracker_of(read_yaml(path))
        except YamlProblems as error:
            problems = tuple(str(problem) for problem in error.problems)
            checked.append(CheckedTracker(file=str(path), problems=problems))
            continue
        entries = len(one.words) + len(one.names)
        holds = f"tracker {one.id} with {entries} entries" if entries else f"{one.id}, turned off"
        checked.append(CheckedTracker(file=str(path), holds=holds))
    return tuple(checked)


def finder_of(bench: Workbench, names: Iterable[str] = ()) -> Finder:
    """What finds these trackers, all that are in force where none is named.

    A find is misspelt where its word is none that the tagger knows; without the tagger's
    words nothing is taken for misspelt. Raises ``NotFound`` for an unknown tracker.
    """
    known = bench.trackers.trackers
    wanted = tuple(names)
    if unknown := [name for name in wanted if name not in known]:
        there = ", ".join(sorted(known)) or "none"
        raise NotFound(f"There is no tracker {unknown[0]!r}. There are: {there}.")
    if not wanted:
        return bench.tracker_finder
    return bench.tracker_finder.of([known[name] for name in dict.fromkeys(wanted)])


def track_call(bench: Workbench, call_id: UUID, finder: Finder | None = None) -> CallCounts:
    """What is found in a stored call: in its transcripts, chats and notes. Raises ``NotFound``."""
    finder = finder or finder_of(bench)
    call = call_of(bench, call_id)
    return CallCounts(call=call, counts=counts(finder, _found(bench, call, finder)))


def places_in_call(
    bench: Workbench, call_id: UUID, names: Iterable[str] = ()
) -> tuple[Tracked, ...]:
    """Every find in a call in the order of its texts, to jump from one to the next."""
    return _found(bench, call_of(bench, call_id), finder_of(bench, names))


def track_query(
    bench: Workbench, query: str, finder: Finder | None = None
) -> tuple[CallCounts, ...]:
    """What is found in each call that a query of the search finds, the newest first.

    Raises ``WrongUsage`` with the character where the query goes wrong.
    """
    from assistant.workflows.searching import plan_for

    finder = finder or finder_of(bench)
    plan = plan_for(bench, query)
    found: list[CallCounts] = []
    after: int | None = None
    while True:
        page = bench.store.matching_calls(plan, limit=_PAGE, after=after)
        found += [track_call(bench, call_id, finder) for call_id in page.calls]
        after = page.after
        if after is None:
            return tuple(found)


def track_turns(
    bench: Workbench, turns: Iterable[Turn], source: str = "turns"
) -> tuple[TrackerCount, ...]:
    """What is found in turns that are in no store, as an annotation has them."""
    finder = bench.tracker_finder
    return counts(finder, track(finder, {source: turns}))


def total(found: Iterable[CallCounts]) -> tuple[TrackerCount, ...]:
    """The counts of several calls together, without the places."""
    sums: dict[str, TrackerCount] = {}
    for one in (count for call in found for count in call.counts):
        before = sums.get(one.id)
        sums[one.id] = one.model_copy(
            update={"places": ()}
            | {
                key: getattr(one, key) + (getattr(before, key) if before else 0)
                for key in ("total", "rep", "prospect", "other")
            }
        )
    return tuple(sums.values())


def found_as(found: Sequence[CallCounts], form: Literal["json", "csv"]) -> str:
    """What was found as text of a format."""
    from assistant.reports import tracker_text

    its = [(one.call, one.counts) for one in found]
    return tracker_text.as_json(its, total(found)) if form == "json" else tracker_text.as_csv(its)


def rows_of_counts(found: Iterable[TrackerCount]) -> list[tuple[str, ...]]:
    """A row for each tracker: title, all, rep, prospect, others."""
    from assistant.reports.tracker_text import counts_rows

    return counts_rows(found)


def place_lines(found: Iterable[CallCounts]) -> tuple[str, ...]:
    """A line for each place, under its tracker's title."""
    from assistant.reports.tracker_text import place_lines as lines

    return tuple(line for one in found for line in lines(one.counts))


def _found(bench: Workbench, call: Call, finder: Finder) -> tuple[Tracked, ...]:
    sources = sources_of(bench, call)
    texts: dict[str, tuple[Turn, ...]] = {
        one.name: one.turns for one in sources if one.kind is not Kind.NOTES
    }
    noted = {one.name: tuple(map(_noted, one.turns)) for one in sources if one.kind is Kind.NOTES}
    lines = tuple(
        Turn(index=line.number, text=line.text, side=Side.OTHER, start=line.seconds)
        for line in present(bench.store.note_lines(call.id))
    )
    return track(finder, {**texts, **noted, NOTES: lines})


def _noted(turn: Turn) -> Turn:
    """Nobody said what the rep noted."""
    return turn.model_copy(update={"side": Side.OTHER})
