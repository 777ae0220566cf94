"""A bank's file: what it turns into, and every mistake in it with its line."""

from pathlib import Path

import pytest

from assistant.domain.bank import (
    Bands,
    ChoiceAnswer,
    EngagementAnswer,
    FieldAnswer,
    LeadAnswer,
    Option,
    PassRule,
    TypedAnswer,
    VerdictPolicy,
)
from assistant.domain.fields import Field, Polarity
from assistant.playbook.banks import bank_of, load_bank
from assistant.yamlfile.problems import YamlProblems
from assistant.yamlfile.reading import parse_yaml

SMALL = """\
id: small
version: 2
title: Small
gates:
  - id: only
    title: Only
    passes_when: {met: [need]}
    questions:
      - id: need.pain
        ask: What hurts?
        answer: {field: need}
criteria:
  need: {title: Need, from: [need], rule: need, weight: 1}
verdict:
  policy: bands
"""

BROKEN = """\
id: Broken Bank
versoin: 1
title: Broken
gates:
  - id: budget
    title: Budget
    passes_when: {met: [bugdet], verdict: [qualifed]}
    questons: []
    questions:
      - id: amount
        ask: How much?
        answer: {field: budgt}
      - id: budget.owner
        ask:
        also: one only
        answer: yes_no
        listen_for: {maybe: [perhaps], yes: []}
      - id: budget.owner
        ask: Who?
        answer: {choice: [me, you], scale: 0-3}
      - id: budget.sure
        ask: How sure?
        answer: {scale: 3-0}
      - id: budget.when
        ask: When?
        answer: date
        listen_for: {soon: [soon]}
      - id: budget.word
        ask: Really?
        answer: yesno
  - id: budget
    title: budget
    passes_when: {}
    questions: []
criteria:
  budget: {title: Budget, from: [budget.onwer], rule: budget, weight: -1}
  need: {title: Need, from: [need], rule: neeed, required: true}
verdict:
  roles: {authority: budgt, timeline: need}
  bands: {qualified: 50}
"""

NEED_IS_NOT_ASKED = (
    "37: need: required, but no question here is answered by need. "
    "Write a question with answer: {field: need}, or required: false"
)


def told(text: str) -> list[str]:
    with pytest.raises(YamlProblems) as caught:
        bank_of(parse_yaml(text, "f"))
    return [str(problem).removeprefix("f:") for problem in caught.value.problems]


def test_every_mistake_of_a_file_is_told_at_once_with_its_line() -> None:
    assert told(BROKEN) == [
        "1: id: 'Broken Bank' does not have the right form. Write broken_bank",
        "1: version: is missing. Write version: 1",
        "2: versoin: no such key. Write version",
        "7: verdict: 'qualifed' cannot stand here. Write qualified",
        "7: met: 'bugdet' is no criterion of this bank. Write budget",
        "8: questons: no such key. Write one of: id, title, also_called, passes_when, questions",
        "10: id: 'amount' does not have the right form. Write budget.amount",
        "12: field: 'budgt' cannot stand here. Write budget",
        "14: ask: has no value. Write How much have you put aside for this?",
        "15: also: must be a list. Write [one only]",
        "17: yes: must have at least 1 of them, and has 0",
        "17: maybe: 'maybe' is not among the answers. Write one of: yes, no",
        "18: id: 'budget.owner' is a question in line 13 already. Write another one",
        "20: answer: has 2 kinds of answer. Write choice only",
        "23: scale: must be two whole numbers, the lower first. Write 0-3",
        "27: listen_for: an answer of the kind date cannot be listened for: leave it out",
        "30: answer: 'yesno' is no kind of answer. Write yes_no",
        "31: id: 'budget' is a gate in line 5 already. Write another one",
        "32: title: 'budget' is a gate called so in line 6 already. Write another one",
        "33: passes_when: has no condition. Write passes_when: {met: [budget]}",
        "34: questions: must have at least 1 of them, and has 0",
        "36: weight: must be 0 or more. Write 25",
        "36: from: 'budget.onwer' is no field and no question of this bank. Write budget.owner",
        "37: rule: 'neeed' cannot stand here. Write need",
        NEED_IS_NOT_ASKED,
        "39: authority: 'budgt' is no criterion of this bank. Write budget",
        "40: bands: has no use with policy: default. Write policy: bands, or leave it out",
    ]


def with_line(old: str, new: str) -> str:
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("questions:", "questons:", "8: questons: no such key. Write questions"),
        ("weight: 1", "weight: 0", "12: criteria: no criterion has a weight"),
        ("policy: bands", "policy: default", "14: verdict: the default policy needs a criterion"),
        ("policy: bands", "policy: bands\n  roles: {need: need}", "16: roles: has no use"),
        (
            "policy: bands",
            "policy: bands\n  bands: {qualified: 50, nurture: 50}",
            "16: nurture: must be less than qualified. Write a number below 50",
        ),
        ("met: [need]", "answered: [need.pian]", "7: answered: 'need.pian' is no question"),
        ("met: [need]", "any_met: [goal]", "7: any_met: 'goal' is no criterion"),
        ("{field: need}", "{}", "11: answer: says no kind of answer. Write {field: budget}"),
        ("{field: need}", "{choice: [a]}", "11: choice: must have at least 2 of them"),
        ("{field: need}", "{choice: [a, b, A]}", "11: answer: has the same option twice"),
        ("{field: need}", "{engagement: []}", "11: engagement: must be a list of kinds of event"),
        ("{field: need}", "{engagement: blog}", "11: engagement: must be a list of kinds of event"),
        ("{field: need}", "{lead: sector}", "11: lead: 'sector' cannot stand here"),
        ("{field: need}", "{yes_no: false}", "11: yes_no: 'False' cannot stand here. Write true"),
        ("{field: need}", "{text: true, at_least: 5}", "11: answer: at_least goes with engagement"),
        ("What hurts?", '"  "', "10: ask: must not be empty"),
    ],
)
def test_a_mistake_is_told(old: str, new: str, problem: str) -> None:
    assert any(each.startswith(problem) for each in told(with_line(old, new)))


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("{field: decision_process}", FieldAnswer(field=Field.DECISION_PROCESS)),
        ("yes_no", TypedAnswer(type="yes_no")),
        ("{yes_no: true}", TypedAnswer(type="yes_no")),
        ("text", TypedAnswer(type="text")),
        ("date", TypedAnswer(type="date")),
        ("{number: true}", TypedAnswer(type="number")),
        ("{scale: 0-3}", TypedAnswer(type="scale", scale=(0, 3))),
        ("{scale: 1 - 10}", TypedAnswer(type="scale", scale=(1, 10))),
        ("{lead: company_size}", LeadAnswer(lead="company_size")),
        ("{engagement: any}", EngagementAnswer(engagement=())),
        (
            "{engagement: [blog, ebook], at_least: 10}",
            EngagementAnswer(engagement=("blog", "ebook"), at_least=10),
        ),
        (
            "{choice: [now, {say: later, counts: open}, {say: never, counts: no}]}",
            ChoiceAnswer(
                choice=(
                    Option(say="now"),
                    Option(say="later", counts=Polarity.OPEN),
                    Option(say="never", counts=Polarity.NO),
                )
            ),
        ),
    ],
)
def test_every_kind_of_answer_is_read(written: str, answer: object) -> None:
    bank = bank_of(parse_yaml(with_line("{field: need}", written), "f"))

    assert bank.questions[0].answer == answer


def test_all_of_a_bank_arrives() -> None:
    text = """\
id: whole
version: 3
title: Whole
about: |
  What it
  is for.
lifecycle: ladder
gates:
  - id: first
    title: First
    also_called: [One, Uno]
    passes_when: {met: [a], any_met: [a, b], answered: [q.one], verdict: [qualified, nurture]}
    questions:
      - id: q.one
        ask: Is it   so?
        also: [Really?, Truly?]
        answer: yes_no
        follow_ups: [Since when?]
        listen_for: {yes: [it is], no: [it is not]}
        why: To know.
criteria:
  a: {title: A, from: [q.one, need], rule: last_answer, weight: 2.5, required: true}
  b: {title: B, from: [budget], rule: budget}
verdict: {roles: {budget: a, authority: a, need: a, timeline: b}}
"""
    yaml = parse_yaml(text, "f")
    bank = bank_of(yaml)
    gate, question = bank.gates[0], bank.questions[0]

    assert (bank.id, bank.version, bank.title) == ("whole", 3, "Whole")
    assert (bank.about, bank.lifecycle) == ("What it is for.", "ladder")
    assert bank.digest == yaml.digest
    assert (gate.id, gate.title, gate.also_called) == ("first", "First", ("One", "Uno"))
    assert gate.passes_when == PassRule(
        met=("a",), any_met=("a", "b"), answered=("q.one",), verdict=("qualified", "nurture")
    )
    assert (question.id, question.ask, question.also) == (
        "q.one",
        "Is it so?",
        ("Really?", "Truly?"),
    )
    assert question.follow_ups == ("Since when?",)
    assert question.listen_for == {"yes": ("it is",), "no": ("it is not",)}
    assert question.why == "To know."
    assert [criterion.model_dump() for criterion in bank.criteria] == [
        {"id": "a", "title": "A", "sources": ("q.one", "need"), "rule": "last_answer",
         "weight": 2.5, "required": True},
        {"id": "b", "title": "B", "sources": ("budget",), "rule": "budget",
         "weight": 0, "required": False},
    ]  # fmt: skip
    assert bank.verdict == VerdictPolicy(
        roles={"budget": "a", "authority": "a", "need": "a", "timeline": "b"}
    )


def test_bands_have_their_own_scores_or_the_usual_ones() -> None:
    given = with_line("policy: bands", "policy: bands\n  bands: {qualified: 90}")

    assert bank_of(parse_yaml(SMALL, "f")).verdict.bands == Bands(qualified=80, nurture=60)
    assert bank_of(parse_yaml(given, "f")).verdict.bands == Bands(qualified=90, nurture=60)


def test_a_gate_is_found_by_any_of_its_names() -> None:
    text = with_line("title: Only", "title: The only one\n    also_called: [Uno]")
    bank = bank_of(parse_yaml(text, "f"))

    assert [bank.gate(name) for name in ("only", "THE ONLY ONE", " uno ")] == [bank.gates[0]] * 3
    assert bank.gate("small") is None


def test_a_file_is_loaded_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")

    assert load_bank(path) == bank_of(parse_yaml(SMALL, "f"))
