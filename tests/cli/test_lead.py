import pytest

from tests.cli.conftest import Run


def test_a_lead_is_added_listed_and_shown(run: Run) -> None:
    run("lead", "add", "Ana Ruiz", "--email", "ana@acme.example", "--account", "Acme",
        "--place", "Austin", "--title", "CFO")  # fmt: skip

    [headings, row] = run("lead", "list").stdout.splitlines()
    assert headings.split() == ["id", "name", "e-mail", "account", "stage", "points"]
    assert row.split()[1:] == ["Ana", "Ruiz", "ana@acme.example", "Acme", "Unqualified", "0"]

    shown = run("lead", "show", "ana@acme.example").stdout
    facts = dict(line.split(maxsplit=1) for line in shown.splitlines())
    assert facts["name"] == "Ana Ruiz"
    assert facts["title"] == "CFO"
    assert facts["place"] == "Austin"


def test_no_leads_says_how_to_add_one(run: Run) -> None:
    assert "assistant lead add" in run("lead", "list").stdout


def test_what_a_lead_did_counts(run: Run) -> None:
    run("lead", "add", "Ana Ruiz")

    noted = run("lead", "event", "Ana Ruiz", "demo_request", "--note", "from the fair").stdout

    assert "Noted." in noted
    assert "demo_request from the fair" in run("lead", "show", "Ana Ruiz").stdout


def test_an_event_without_points_names_those_that_have_some(run: Run) -> None:
    run("lead", "add", "Ana Ruiz")

    assert "demo_request" in run("lead", "event", "Ana Ruiz", "sneezed", code=2).stderr


def test_a_closed_gate_needs_a_reason_which_is_kept(run: Run) -> None:
    run("lead", "add", "Ana Ruiz")

    blocked = run("lead", "move", "Ana Ruiz", code=2)
    assert blocked.stderr != ""

    moved = run("lead", "move", "Ana Ruiz", "--reason", "met at the fair").stdout
    assert moved.split(maxsplit=2)[0] == "Ana"
    assert "Marketing-qualified" in moved
    assert "met at the fair" in run("lead", "show", "Ana Ruiz").stdout


def test_an_unknown_lead_is_wrong_usage(run: Run) -> None:
    assert "'Nobody'" in run("lead", "show", "Nobody", code=2).stderr


def test_a_name_cannot_steer_the_terminal(run: Run) -> None:
    run("lead", "add", "Ana \x1b[31mRuiz")

    assert "\x1b" not in run("lead", "list").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--account", "Acme", "--lifecycle", "nope"),
        ("--account", "Acme", "--employees", "9" * 30),
        ("--sector", "Freight"),
    ],
)
def test_a_lead_that_cannot_be_added_leaves_nothing(run: Run, arguments: tuple[str, ...]) -> None:
    run("lead", "add", "Luis", *arguments, code=2)

    assert "No leads yet" in run("lead", "list").stdout
    run("forget", "account", "Acme", "--dry-run", code=2)
