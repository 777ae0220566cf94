"""Files of trackers: what ships is in order, a team's own win, mistakes are told."""

from pathlib import Path

import pytest

from assistant.domain.fields import Side
from assistant.extraction.learned.vocabulary import whole_words
from assistant.playbook.trackers import load_trackers, tracker_of
from assistant.settings.shipped import shipped
from assistant.trackers.finding import Finder
from assistant.yamlfile.problems import YamlProblems
from assistant.yamlfile.reading import parse_yaml

OURS = """\
id: pricing
title: Our pricing
side: rep
words: [flat fee]
"""


def put(folder: Path, name: str, text: str) -> None:
    (folder / "trackers").mkdir(exist_ok=True)
    (folder / "trackers" / name).write_text(text, encoding="utf-8")


def test_the_shipped_trackers_are_in_order() -> None:
    loaded = load_trackers([shipped("question_banks")])

    assert loaded.problems == ()
    assert set(loaded.trackers) == {
        "competitors", "compliance", "objections", "pricing", "promises"
    }  # fmt: skip
    assert all(one.about and not one.is_off for one in loaded.trackers.values())


def test_every_shipped_entry_is_found_by_itself_and_by_no_other_of_its_tracker() -> None:
    for tracker in load_trackers([shipped("question_banks")]).trackers.values():
        finder = Finder([tracker], whole_words())
        for entry in (*tracker.words, *tracker.names):
            assert [one.entry for one in finder.find(f"so, {entry}.")] == [entry]
        for phrase in tracker.but:
            assert finder.find(phrase) == ()


def test_a_teams_own_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    put(tmp_path, "ours.yaml", OURS)

    loaded = load_trackers([shipped("question_banks"), tmp_path])

    pricing = loaded.trackers["pricing"]
    assert (pricing.title, pricing.side, pricing.words) == ("Our pricing", Side.REP, ("flat fee",))
    assert loaded.files["pricing"] == tmp_path / "trackers" / "ours.yaml"


def test_a_file_with_mistakes_leaves_what_was_there_and_is_told(tmp_path: Path) -> None:
    put(tmp_path, "ours.yaml", OURS.replace("side: rep", "side: sales"))

    loaded = load_trackers([shipped("question_banks"), tmp_path])

    assert loaded.trackers["pricing"].title == "Pricing talk"
    (problem,) = loaded.problems
    assert (problem.line, problem.key) == (3, "side")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("id: Pricing Talk", "id"),
        ("title: ''", "title"),
        ("words: price", "words"),
        ("words: [true]", "words"),
        ("wordz: [price]", "wordz"),
    ],
)
def test_mistakes_are_told_with_their_line(line: str, key: str) -> None:
    text = "\n".join(
        line if one.startswith(f"{line.partition(':')[0]}:") else one for one in OURS.splitlines()
    )
    text = text if line in text else f"{text}\n{line}"

    with pytest.raises(YamlProblems) as told:
        tracker_of(parse_yaml(text, "ours.yaml"))

    assert [problem.key for problem in told.value.problems] == [key]
