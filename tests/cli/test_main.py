"""The program as a whole: options, exit codes, output that nobody reads, crashes."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from assistant import __version__
from assistant.cli import main
from assistant.cli.failing import Commands, ended_badly
from assistant.domain.errors import AssistantError, BadInput, NotFound, StoreUnavailable
from assistant.workflows.crash_log import record_crash
from tests.cli.running import run_program


def failing_app(error: BaseException) -> typer.Typer:
    """A program of one command, which fails so."""
    app = typer.Typer(cls=Commands, rich_markup_mode=None, pretty_exceptions_enable=False)

    @app.command()
    def fail() -> None:
        raise error

    @app.callback()
    def start() -> None: ...

    return app


def test_version() -> None:
    done = run_program("--version")

    assert (done.returncode, done.stdout, done.stderr) == (0, f"assistant {__version__}\n", "")


def test_help_names_every_command() -> None:
    done = run_program("--help")

    commands = done.stdout.partition("Commands:")[2].split("\n")
    assert done.returncode == 0
    assert {line.split()[0] for line in commands if line.startswith("  ") and line[2] != " "} == {
        *("annotate", "demo", "samples", "call", "answers", "lead", "bank", "evaluate", "search"),
        *("transcript", "corpus", "db", "forget", "config", "doctor", "review", "scorecard"),
        *("sync", "person", "retention", "trackers"),
    }


@pytest.mark.parametrize(
    "arguments", [("fly",), ("config", "fly"), ("--fly",), ("config", "path", "moon")]
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    done = run_program(*arguments)

    assert done.returncode == 2
    assert done.stdout == ""
    assert "Error: " in done.stderr


def test_the_screens_need_a_terminal() -> None:
    done = run_program()

    assert done.returncode == 2
    assert "need a terminal" in done.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (AssistantError("some failed"), 1),
        (NotFound("no such lead"), 2),
        (BadInput("no text", file="a.vtt", line=3), 3),
        (StoreUnavailable("locked"), 4),
    ],
)
def test_an_error_of_a_user_is_a_message_and_its_code(error: AssistantError, code: int) -> None:
    result = CliRunner().invoke(failing_app(error), ["fail"])

    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr == f"assistant: {error}\n"


def test_a_file_that_cannot_be_opened_is_a_message() -> None:
    error = FileNotFoundError(2, "No such file or directory", "calls/none.txt")

    result = CliRunner().invoke(failing_app(error), ["fail"])

    assert result.exit_code == 3
    assert result.stderr == "assistant: calls/none.txt: No such file or directory\n"


def test_ctrl_c_is_130() -> None:
    assert CliRunner().invoke(failing_app(KeyboardInterrupt()), ["fail"]).exit_code == 130


def test_a_message_cannot_steer_the_terminal() -> None:
    error = BadInput("no bank '\x1b[2J\u202eevil'\nsecond line")

    result = CliRunner().invoke(failing_app(error), ["fail"])

    assert "\x1b" not in result.stderr
    assert "\u202e" not in result.stderr
    assert result.stderr.count("\n") == 2


def test_a_bad_settings_file_is_3_with_all_its_mistakes(home: Path) -> None:
    file = home / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text('curency = "EUR"\nconsent = "perhaps"\n', encoding="utf-8")

    done = run_program("config", "show")

    assert done.returncode == 3
    assert f"{file}:1: curency" in done.stderr
    assert f"{file}:2: consent" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_plugin_of_another_package_sees_what_is_read(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    package = tmp_path / "spy-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Name: spy\nVersion: 1.0\n", encoding="utf-8")
    (package / "entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n", encoding="utf-8")
    spy = f"open({str(seen)!r}, 'w', encoding='utf-8').close()\nplugin = None\n"
    (tmp_path / "spy.py").write_text(spy, encoding="utf-8")

    done = run_program("config", "show", environ={"PYTHONPATH": str(tmp_path)})

    assert done.returncode == 0
    assert not seen.exists()


def test_a_reader_that_leaves_is_no_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", "config", "show"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()

    assert errors == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_output_that_cannot_be_written_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "config", "show"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 1
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_text_that_the_output_cannot_carry_is_escaped() -> None:
    done = run_program("--as", "Zoë ✓", "config", "show", environ={"PYTHONIOENCODING": "ascii"})

    assert done.returncode == 0
    assert "Zoë ✓" in done.stdout


def test_as_and_store_win_over_everything(home: Path) -> None:
    environ = {"ASSISTANT_ME_NAME": "Sam", "ASSISTANT_STORE": str(home / "other")}

    done = run_program(
        "--as", "Maria", "--store", str(home / "mine"), "config", "show", environ=environ
    )

    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()}
    assert rows["me.name"] == ["Maria", "option"]
    assert rows["store"] == [str(home / "mine"), "option"]


def test_what_nobody_foresaw_is_logged_without_what_was_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(prog_name: str) -> None:
        said = "Luis Ortega has forty thousand"
        raise RuntimeError(said) from ValueError(said)

    monkeypatch.setattr(main, "app", crash)

    with pytest.raises(SystemExit) as end:
        main.run()

    log = home / "log" / "assistant.log"
    logged = log.read_text(encoding="utf-8")
    assert end.value.code == 1
    assert "RuntimeError" in logged
    assert "ValueError" in logged
    assert "assistant.cli.main:" in logged
    assert "Luis" not in logged
    assert "forty" not in logged
    said = capsys.readouterr().err
    assert str(log) in said
    assert "Luis" not in said


@pytest.mark.skipif(os.name != "posix", reason="the mode says nothing there")
def test_the_log_is_the_owners_and_stays_small(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.workflows.crash_log.MAX_BYTES", 100)
    for _ in range(6):
        record_crash(RuntimeError("x"))

    logs = sorted((home / "log").iterdir())

    assert [path.name for path in logs] == [
        "assistant.log",
        *(f"assistant.log.{n}" for n in (1, 2, 3)),
    ]
    assert {path.stat().st_mode & 0o777 for path in logs} == {0o600}


def test_a_home_of_nobody_is_a_message() -> None:
    done = run_program("config", "show", environ={"ASSISTANT_HOME": "~nobody-of-that-name/x"})

    assert done.returncode == 3
    assert "no home folder" in done.stderr


def test_a_log_that_cannot_be_written_is_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "log").write_text("a file in the folder's place", encoding="utf-8")

    assert ended_badly(RuntimeError("x")) == 1
    assert "log could not be written" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="the shell closes the streams")
@pytest.mark.parametrize(
    ("arguments", "closed", "code"),
    [
        (("config", "show"), ">&-", 0),
        (("config", "show"), "<&- >&- 2>&-", 0),
        (("doctor",), "<&-", 0),
        (("annotate", "-"), "<&-", 3),
        (("fly",), "2>&-", 2),
        (("forget", "before", "2026-01-01"), "<&-", 1),
    ],
)
def test_a_closed_stream_is_no_crash(arguments: tuple[str, ...], closed: str, code: int) -> None:
    program = shlex.join([sys.executable, "-m", "assistant", *arguments])

    done = subprocess.run(["sh", "-c", f"{program} {closed}"], stderr=subprocess.PIPE, check=False)

    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert b"should not have" not in done.stderr
