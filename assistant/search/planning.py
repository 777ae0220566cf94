"""What a query comes to: branches of conditions, with days and people filled in."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain, product

from assistant.domain.people import Who
from assistant.domain.searching import Asked, Branch, Condition, Leaf, Plan, Words
from assistant.search.days import span_of
from assistant.search.inflecting import forms_of
from assistant.search.mistakes import QueryMistake
from assistant.search.names import BY_NAME
from assistant.search.nodes import AllOf, AnyOf, Node, Not
from assistant.search.parsing import NAMED, parse

MOST_BRANCHES = 64

Literal = tuple[tuple[Leaf, ...], bool]
"""Leaves of which one is there, or must not be."""


def plan_of(query: str, *, today: date, me: Who) -> Plan:
    """What to look for. Raises ``QueryMistake``.

    ``today`` is what "may" and "30d" are counted from, ``me`` who ``rep:me`` is.
    """
    if not query.strip():
        return Plan(branches=(Branch(),))
    branches = []
    for together in _branches(query, parse(query), holds=True):
        branch = _branch(together, lambda leaf: _meant(leaf, today, me))
        if branch.spots and not branch.found:
            raise _lonely(query, branch.spots[0].condition.name)
        branches.append(branch)
    return Plan(branches=tuple(dict.fromkeys(branches)))


def words_of(plan: Plan) -> tuple[Leaf, ...]:
    """Everything in a plan that is looked for in words."""
    return tuple(leaf for one in plan.branches for group in one.found for leaf in group)


def _lonely(query: str, name: str) -> QueryMistake:
    at = next((one.start() for one in NAMED.finditer(query) if one[1].casefold() == name), 0)
    instead = "Write words or an answer's name beside it, like price or field:objection."
    return QueryMistake(query, at, f'"{name}" only narrows down words.', instead)


def _branches(query: str, node: Node, *, holds: bool) -> list[list[Literal]]:
    """Lists of literals of which one list has to hold: the disjunctive normal form."""
    match node:
        case Not(of=part):
            return _branches(query, part, holds=not holds)
        case Words() | Condition():
            return [[((node,), holds)]]
        case AllOf(parts=parts) | AnyOf(parts=parts):
            leaves = [one for one in parts if isinstance(one, Words | Condition)]
            alternatives = isinstance(node, AllOf) is not holds
            if alternatives and holds and len(leaves) == len(parts) and all(map(_in_words, leaves)):
                return [[(tuple(leaves), True)]]
            each = [_branches(query, part, holds=holds) for part in parts]
            rows = chain(*each) if alternatives else (list(chain(*row)) for row in product(*each))
            return _limited(query, rows)


def _limited(query: str, branches: Iterable[list[Literal]]) -> list[list[Literal]]:
    kept: list[list[Literal]] = []
    for branch in branches:
        if len(kept) == MOST_BRANCHES:
            raise QueryMistake(
                query, 0, "it has too many alternatives within each other.",
                "Ask for some of them at a time.",
            )  # fmt: skip
        kept.append(branch)
    return kept


def _in_words(leaf: Leaf) -> bool:
    return isinstance(leaf, Words) or BY_NAME[leaf.name].level_of(leaf.value) == "answer"


def _branch(literals: Iterable[Literal], meant: Callable[[Leaf], Leaf]) -> Branch:
    found: list[tuple[Leaf, ...]] = []
    left_out: list[Leaf] = []
    asked: dict[str, list[Asked]] = {"spot": [], "call": []}
    for written, holds in literals:
        leaves = tuple(map(_with_forms, written))
        first = leaves[0]
        if isinstance(first, Condition) and not _in_words(first):
            level = BY_NAME[first.name].level_of(first.value)
            asked[level].append(Asked.model_validate({"condition": meant(first), "holds": holds}))
        elif holds:
            found.append(leaves)
        else:
            left_out += leaves
    return Branch(
        found=tuple(found),
        left_out=tuple(left_out),
        spots=tuple(asked["spot"]),
        calls=tuple(asked["call"]),
    )


def _with_forms(leaf: Leaf) -> Leaf:
    """A leaf that is looked for in words, in all forms of its word unless it is exact."""
    if leaf.exact or leaf.prefix:
        return leaf
    if isinstance(leaf, Words):
        return leaf.model_copy(update={"forms": forms_of(leaf.text)})
    if BY_NAME[leaf.name].inflects:
        return leaf.model_copy(update={"forms": forms_of(leaf.value)})
    return leaf


def _meant(leaf: Leaf, today: date, me: Who) -> Leaf:
    if isinstance(leaf, Words):
        return leaf
    if leaf.name == "rep" and leaf.value.casefold() == "me":
        return leaf.model_copy(update={"name": "rep_id", "value": me.id})
    span = span_of(leaf.value, today) if BY_NAME[leaf.name].reads == "day" else None
    if span is None:
        return leaf
    day = span[0] if leaf.name == "since" else span[1]
    return leaf.model_copy(update={"value": day.isoformat()})
