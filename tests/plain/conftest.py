"""A call on a real store that is talked about line by line, with an extractor that is there."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from uuid import UUID

import pytest

from assistant.domain.calls import Consent
from assistant.domain.people import Who
from assistant.plain.lines import Lines
from assistant.plain.session import run_plain
from assistant.playbook.playbook import Playbook, load_playbook
from assistant.settings.loading import LoadedSettings
from assistant.settings.settings import Settings
from assistant.settings.shipped import shipped
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.reading import WordExtractor

Line = str | Callable[[], str]
Talk = Callable[..., list[str]]
"""``talk(*lines)``: everything that is said, one line each; lines are long.

A line that is a function is called when it is its turn, and gives the line.
"""


class Typed(Lines):
    """Lines that are typed one after the other."""

    def __init__(self, lines: Sequence[Line], out: StringIO) -> None:
        super().__init__(StringIO(), out)
        self._lines = iter(lines)

    def ask(self, prompt: str) -> str | None:
        line = next(self._lines, None)
        return line() if callable(line) else line


@pytest.fixture(scope="session")
def shipped_playbook() -> Playbook:
    return load_playbook([shipped("question_banks")])


@pytest.fixture
def bench_of(tmp_path: Path, shipped_playbook: Playbook) -> Iterator[Callable[..., Workbench]]:
    """Makes workbenches of several people on one store."""
    opened: list[Workbench] = []

    def make(who: str = "dana", **changes: object) -> Workbench:
        me = Who(id=who, name=who.title())
        basis = {"me": me, "store": tmp_path / "store.db", "time_zone": "Europe/Berlin"}
        settings = Settings.model_validate({**basis, **changes})
        bench = Workbench(
            LoadedSettings(settings=settings, origins={}),
            clock=lambda: datetime(2026, 3, 10, 15, 0, tzinfo=UTC),
            extractor=WordExtractor(),
        )
        vars(bench)["playbook"] = shipped_playbook
        opened.append(bench)
        return bench

    yield make
    for bench in opened:
        bench.close()


@pytest.fixture
def bench(bench_of: Callable[..., Workbench]) -> Workbench:
    return bench_of()


@pytest.fixture
def call_id(bench: Workbench) -> UUID:
    lead = add_lead(bench, NewLead(name="Ines Ortega", account="Northgate Logistics"))
    return start_call(bench, lead_id=lead.id, consent=Consent.NOT_NEEDED)


@pytest.fixture
def talk(bench: Workbench, call_id: UUID, monkeypatch: pytest.MonkeyPatch) -> Talk:
    monkeypatch.setenv("COLUMNS", "1000")

    def talk(*lines: Line, given_bench: Workbench | None = None, code: int = 0) -> list[str]:
        out = StringIO()
        assert run_plain(given_bench or bench, call_id, Typed(lines, out)) == code
        return out.getvalue().splitlines()

    return talk
