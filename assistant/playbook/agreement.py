"""What has to fit together between files: ids of questions, kinds of event, gates.

Each function returns a check for ``load_model``, which reads a file as it is written.
"""

from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter, ValidationError

from assistant.domain.bank import AnswerSpec, Bank
from assistant.domain.people import PointsTable
from assistant.playbook.answer_yaml import ANY, AnswerYaml, WrittenAnswer
from assistant.playbook.bank_checks import questions_of, unknown
from assistant.yamlfile.building import KeyPath
from assistant.yamlfile.checking import Check
from assistant.yamlfile.problems import Problem
from assistant.yamlfile.reading import YamlFile

_ANSWER: TypeAdapter[AnswerYaml] = TypeAdapter(WrittenAnswer)


def same_answers(banks: Mapping[str, Bank]) -> Check:
    """Banks that share a question's id share its answer, so its kind must be the same."""

    def check(yaml: YamlFile) -> Iterator[Problem]:
        others = [bank for bank in banks.values() if bank.id != yaml.text(("id",))]
        asked = {each.id: (bank, each) for bank in others for each in bank.questions}
        for path in questions_of(yaml):
            other, same = asked.get(yaml.text((*path, "id")) or "", (None, None))
            spec = _spec(yaml, (*path, "answer"))
            if other and same and spec and spec != same.answer:
                message = f"the bank {other.id} has {same.id} with another answer"
                yield yaml.problem((*path, "answer"), message, "the same answer, or another id")

    return check


def known_events(points: PointsTable) -> Check:
    """Engagement is told by kinds of event that have points."""

    def check(yaml: YamlFile) -> Iterator[Problem]:
        for path in questions_of(yaml):
            events = (*path, "answer", "engagement")
            if yaml.text(events) == ANY:
                continue
            yield from unknown(yaml, events, list(points.points), "event of the points table")

    return check


def known_gates(banks: Mapping[str, Bank]) -> Check:
    """A lifecycle's steps name gates of banks, as ``bank.gate``."""
    known = [f"{bank.id}.{gate.id}" for bank in banks.values() for gate in bank.gates]

    def check(yaml: YamlFile) -> Iterator[Problem]:
        for step in yaml.below(("steps",)):
            yield from unknown(yaml, (*step, "gates"), known, "gate of a bank in force")

    return check


def known_lifecycle(lifecycles: Mapping[str, object]) -> Check:
    """A bank's ``lifecycle`` is there."""

    def check(yaml: YamlFile) -> Iterator[Problem]:
        yield from unknown(yaml, ("lifecycle",), list(lifecycles), "lifecycle in force")

    return check


def _spec(yaml: YamlFile, path: KeyPath) -> AnswerSpec | None:
    try:
        return _ANSWER.validate_python(yaml.at(path)).spec()
    except ValidationError:
        return None
