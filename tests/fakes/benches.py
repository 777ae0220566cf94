"""People, a clock that stands still, and workbenches on a real store."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from assistant.domain.engine import Extractor
from assistant.domain.people import Role, Who
from assistant.playbook.playbook import Playbook, load_playbook
from assistant.settings.loading import LoadedSettings
from assistant.settings.settings import Settings
from assistant.settings.shipped import shipped
from assistant.workflows.wiring import Workbench
from tests.fakes.reading import WordExtractor

DANA = Who(id="dana", name="Dana Reyes", email="dana@example.com")
MAX = Who(id="max", name="Max Boss", email="max@example.com")
MANAGER = MAX.model_copy(update={"role": Role.MANAGER})
BenchOf = Callable[..., Workbench]
"""``bench_of(who=DANA, *, extractor=None, **settings)``: a person's workbench on the store."""


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@cache
def shipped_playbook() -> Playbook:
    """The shipped banks and lifecycles, read once."""
    return load_playbook([shipped("question_banks")])


def bench_maker(store: Path, clock: Clock, opened: ExitStack) -> BenchOf:
    """Makes workbenches of several people on one store; ``opened`` closes them."""

    def make(
        who: Who = DANA, *, extractor: Extractor | None = None, **changes: object
    ) -> Workbench:
        basis = {"me": who, "store": store, "time_zone": "Europe/Berlin", "theme": "ink"}
        settings = Settings.model_validate({**basis, **changes})
        reader = WordExtractor() if extractor is None else extractor
        loaded = LoadedSettings(settings=settings, origins={})
        bench = Workbench(loaded, clock=clock, extractor=reader)
        vars(bench)["playbook"] = shipped_playbook()
        opened.callback(bench.close)
        return bench

    return make
