"""A workbench on a real store, with a clock that the test moves."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.domain.people import Role, Who
from assistant.settings.loading import LoadedSettings
from assistant.settings.settings import Settings
from assistant.workflows.wiring import Workbench
from tests.fakes.reading import WordExtractor

DANA = Who(id="dana", name="Dana Reyes", email="dana@example.com")
MAX = Who(id="max", name="Max Boss", email="max@example.com", role=Role.MANAGER)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bench_of(tmp_path: Path, clock: Clock) -> Iterator[Callable[[Who], Workbench]]:
    """Makes workbenches of several people on one store."""
    opened: list[Workbench] = []

    def make(who: Who) -> Workbench:
        settings = Settings(me=who, store=tmp_path / "store.db", time_zone="Europe/Berlin")
        loaded = LoadedSettings(settings=settings, origins={})
        opened.append(Workbench(loaded, clock=clock, extractor=WordExtractor()))
        return opened[-1]

    yield make
    for bench in opened:
        bench.close()


@pytest.fixture
def bench(bench_of: Callable[[Who], Workbench]) -> Workbench:
    """Dana's workbench."""
    return bench_of(DANA)
