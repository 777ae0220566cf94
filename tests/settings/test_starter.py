from pathlib import Path

from assistant.settings.loading import DEFAULT, FILE, load_settings
from assistant.settings.settings import all_settings
from assistant.settings.starter import starter_text


def test_the_starter_sets_nothing_and_is_in_order(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(starter_text(), encoding="utf-8")

    loaded = load_settings(environ={}, file=file)

    assert set(loaded.origins.values()) == {DEFAULT}


def test_every_example_of_the_starter_can_be_taken_as_it_is(tmp_path: Path) -> None:
    taken = [
        line.removeprefix("# ") if line.startswith("# ") and " = " in line else line
        for line in starter_text().splitlines()
    ]
    file = tmp_path / "settings.toml"
    file.write_text("\n".join(taken), encoding="utf-8")

    loaded = load_settings(environ={}, file=file)

    assert loaded.origins == {setting.key: FILE for setting in all_settings()}
    assert loaded.settings.me.name == "Dana Reyes"
    assert loaded.settings.store == Path("~/calls.sqlite").expanduser().absolute()


def test_every_setting_is_described() -> None:
    assert [setting.key for setting in all_settings() if not setting.description] == []
