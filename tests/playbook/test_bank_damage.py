"""However a file is damaged, loading it gives what it holds or problems, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.playbook.playbook import load_file, load_playbook
from assistant.settings.shipped import shipped
from assistant.yamlfile.problems import YamlProblems
from assistant.yamlfile.reading import parse_yaml

PLAYBOOK = load_playbook([shipped("question_banks")])
TEXTS = {
    path.name: path.read_text(encoding="utf-8")
    for path in (
        shipped("question_banks", "points.yaml"),
        shipped("question_banks", "icp.example.yaml"),
        shipped("question_banks", "lifecycles", "levels.yaml"),
    )
}
BANK = """\
id: small
version: 2
title: Small
gates:
  - id: only
    title: Only
    passes_when: {met: [need], any_met: [need], answered: [a.b], verdict: [qualified]}
    questions:
      - {id: a.b, ask: What?, answer: {choice: [x, {say: y, counts: no}]}, listen_for: {x: [z]}}
      - {id: a.c, ask: What?, answer: {scale: 0-3}, listen_for: {1: [z]}, also: [q]}
      - {id: a.d, ask: What?, answer: {engagement: any, at_least: 3}}
      - {id: a.e, ask: What?, answer: yes_no, follow_ups: [q], why: w}
criteria:
  need: {title: Need, from: [need, a.b], rule: need, weight: 1, required: true}
verdict: {policy: bands, bands: {qualified: 80, nurture: 60}}
"""
VALUES = (
    *("", "null", "true", "-1", "3.5", ".nan", "text", "[]", "{}", "[[a], {b: c}]", "{a: {b: 1}}"),
    *('"x"', "0-3", "yes", "9" * 5000, "any", "default", "need", "'\u202e'"),
)


def check(text: str) -> None:
    problems = []
    try:
        load_file(parse_yaml(text, "f"), PLAYBOOK)
    except YamlProblems as error:
        problems = [str(problem) for problem in error.problems]
    assert all("\n" not in problem and "\u202e" not in problem for problem in problems)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A line lost, doubled, or with another value or indentation."""
    lines = text.splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[at].partition(":")
        lines[at] = draw(
            st.sampled_from(
                ["", f"{lines[at]}\n{lines[at]}", f"  {lines[at]}", lines[at].lstrip(),
                 *(f"{key}{colon} {value}" for value in VALUES)]
            )
        )  # fmt: skip
    return "\n".join(lines)


@given(damaged(BANK))
@settings(deadline=None)
def test_lines_of_a_bank(text: str) -> None:
    check(text)


@given(st.sampled_from(sorted(TEXTS)).flatmap(lambda name: damaged(TEXTS[name])))
@settings(deadline=None)
def test_lines_of_other_files(text: str) -> None:
    check(text)


@given(st.data())
@settings(deadline=None)
def test_any_value_in_place_of_any_piece_in_braces(data: st.DataObject) -> None:
    starts = [at for at, char in enumerate(BANK) if char in "{[,:"]
    at = data.draw(st.sampled_from(starts))
    length = data.draw(st.integers(0, 30))
    value = data.draw(st.sampled_from(VALUES) | st.text(max_size=5))
    check(f"{BANK[: at + 1]} {value}{BANK[at + 1 + length :]}")
