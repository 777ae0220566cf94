"""Counts what trackers find in turns, by side of the call, with every place."""

from collections.abc import Iterable, Iterator, Mapping

from assistant.domain.fields import Side
from assistant.domain.trackers import Tracked, TrackerCount
from assistant.domain.transcript import Turn
from assistant.trackers.finding import Finder


def track(finder: Finder, turns: Mapping[str, Iterable[Turn]]) -> tuple[Tracked, ...]:
    """Every find in the turns of some sources, in their order."""
    return tuple(
        one
        for source, its in turns.items()
        for turn in its
        for one in _in_turn(finder, source, turn)
    )


def _in_turn(finder: Finder, source: str, turn: Turn) -> Iterator[Tracked]:
    for find in finder.find(turn.text):
        tracker = finder.trackers[find.tracker]
        if tracker.side in {None, turn.side}:
            yield Tracked(
                tracker=tracker.id,
                entry=find.entry,
                how=find.how,
                source=source,
                turn=turn.index,
                start=find.start,
                end=find.end,
                words=turn.text[find.start : find.end],
                speaker=turn.speaker,
                side=turn.side,
                seconds=turn.start,
            )


def counts(finder: Finder, found: Iterable[Tracked]) -> tuple[TrackerCount, ...]:
    """The count of every tracker that looks for anything, those without a find too."""
    places: dict[str, list[Tracked]] = {one.id: [] for one in finder.trackers if not one.is_off}
    for one in found:
        places[one.tracker].append(one)
    titles = {one.id: one.title for one in finder.trackers}
    return tuple(_count(name, titles[name], tuple(its)) for name, its in places.items())


def _count(name: str, title: str, places: tuple[Tracked, ...]) -> TrackerCount:
    rep = sum(one.side is Side.REP for one in places)
    prospect = sum(one.side is Side.PROSPECT for one in places)
    return TrackerCount(
        id=name,
        title=title,
        total=len(places),
        rep=rep,
        prospect=prospect,
        other=len(places) - rep - prospect,
        places=places,
    )
