"""What has to fit together within a bank's file. Reads it as written, mistakes and all."""

from collections.abc import Iterator, Sequence

from assistant.domain.fields import CORE_CRITERIA, Field
from assistant.playbook.answer_yaml import BY_WORD
from assistant.yamlfile.building import KeyPath
from assistant.yamlfile.problems import Problem, shown
from assistant.yamlfile.reading import YamlFile
from assistant.yamlfile.suggesting import suggestion

FIELDS = tuple(field.value for field in Field)

FREE_LABELS = ("field", "lead", "engagement", "text")
"""Kinds of answer whose ``listen_for`` has labels of its own."""
_MOST_DIGITS = 9
"""No longer number is read here: what is wrong with it is said elsewhere."""


def bank_problems(yaml: YamlFile) -> Iterator[Problem]:
    """Every mistake in how the parts of a bank refer to each other."""
    yield from _repeated_ids(yaml)
    yield from _pass_rules(yaml)
    yield from _criteria(yaml)
    yield from _weights(yaml)
    yield from _verdict(yaml)
    for question in questions_of(yaml):
        yield from _listen_for(yaml, question)


def questions_of(yaml: YamlFile) -> list[KeyPath]:
    """The paths of all questions, in the order of the gates."""
    gates = yaml.below(("gates",))
    return [question for gate in gates for question in yaml.below((*gate, "questions"))]


def _repeated_ids(yaml: YamlFile) -> Iterator[Problem]:
    gates = yaml.below(("gates",))
    yield from repeated(yaml, [(*gate, "id") for gate in gates], "gate")
    yield from repeated(yaml, [(*each, "id") for each in questions_of(yaml)], "question")
    names = [
        path for gate in gates for path in ((*gate, "title"), *yaml.below((*gate, "also_called")))
    ]
    yield from repeated(yaml, names, "gate called so")


def repeated(yaml: YamlFile, paths: Sequence[KeyPath], what: str) -> Iterator[Problem]:
    """A problem for every text at one of the paths that an earlier one has already."""
    first: dict[str, int] = {}
    for path in paths:
        text = (yaml.text(path) or "").casefold()
        if text in first:
            message = f"{shown(text)!r} is a {what} in line {first[text]} already"
            yield yaml.problem(path, message, "another one")
        elif text:
            first[text] = yaml.line(path)


def _pass_rules(yaml: YamlFile) -> Iterator[Problem]:
    criteria = _criterion_ids(yaml)
    questions = _question_ids(yaml)
    for gate in yaml.below(("gates",)):
        rule = (*gate, "passes_when")
        if yaml.at(rule) == {}:
            example = f"passes_when: {{met: [{criteria[0] if criteria else 'budget'}]}}"
            yield yaml.problem(rule, "has no condition", example)
        for key in ("met", "any_met"):
            yield from unknown(yaml, (*rule, key), criteria, "criterion of this bank")
        yield from unknown(yaml, (*rule, "answered"), questions, "question of this bank")


def unknown(yaml: YamlFile, path: KeyPath, known: Sequence[str], what: str) -> Iterator[Problem]:
    """A problem for the text at the path, or each in the list there, that is not known."""
    for item in yaml.below(path) or [path]:
        text = yaml.text(item)
        if text is not None and text not in known:
            yield yaml.problem(item, f"{shown(text)!r} is no {what}", suggestion(text, known))


def _criteria(yaml: YamlFile) -> Iterator[Problem]:
    known = [*FIELDS, *_question_ids(yaml)]
    asked = {*_question_ids(yaml), *_asked_fields(yaml)}
    for criterion in yaml.below(("criteria",)):
        sources = (*criterion, "from")
        yield from unknown(yaml, sources, known, "field and no question of this bank")
        named = {text for item in yaml.below(sources) if (text := yaml.text(item)) in known}
        if yaml.at((*criterion, "required")) is True and named and not named & asked:
            message = f"required, but no question here is answered by {', '.join(sorted(named))}"
            example = f"a question with answer: {{field: {min(named)}}}, or required: false"
            yield yaml.problem(criterion, message, example)


def _weights(yaml: YamlFile) -> Iterator[Problem]:
    weights = [yaml.at((*criterion, "weight")) or 0 for criterion in yaml.below(("criteria",))]
    numbers = [weight for weight in weights if isinstance(weight, int | float)]
    if weights and len(numbers) == len(weights) and not any(numbers):
        message = "no criterion has a weight, so there is no score"
        yield yaml.problem(("criteria",), message, "weight: 25 in at least one")


def _verdict(yaml: YamlFile) -> Iterator[Problem]:
    policy = yaml.text(("verdict", "policy")) or "default"
    unused = {"default": "bands", "bands": "roles"}.get(policy)
    if unused and yaml.has(("verdict", unused)):
        other = "bands" if policy == "default" else "default"
        message = f"has no use with policy: {policy}"
        yield yaml.problem(("verdict", unused), message, f"policy: {other}, or leave it out")
    if policy == "default":
        yield from _roles(yaml)
    if policy == "bands":
        low, high = (yaml.at(("verdict", "bands", key)) for key in ("nurture", "qualified"))
        if isinstance(low, int) and isinstance(high, int) and low >= high:
            path = ("verdict", "bands", "nurture")
            yield yaml.problem(path, "must be less than qualified", f"a number below {high}")


def _roles(yaml: YamlFile) -> Iterator[Problem]:
    criteria = _criterion_ids(yaml)
    for role in CORE_CRITERIA:
        path = ("verdict", "roles", role)
        named = yaml.text(path)
        if named is not None and named not in criteria:
            message = f"{shown(named)!r} is no criterion of this bank"
            yield yaml.problem(path, message, suggestion(named, criteria))
        elif named is None and criteria and role not in criteria:
            message = f"the default policy needs a criterion for {role}"
            rules = (yaml.text(("criteria", each, "rule")) for each in criteria)
            fit = next(
                (each for each, rule in zip(criteria, rules, strict=True) if rule == role), None
            )
            yield yaml.problem(("verdict",), message, f"roles: {{{role}: {fit or criteria[0]}}}")


def _listen_for(yaml: YamlFile, question: KeyPath) -> Iterator[Problem]:
    labels = yaml.below((*question, "listen_for"))
    kind = _kind(yaml, (*question, "answer"))
    if not labels or kind is None or kind in FREE_LABELS:
        return
    known = _labels(yaml, (*question, "answer"), kind)
    if not known:
        message = f"an answer of the kind {kind} cannot be listened for"
        yield yaml.problem((*question, "listen_for"), f"{message}: leave it out")
    for label in labels if known else ():
        name = str(label[-1]).strip()
        if name not in known:
            message = f"{shown(name)!r} is not among the answers"
            yield yaml.problem(label, message, suggestion(name, known))


def _labels(yaml: YamlFile, answer: KeyPath, kind: str) -> list[str]:
    """What ``listen_for`` of a question with this answer can be about."""
    if kind == "yes_no":
        return ["yes", "no"]
    if kind == "choice":
        options = yaml.below((*answer, "choice"))
        texts = (yaml.text(option) or yaml.text((*option, "say")) for option in options)
        return [text for text in texts if text]
    if kind == "scale":
        low, _, high = (yaml.text((*answer, "scale")) or "").partition("-")
        ends = low.strip(), high.strip()
        if all(end.isdecimal() and len(end) <= _MOST_DIGITS for end in ends):
            return [str(step) for step in range(int(low), min(int(high), 999) + 1)]
    return []


def _kind(yaml: YamlFile, answer: KeyPath) -> str | None:
    """The kind of answer; None where it is not clear."""
    word = yaml.text(answer)
    if word is not None:
        return word if word in BY_WORD else None
    keys = [str(path[-1]) for path in yaml.below(answer) if path[-1] != "at_least"]
    return keys[0] if len(keys) == 1 else None


def _criterion_ids(yaml: YamlFile) -> list[str]:
    return [str(path[-1]) for path in yaml.below(("criteria",)) if isinstance(path[-1], str)]


def _question_ids(yaml: YamlFile) -> list[str]:
    ids = (yaml.text((*question, "id")) for question in questions_of(yaml))
    return [each for each in ids if each]


def _asked_fields(yaml: YamlFile) -> list[str]:
    fields = (yaml.text((*question, "answer", "field")) for question in questions_of(yaml))
    return [each for each in fields if each]
