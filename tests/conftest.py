"""Every test has folders of its own: none reads or writes what belongs to the user."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings

from assistant.domain.calls import Consent
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import BenchOf, Clock, bench_maker
from tests.fakes.two_stores import Two, two_stores

settings.register_profile("untimed", deadline=None)  # a machine may be busy
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder below which settings, store and log of this test lie; empty."""
    for name in [name for name in os.environ if name.startswith("ASSISTANT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ASSISTANT_HOME", str(folder))
    return folder


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened() -> Iterator[ExitStack]:
    """What is opened in a test is closed after it."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def bench_of(tmp_path: Path, clock: Clock, opened: ExitStack) -> BenchOf:
    """Makes workbenches of several people on one store."""
    return bench_maker(tmp_path / "store.db", clock, opened)


@pytest.fixture
def two(tmp_path: Path, opened: ExitStack) -> Two:
    """A rep and a manager with a store each."""
    return two_stores(tmp_path, opened)


@pytest.fixture
def bench(bench_of: BenchOf) -> Workbench:
    """Dana's workbench."""
    return bench_of()


@pytest.fixture
def call_id(bench: Workbench) -> UUID:
    """A call with a lead at an account, by BANT."""
    lead = add_lead(
        bench,
        NewLead(name="Ines Ortega", title="Operations director", account="Northgate Logistics"),
    )
    return start_call(bench, lead_id=lead.id, banks=("bant",), consent=Consent.ASKED_AND_AGREED)
