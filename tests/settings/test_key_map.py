"""The key map: what can be set, and what is refused with its line and reason."""

from pathlib import Path

import pytest

from assistant.settings.keys import Letters
from assistant.settings.loading import BadSettings, load_settings
from assistant.settings.settings import KEY_MAPS


def mistakes(tmp_path: Path, keys: str) -> list[str]:
    file = tmp_path / "settings.toml"
    file.write_text(f'bank = "bant"\n[keys]\n{keys}\n', encoding="utf-8")
    with pytest.raises(BadSettings) as caught:
        load_settings(environ={}, file=file)
    return [line.removeprefix(str(tmp_path)).lstrip("/\\") for line in caught.value.mistakes]


@pytest.mark.parametrize("letters", KEY_MAPS.values(), ids=KEY_MAPS.keys())
def test_the_default_letters_differ(letters: type[Letters]) -> None:
    assert list(letters().clashes()) == []


def test_the_leader_and_the_letters_are_set(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[keys]\nleader = "^G"\nconfirm = "y"\nhelp = "c"\n', encoding="utf-8")

    loaded = load_settings(environ={"ASSISTANT_KEYS_SKIP": "k"}, file=file)

    keys = loaded.settings.keys
    assert (keys.leader, keys.confirm, keys.help, keys.skip, keys.edit) == (
        *("ctrl+g", "y", "c", "k", "e"),
    )
    assert loaded.origins["keys.confirm"] == "settings.toml"


def test_two_commands_cannot_share_a_letter(tmp_path: Path) -> None:
    assert mistakes(tmp_path, 'skip = "y"\nconfirm = "y"') == [
        (
            "settings.toml:3: keys.skip: 'y' is the key of confirm too; free are c k l m p s x z. "
            'Write for example: skip = "s"'
        ),
        (
            "settings.toml:4: keys.confirm: 'y' is the key of skip too; free are c k l m p s x z. "
            'Write for example: confirm = "c"'
        ),
    ]


def test_a_letter_that_another_command_has_by_default_is_refused(tmp_path: Path) -> None:
    [mistake] = mistakes(tmp_path, 'confirm = "e"')

    assert mistake.startswith("settings.toml:3: keys.confirm: 'e' is the key of edit too;")


@pytest.mark.parametrize(
    ("leader", "reason"),
    [
        ("ctrl+z", "edits in the notes"),
        ("ctrl+p", "opens the command palette"),
        ("ctrl+m", "is another key in a terminal"),
        ("l", "is no key that can lead"),
        ("f13", "is no key that can lead"),
        ("alt+x", "is no key that can lead"),
    ],
)
def test_a_leader_that_somebody_owns_is_refused(tmp_path: Path, leader: str, reason: str) -> None:
    [mistake] = mistakes(tmp_path, f'leader = "{leader}"')

    assert mistake.startswith(f"settings.toml:3: keys.leader: {leader!r} {reason}; free are")


@pytest.mark.parametrize("letter", ["", "xy", " ", "\\t"])
def test_a_letter_is_one_character(tmp_path: Path, letter: str) -> None:
    [mistake] = mistakes(tmp_path, f'confirm = "{letter}"')

    assert "is not one character that can be typed" in mistake


def test_letters_of_several_screens_are_checked_each_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        '[end_keys]\nleave = "o"\n\n[lead_keys]\nmove = "o"\n[calls_keys]\nsort = "2"\n',
        encoding="utf-8",
    )
    with pytest.raises(BadSettings) as caught:
        load_settings(environ={}, file=file)

    assert [line.removeprefix(f"{file}:") for line in caught.value.mistakes] == [
        (
            "2: end_keys.leave: 'o' is the key of override too; free are "
            'a d e f g h i j k l p q r s u v x y z. Write for example: leave = "s"'
        ),
        (
            "7: calls_keys.sort: '2' brings a list to the front; free are "
            'b f g j k m o p s t u v w x y z. Write for example: sort = "s"'
        ),
    ]


def test_every_table_of_keys_can_be_set(tmp_path: Path) -> None:
    for table, letters in KEY_MAPS.items():
        file = tmp_path / f"{table}.toml"
        file.write_text(f'[{table}]\nhelp = "H"\n', encoding="utf-8")
        loaded = load_settings(environ={}, file=file)
        assert loaded.origins[f"{table}.help"] == "settings.toml"
        assert getattr(loaded.settings, table) == letters.model_validate({"help": "H"})
