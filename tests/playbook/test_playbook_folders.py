"""What is in force when several folders have files."""

from pathlib import Path

import pytest

from assistant.domain.people import Icp, PointsTable
from assistant.playbook.playbook import NO_POINTS, Playbook, load_file, load_playbook
from assistant.yamlfile.problems import YamlProblems
from assistant.yamlfile.reading import parse_yaml

BANK = """\
id: {id}
version: {version}
title: A bank
lifecycle: ladder
gates:
  - id: gate
    title: Gate
    passes_when: {{met: [need]}}
    questions:
      - id: {question}
        ask: What hurts?
        answer: {answer}
criteria:
  need: {{title: Need, from: [need], rule: need, weight: 1}}
verdict: {{policy: bands}}
"""
LADDER = """\
id: ladder
version: 1
title: Ladder
stages: [{id: low, title: Low}, {id: high, title: High}]
steps:
  - {to: high, gates: [one.gate, two.gaet]}
"""
POINTS = "id: p\ntitle: Points\nthreshold: 5\npoints: {blog: 5}\n"
ICP = "id: mine\ntitle: Mine\nindustries: [bakeries]\nemployees_to: 9\n"


def bank(bank_id: str, version: int = 1, question: str = "", answer: str = "{field: need}") -> str:
    return BANK.format(
        id=bank_id, version=version, question=question or f"{bank_id}.pain", answer=answer
    )


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A folder with the banks one and two, a ladder and points."""
    folder = tmp_path / "ours"
    (folder / "lifecycles").mkdir(parents=True)
    for name, text in {
        "one.yaml": bank("one"),
        "two.yml": bank("two"),
        "points.yaml": POINTS,
        "lifecycles/ladder.yaml": LADDER.replace("gaet", "gate"),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def teams(tmp_path: Path) -> Path:
    folder = tmp_path / "teams"
    folder.mkdir()
    return folder


def told(playbook: Playbook) -> list[tuple[str, int, str]]:
    return [(Path(each.file).name, each.line, each.key) for each in playbook.problems]


def test_everything_in_the_folders_is_in_force(ours: Path) -> None:
    playbook = load_playbook([ours])

    assert playbook.problems == ()
    assert list(playbook.banks) == ["one", "two"]
    assert playbook.files == {"one": ours / "one.yaml", "two": ours / "two.yml"}
    assert [(key, each.gates_into("high")) for key, each in playbook.lifecycles.items()] == [
        ("ladder", ("one.gate", "two.gate"))
    ]
    assert playbook.points == PointsTable(id="p", title="Points", threshold=5, points={"blog": 5})
    assert playbook.icp is None


def test_a_later_folder_wins_by_id(ours: Path, teams: Path) -> None:
    (teams / "whatever.yaml").write_text(bank("one", version=7), encoding="utf-8")
    (teams / "points.yaml").write_text(POINTS.replace("id: p", "id: q"), encoding="utf-8")

    playbook = load_playbook([ours, teams])

    assert playbook.problems == ()
    assert {key: each.version for key, each in playbook.banks.items()} == {"two": 1, "one": 7}
    assert playbook.files["one"] == teams / "whatever.yaml"
    assert playbook.points.id == "q"


def test_a_bad_file_is_told_and_leaves_the_rest_in_force(ours: Path, teams: Path) -> None:
    (teams / "one.yaml").write_text(bank("one", 7) + "verdcit: {}\n", encoding="utf-8")
    (teams / "three.yaml").write_text("id: [", encoding="utf-8")
    (teams / "four.yaml").write_bytes(b"\xff\xfe\x00")
    (teams / ".hidden.yaml").write_text("id: [", encoding="utf-8")
    (teams / "notes.txt").write_text("id: [", encoding="utf-8")
    (teams / "folder.yaml").mkdir()

    playbook = load_playbook([ours, teams])

    assert told(playbook) == [
        ("folder.yaml", 0, ""),
        ("four.yaml", 1, ""),
        ("one.yaml", 16, "verdcit"),
        ("three.yaml", 1, ""),
    ]
    assert playbook.banks["one"].version == 1


def test_folders_that_are_not_there_are_empty(tmp_path: Path) -> None:
    playbook = load_playbook([tmp_path / "none"])

    assert playbook == Playbook(banks={}, lifecycles={}, points=NO_POINTS)


def test_gates_and_events_and_lifecycles_that_are_not_there_are_told(ours: Path) -> None:
    (ours / "lifecycles" / "ladder.yaml").write_text(LADDER, encoding="utf-8")
    (ours / "one.yaml").write_text(
        bank("one", answer="{engagement: [blgo]}").replace("cle: ladder", "cle: lader"),
        encoding="utf-8",
    )

    playbook = load_playbook([ours])

    assert [str(each).partition(": ")[2] for each in playbook.problems] == [
        "lifecycle: 'lader' is no lifecycle in force. Write ladder",
        "engagement: 'blgo' is no event of the points table. Write blog",
        "gates: 'two.gaet' is no gate of a bank in force. Write two.gate",
    ]
    assert list(playbook.banks) == ["one", "two"]
    assert list(playbook.lifecycles) == ["ladder"]


def test_banks_that_share_a_question_must_share_its_answer(ours: Path, teams: Path) -> None:
    (teams / "a.yaml").write_text(bank("a", question="one.pain"), encoding="utf-8")
    (teams / "b.yaml").write_text(bank("b", question="one.pain", answer="yes_no"), encoding="utf-8")

    playbook = load_playbook([ours, teams])

    assert told(playbook) == [("b.yaml", 12, "answer")]
    assert "has one.pain with another answer" in str(playbook.problems[0])


def test_a_profile_is_in_force_only_when_it_is_named(ours: Path, tmp_path: Path) -> None:
    (ours / "icp.example.yaml").write_text(ICP, encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(ICP.replace("mine", "other"), encoding="utf-8")
    mine = Icp(id="mine", title="Mine", industries=("bakeries",), employees_to=9)

    assert load_playbook([ours]).icp is None
    assert load_playbook([ours], icp="mine").icp == mine
    assert load_playbook([ours], icp=str(other)).icp == mine.model_copy(update={"id": "other"})


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("mien", "settings: icp: there is no ideal customer profile 'mien'. Write mine"),
        ("none.yaml", "none.yaml: no such file: name a YAML file"),
    ],
)
def test_a_profile_that_is_not_there_is_told(ours: Path, name: str, problem: str) -> None:
    (ours / "icp.yaml").write_text(ICP, encoding="utf-8")

    playbook = load_playbook([ours], icp=name)

    assert playbook.icp is None
    assert [str(each) for each in playbook.problems] == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (LADDER.replace("to: high", "to: hihg"), "6: to: 'hihg' is no stage of this lifecycle"),
        (LADDER.replace("id: high", "id: low"), "4: id: 'low' is a stage in line 4 already"),
        (LADDER.replace("one.gate", "one"), "6: gates: 'one' does not have the right form"),
        (LADDER.replace("title: Ladder", "kind: out"), "3: kind: no such key"),
        (POINTS.replace("threshold: 5", "threshold: 0"), "3: threshold: must be 1 or more"),
        (POINTS.replace("{blog: 5}", "{Blog Post: 5}"), "4: Blog Post: 'Blog Post' does not have"),
        (POINTS.replace("{blog: 5}", "{blog: many}"), "4: blog: must be a whole number"),
        (ICP + "employees_from: 10\n", "4: employees_to: must not be less than employees_from"),
        (ICP + "regions: [north]\n", "5: regions: no such key"),
    ],
)
def test_mistakes_in_other_files_are_told(text: str, problem: str) -> None:
    with pytest.raises(YamlProblems) as caught:
        load_file(parse_yaml(text, "f"))

    assert any(str(each).startswith(f"f:{problem}") for each in caught.value.problems)


def test_a_file_is_checked_against_the_playbook_that_it_is_for(ours: Path) -> None:
    text = bank("three", question="two.pain", answer="text").replace("cle: ladder", "cle: x")

    with pytest.raises(YamlProblems) as caught:
        load_file(parse_yaml(text + "oops: 1\n", "f"), load_playbook([ours]))

    assert [(each.line, each.key) for each in caught.value.problems] == [
        (4, "lifecycle"),
        (12, "answer"),
        (16, "oops"),
    ]
