import os
import stat
from pathlib import Path

import platformdirs
import pytest

from assistant.domain.errors import BadInput
from assistant.settings import paths


def test_home_puts_everything_below_one_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path))

    assert paths.settings_file() == tmp_path / "config" / "settings.toml"
    assert paths.team_folder() == tmp_path / "config" / "question_banks"
    assert paths.store_file() == tmp_path / "data" / "calls.sqlite"
    assert paths.log_dir() == tmp_path / "log"
    assert paths.cache_dir() == tmp_path / "cache"
    assert list(tmp_path.iterdir()) == []


def test_home_may_start_at_the_users_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(Path("~") / "assistant"))

    assert paths.data_dir() == Path.home() / "assistant" / "data"


def test_without_a_home_the_systems_folders_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASSISTANT_HOME", raising=False)

    assert str(paths.config_dir()) == platformdirs.user_config_dir(paths.APP, appauthor=False)
    assert str(paths.data_dir()) == platformdirs.user_data_dir(paths.APP, appauthor=False)
    assert str(paths.log_dir()) == platformdirs.user_log_dir(paths.APP, appauthor=False)
    assert str(paths.cache_dir()) == platformdirs.user_cache_dir(paths.APP, appauthor=False)


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_private_folder_and_those_made_above_it_are_the_owners(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    paths.private_folder(tmp_path / "a" / "b")

    modes = [
        stat.S_IMODE(folder.stat().st_mode)
        for folder in (tmp_path / "a" / "b", tmp_path / "a", tmp_path)
    ]
    assert modes == [0o700, 0o700, 0o755]


def test_a_private_folder_may_be_there(tmp_path: Path) -> None:
    assert paths.private_folder(tmp_path) == tmp_path


def test_a_home_of_nobody_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", "~nobody-of-that-name/x")

    with pytest.raises(BadInput, match="no home folder"):
        paths.data_dir()
