import getpass
from zoneinfo import ZoneInfo

import pytest
import tzlocal

from assistant.domain.people import Who
from assistant.settings import machine


def test_i_am_the_systems_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "Dana")

    assert machine.default_me() == Who(id="dana", name="Dana")


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_a_system_without_users_still_has_me(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def nobody() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", nobody)

    assert machine.default_me() == Who(id="rep", name="rep")


def test_the_time_zone_is_one_that_can_be_used() -> None:
    name = machine.local_time_zone()

    assert ZoneInfo(name).key == name


@pytest.mark.parametrize("name", [None, "Local/Nowhere"])
def test_an_unknown_time_zone_is_utc(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: name)

    assert machine.local_time_zone() == "UTC"
