import getpass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.domain.people import Role, Who
from assistant.settings.loading import BadSettings, load_settings
from assistant.settings.settings import Settings
from assistant.settings.toml_file import TomlFile, read_toml


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(getpass, "getuser", lambda: "sam")
    return tmp_path / "settings.toml"


def write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def mistakes(file: Path, **kwargs: dict[str, str]) -> list[str]:
    with pytest.raises(BadSettings) as caught:
        load_settings(**{"environ": {}, **kwargs}, file=file)
    return [line.replace(str(file), "settings.toml") for line in caught.value.mistakes]


def test_without_a_file_the_defaults_are_in_force(file: Path) -> None:
    loaded = load_settings(environ={}, file=file)

    assert loaded.settings == Settings()
    assert loaded.settings.me == Who(id="sam", name="sam")
    assert set(loaded.origins.values()) == {"default"}
    assert not file.exists()


def test_option_beats_environment_beats_file_beats_default(file: Path) -> None:
    write(file, 'bank = "file"\ncurrency = "EUR"\nlifecycle = "file"\n')
    environ = {"ASSISTANT_BANK": "environ", "ASSISTANT_CURRENCY": "usd", "ASSISTANT_COUNTRY": ""}

    loaded = load_settings({"bank": "option"}, environ, file)

    settings = loaded.settings
    assert (settings.bank, settings.currency, settings.lifecycle) == ("option", "USD", "file")
    assert settings.country is None
    assert {key: origin for key, origin in loaded.origins.items() if origin != "default"} == {
        "bank": "option",
        "currency": "ASSISTANT_CURRENCY",
        "lifecycle": "settings.toml",
    }


def test_the_environment_gives_numbers_and_lists_as_text(file: Path) -> None:
    environ = {
        "ASSISTANT_FISCAL_YEAR_START": "4",
        "ASSISTANT_PRODUCT_NAMES": "Northwind, Northwind Scheduler,",
        "ASSISTANT_ME_ROLE": "manager",
    }

    settings = load_settings(environ=environ, file=file).settings

    assert settings.fiscal_year_start == 4
    assert settings.product_names == ("Northwind", "Northwind Scheduler")
    assert settings.me.role is Role.MANAGER


def test_every_mistake_is_told_at_once_with_its_line(file: Path) -> None:
    write(
        file,
        "\ufeff# with the mark that Notepad writes\n"
        'curency = "EUR"\n'
        'currency = "euro"\n'
        "fiscal_year_start = [\n  13,\n]\n"
        'time_zone = "Europe/Berln"\n'
        "[me]\n"
        'nam = "x"\n'
        'role = "boss"\n'
        "[colours]\n"
        "dark = true\n",
    )

    found = mistakes(file, environ={"ASSISTANT_CONSENT": "maybe"}, overrides={"country": "USA"})

    assert [tuple(one.split(":")[:3]) for one in found if one.startswith("settings.toml")] == [
        ("settings.toml", "2", " curency"),
        ("settings.toml", "3", " currency"),
        ("settings.toml", "4", " fiscal_year_start"),
        ("settings.toml", "7", " time_zone"),
        ("settings.toml", "9", " me.nam"),
        ("settings.toml", "10", " me.role"),
        ("settings.toml", "12", " colours.dark"),
    ]
    assert [one.split(":")[0] for one in found if not one.startswith("settings.toml")] == [
        "ASSISTANT_CONSENT",
        "option country",
    ]


def test_an_unknown_key_names_the_one_that_was_meant(file: Path) -> None:
    write(file, 'curency = "EUR"\n[me]\nnam = "x"\n')

    assert mistakes(file) == [
        "settings.toml:1: curency: There is no such setting. Did you mean currency?",
        "settings.toml:3: me.nam: There is no such setting. Did you mean me.name?",
    ]


def test_an_unknown_option_names_the_one_that_was_meant(file: Path) -> None:
    assert mistakes(file, overrides={"curency": "EUR"}) == [
        "option curency: There is no such setting. Did you mean currency?"
    ]


def test_a_wrong_value_says_what_to_write(file: Path) -> None:
    write(file, 'currency = "euro"\n')

    [mistake] = mistakes(file)

    assert mistake == (
        "settings.toml:1: currency: 'euro' is no three-letter currency code. "
        'Write for example: currency = "USD"'
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('bank = "bant"\ncurrency =\n', 2),
        ('bank = "bant"\ncurrency = [1,\n\n', 2),
        ("bank = 'a'\nbank = 'b'\n", 2),
        ("[me\n", 1),
        ("[me]\nname = 'a'\nname = 'b'\n", 3),
        ("# a line\n" * 5000 + "currency =", 5001),
    ],
)
def test_a_file_that_is_no_toml_names_the_line(file: Path, text: str, line: int) -> None:
    with pytest.raises(BadInput) as caught:
        load_settings(environ={}, file=write(file, text))

    assert (caught.value.file, caught.value.line) == (str(file), line)


def test_a_mistake_in_a_table_names_its_line(file: Path) -> None:
    write(file, 'bank = "bant"\n\n[me]\nname = "Dana"\nrole = "boss"\n[[team]]\nid = 1\n')

    assert [one.split(" ")[0] for one in mistakes(file)] == ["settings.toml:5:", "settings.toml:6:"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = " + "[" * 5000 + "]" * 5000, "deep"),
        ("a = " + "9" * 5000, "large"),
        ("# a line\n" * 10_000, "larger than 64 KB"),
    ],
)
def test_a_file_without_measure_is_a_message(file: Path, text: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        load_settings(environ={}, file=write(file, text))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
def test_a_device_in_the_files_place_is_a_message() -> None:
    with pytest.raises(BadInput, match="not a file"):
        load_settings(environ={}, file=Path("/dev/zero"))


@pytest.mark.parametrize("store", ["~nobody-of-that-name/calls.sqlite", "a\0b"])
def test_a_store_that_can_lie_nowhere_is_a_mistake(file: Path, store: str) -> None:
    with pytest.raises(BadInput, match=r"option store: .*(no home folder|zero character)"):
        load_settings({"store": store}, {}, write(file, ""))


def test_a_file_that_is_no_text_names_the_line(file: Path) -> None:
    file.write_bytes(b'bank = "bant"\ntheme = "\xff"\n')

    with pytest.raises(BadInput) as caught:
        load_settings(environ={}, file=file)

    assert (caught.value.file, caught.value.line) == (str(file), 2)


def test_a_folder_in_the_files_place_is_a_message(file: Path) -> None:
    file.mkdir()

    with pytest.raises(BadInput, match="cannot be read"):
        load_settings(environ={}, file=file)


def test_as_somebody_else_is_another_person_of_my_team(file: Path) -> None:
    write(file, '[me]\nname = "Sam Okoro"\nemail = "sam@example.com"\nteam = "Inside"\n')

    me = load_settings({"as": "Maria Díaz"}, {}, file).settings.me

    assert me == Who(id="maria-díaz", name="Maria Díaz", email="", team="Inside")


@pytest.mark.parametrize("i_am", ["sam", "Sam Okoro", "SAM OKORO"])
def test_as_myself_changes_nothing(file: Path, i_am: str) -> None:
    write(file, '[me]\nname = "Sam Okoro"\nemail = "sam@example.com"\n')

    me = load_settings({"as": i_am}, {}, file).settings.me

    assert me == Who(id="sam", name="Sam Okoro", email="sam@example.com")


def test_as_nobody_is_a_mistake(file: Path) -> None:
    assert mistakes(file, overrides={"as": "!!"})[0].startswith("option me.id: ")


def test_a_store_in_the_file_is_found_from_the_files_folder(file: Path) -> None:
    write(file, 'store = "shared/calls.sqlite"\n')

    settings = load_settings(environ={}, file=file).settings

    assert settings.store == file.parent / "shared" / "calls.sqlite"


def test_a_store_given_by_hand_is_found_from_here(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    settings = load_settings({"store": "calls.sqlite"}, {}, file).settings

    assert settings.store == Path.cwd() / "calls.sqlite"


def test_variables_that_are_no_settings_are_told_but_stop_nothing(file: Path) -> None:
    environ = {"ASSISTANT_CURENCY": "EUR", "ASSISTANT_HOME": "/x", "OTHER": "1"}

    loaded = load_settings(environ=environ, file=file)

    assert loaded.unknown == ("ASSISTANT_CURENCY is no setting. Did you mean ASSISTANT_CURRENCY?",)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), st.integers(), max_size=6))
def test_the_line_of_a_key_is_where_its_statement_starts(values: dict[str, int]) -> None:
    text, starts = "", {}
    for key, value in values.items():
        starts[key] = text.count("\n") + 1
        text += f"{key} = [\n  {value},\n]\n# comment\n"
    toml = TomlFile(Path("x"), text, values)

    assert {key: toml.line(key) for key in values} == starts


def test_no_file_has_no_values(tmp_path: Path) -> None:
    assert read_toml(tmp_path / "none.toml").values == {}
