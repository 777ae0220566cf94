import json
import os
from pathlib import Path
from shutil import make_archive

import pytest

from assistant.cli.inputs import sample_files
from tests.cli.conftest import LUIS, MARTA, Run, annotations, found


def test_one_file_as_json(run: Run, calls: Path) -> None:
    result = run(
        "annotate", str(calls / "luis.txt"), "--format", "json", "--date", "2026-03-12",
        "--rep", "Dana", "--kind", "call", "--currency", "eur",
    )  # fmt: skip

    [annotation] = annotations(result.stdout)
    assert annotation["schema"] == "assistant.annotation/1"
    assert annotation["call"]["date"] == "2026-03-12"
    assert annotation["call"]["date_from"] == "option"
    assert annotation["call"]["currency"] == "EUR"
    assert found(annotation) == {("budget", "forty thousand dollars")}
    assert result.stderr == ""


def test_a_folder_is_json_lines(run: Run, calls: Path) -> None:
    result = run("annotate", str(calls), "--format", "json")

    assert [found(one) for one in annotations(result.stdout)] == [
        {("budget", "forty thousand dollars")},
        {("authority", "me")},
    ]


def test_a_zip_file_is_json_lines(run: Run, calls: Path, tmp_path: Path) -> None:
    packed = make_archive(str(tmp_path / "packed"), "zip", calls)
    results = [run("annotate", name, "--format", "json") for name in (packed, str(tmp_path))]

    assert [[found(one) for one in annotations(result.stdout)] for result in results] == [
        [{("budget", "forty thousand dollars")}, {("authority", "me")}],
        2 * [{("budget", "forty thousand dollars")}, {("authority", "me")}],
    ]


def test_a_pattern_stands_for_files(run: Run, calls: Path) -> None:
    result = run("annotate", str(calls / "**" / "m*.txt"), "--format", "json")

    assert [found(one) for one in annotations(result.stdout)] == [{("authority", "me")}]
    assert "no file has a name like this" in run("annotate", str(calls / "*.vtt"), code=3).stderr


def test_what_was_left_out_is_said_where_the_result_is_not_read_here(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "call.vtt"
    file.write_text("WEBVTT\n\nnot a time\nhello\n\n00:01.000 --> 00:02.000\nLuis: hi\n", "utf-8")

    result = run("annotate", str(file), "--format", "json")

    [annotation] = annotations(result.stdout)
    assert annotation["warnings"] != []
    assert result.stderr.splitlines() == [f"{file}: {one}" for one in annotation["warnings"]]


def test_standard_input(run: Run) -> None:
    result = run("annotate", "-", "--format", "json", given=LUIS)

    assert found(annotations(result.stdout)[0]) == {("budget", "forty thousand dollars")}


def test_standard_input_that_is_no_text(run: Run) -> None:
    result = run("annotate", "-", given=b"Dana: hello\n\x81\xfe", code=3)

    assert "standard input: byte 12 fits no encoding" in result.stderr


def test_standard_input_may_be_encoded_as_a_file_may(run: Run) -> None:
    result = run("annotate", "-", "--format", "json", given=LUIS.encode("utf-16"))

    assert found(annotations(result.stdout)[0]) == {("budget", "forty thousand dollars")}


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_forms_for_people_have_the_words(run: Run, calls: Path, form: str) -> None:
    result = run("annotate", str(calls / "luis.txt"), "--format", form)

    assert "forty thousand dollars" in result.stdout


def test_a_file_for_each_input(run: Run, calls: Path, tmp_path: Path) -> None:
    (calls / "march" / "luis.txt").write_text(MARTA, encoding="utf-8")
    out = tmp_path / "out"

    result = run("annotate", str(calls), "--format", "json", "--out", str(out))

    assert result.stdout == ""
    assert {path.name for path in out.iterdir()} == {"luis.json", "luis-2.json", "marta.json"}
    text = (out / "luis.json").read_text(encoding="utf-8")
    assert found(json.loads(text)) == {("budget", "forty thousand dollars")}


def test_a_result_is_never_written_over_an_input(run: Run, calls: Path) -> None:
    run("annotate", str(calls / "luis.txt"), "--out", str(calls))

    assert (calls / "luis.txt").read_text(encoding="utf-8") == LUIS
    assert "forty thousand dollars" in (calls / "luis-2.txt").read_text(encoding="utf-8")


def test_names_that_differ_in_capitals_alone_are_two_files(run: Run, calls: Path) -> None:
    (calls / "march" / "Luis.txt").write_text(MARTA, encoding="utf-8")
    out = calls.parent / "out"

    run("annotate", str(calls), "--format", "json", "--out", str(out))

    assert {path.name.casefold() for path in out.iterdir()} == {
        "luis.json", "luis-2.json", "marta.json",
    }  # fmt: skip


def test_results_of_an_earlier_run_are_no_inputs(run: Run, calls: Path) -> None:
    arguments = ("annotate", str(calls), "--out", str(calls / "results"))
    run(*arguments)

    run(*arguments)

    assert {path.name for path in (calls / "results").iterdir()} == {"luis.txt", "marta.txt"}


@pytest.mark.skipif(os.name != "posix", reason="names are not bytes there")
def test_a_name_that_is_no_unicode_can_be_saved_and_written(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "luis\udcff.txt"
    file.write_text(LUIS, encoding="utf-8")

    run("annotate", str(file), "--save", "--format", "html", "--out", str(tmp_path / "out"))

    assert "luis\ufffd.txt" in run("call", "list").stdout


@pytest.mark.skipif(os.name != "posix", reason="the mode decides nothing there")
def test_a_folder_that_cannot_be_looked_into_is_said(run: Run, calls: Path) -> None:
    (calls / "march").chmod(0)
    try:
        if os.access(calls / "march", os.R_OK):
            pytest.skip("this user may read everything")
        assert str(calls / "march") in run("annotate", str(calls), code=3).stderr
    finally:
        (calls / "march").chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="links need a right there")
def test_links_in_a_circle_are_read_once(run: Run, calls: Path) -> None:
    (calls / "march" / "up").symlink_to(calls, target_is_directory=True)
    (calls / "nowhere.txt").symlink_to("nowhere.txt")

    result = run("annotate", str(calls), "--format", "json")

    assert len(annotations(result.stdout)) == 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1899-12-31", "2200-01-01"])
def test_a_day_that_no_call_is_held_on(run: Run, calls: Path, day: str) -> None:
    result = run("annotate", str(calls / "luis.txt"), "--date", day, code=2)

    assert "from 1900-01-01 to 2199-12-31" in result.stderr


def test_a_day_of_no_calendar_says_how_to_write_one(run: Run, calls: Path) -> None:
    result = run("annotate", str(calls / "luis.txt"), "--date", "2023-02-29", code=2)

    assert result.stderr == "assistant: '2023-02-29' is no day. Write it like 2026-03-12.\n"


def test_who_is_taken_for_the_rep_is_shown_and_put_right(run: Run, calls: Path) -> None:
    file = str(calls / "luis.txt")

    assert "Dana (rep, as it sounds), Luis (prospect)" in run("annotate", file).stdout
    assert "Dana (prospect), Luis (rep)" in run("annotate", file, "--rep", "Luis").stdout


def test_a_side_that_labels_tell_is_no_guess(run: Run, calls: Path) -> None:
    (calls / "luis.txt").write_text("Prospect: Who?\nAE: me\nProspect: So?\n", encoding="utf-8")

    assert "as it sounds" not in run("annotate", str(calls / "luis.txt")).stdout


@pytest.mark.parametrize("kind", [(), ("--kind", "chat"), ("--kind", "call")])
def test_a_chat_alone_is_refused(run: Run, tmp_path: Path, kind: tuple[str, ...]) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text("00:14:19\tAna:\tour budget is 40k\n", encoding="utf-8")

    assert "assistant call attach" in run("annotate", str(chat), *kind, code=3).stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "nothing in it"), (b"\x89PNG\r\n\x1a\n\0\0\0", ""), (b"\0\1\2\3", "")],
)
def test_the_only_file_failing_is_3(run: Run, tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "call.txt"
    file.write_bytes(content)

    result = run("annotate", str(file), code=3)

    assert result.stdout == ""
    assert str(file) in result.stderr
    assert words in result.stderr


def test_a_missing_file_is_3(run: Run, tmp_path: Path) -> None:
    assert "no such file" in run("annotate", str(tmp_path / "none.txt"), code=3).stderr


def test_an_empty_folder_is_3(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()

    assert str(folder) in run("annotate", str(folder), code=3).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("",),
        ("FILE", "--bank", "no-such-bank"),
        ("FILE", "--lead", "ana@acme.example"),
        ("FILE", "--save", "--lead", "ana@acme.example"),
        ("FILE", "--date", "12.3.2026"),
        ("FILE", "--format", "pdf"),
        ("FILE", "--out", "FILE"),
        ("FILE", "FILE", "--format", "html"),
        ("--sample", "no-such-sample"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2(run: Run, calls: Path, arguments: tuple[str, ...]) -> None:
    file = str(calls / "luis.txt")

    result = run("annotate", *(file if one == "FILE" else one for one in arguments), code=2)

    assert result.stdout == ""
    assert result.stderr != ""


def test_a_wrong_currency_is_3(run: Run, calls: Path) -> None:
    result = run("annotate", str(calls / "luis.txt"), "--currency", "doubloons", code=3)

    assert "currency" in result.stderr


def test_several_banks_the_first_gives_the_verdict(run: Run, calls: Path) -> None:
    result = run(
        "annotate", str(calls / "luis.txt"), "--bank", "champ", "--bank", "bant",
        "--format", "json",
    )  # fmt: skip

    [annotation] = annotations(result.stdout)
    assert [bank["id"] for bank in annotation["banks"]] == ["champ", "bant"]
    assert annotation["verdict"] == annotation["banks"][0]["verdict"]


def test_saving_keeps_the_call_once(run: Run, calls: Path) -> None:
    run("lead", "add", "Luis Ortega", "--email", "luis@acme.example")
    arguments = ("annotate", str(calls / "luis.txt"), "--save", "--lead", "luis@acme.example")

    first = run(*arguments).stderr
    second = run(*arguments).stderr

    assert first == second
    assert len(run("call", "list").stdout.splitlines()) == 2


@pytest.mark.parametrize("bank_id", ["of_mine", "bant"])
def test_a_bank_that_is_not_in_force_saves_nothing(
    run: Run, calls: Path, tmp_path: Path, bank_id: str
) -> None:
    bank = tmp_path / "bank.yaml"
    run("bank", "new", "of_mine", "--out", str(bank))
    text = bank.read_text(encoding="utf-8").replace("id: of_mine", f"id: {bank_id}", 1)
    bank.write_text(text, encoding="utf-8")

    result = run("annotate", str(calls / "luis.txt"), "--bank", str(bank), "--save", code=2)

    assert result.stdout == ""
    assert f"The bank {bank_id} is not in force" in result.stderr
    assert "No calls yet" in run("call", "list").stdout


def test_a_store_that_is_none_is_4(run: Run, calls: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    store.write_text("this is no database, however long it may be", encoding="utf-8")

    result = run("--store", str(store), "annotate", str(calls / "luis.txt"), "--save", code=4)

    assert str(store) in result.stderr


def test_every_sample_can_be_read(run: Run) -> None:
    names = run("samples").stdout.splitlines()

    assert names == list(sample_files())
    for name in names:
        assert run("annotate", "--sample", name, "--format", "json").stdout.count("\n") == 1
