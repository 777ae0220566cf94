"""A query as it was written: leaves, and how they are joined."""

from typing import TypeAlias

from assistant.domain.frozen import Frozen
from assistant.domain.searching import Condition, Words


class Not(Frozen):
    """What must not be."""

    of: "Node"


class AllOf(Frozen):
    """Parts that hold together; none of them is an ``AllOf`` itself."""

    parts: tuple["Node", ...]


class AnyOf(Frozen):
    """Parts of which one holds; none of them is an ``AnyOf`` itself."""

    parts: tuple["Node", ...]


Node: TypeAlias = Words | Condition | Not | AllOf | AnyOf

for _node in (Not, AllOf, AnyOf):
    _node.model_rebuild()


def all_of(parts: "list[Node]") -> Node:
    """The parts together; one alone is itself."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, AllOf) else (part,))]
    return flat[0] if len(flat) == 1 else AllOf(parts=tuple(flat))


def any_of(parts: "list[Node]") -> Node:
    """Any of the parts; one alone is itself."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, AnyOf) else (part,))]
    return flat[0] if len(flat) == 1 else AnyOf(parts=tuple(flat))
