"""Writes a query as text that reads as the same query."""

from assistant.domain.searching import Condition, Words
from assistant.search.nodes import AllOf, AnyOf, Node, Not
from assistant.search.parsing import CONNECTIVES, ENDS_A_WORD, NAMED


def print_query(node: Node) -> str:
    """The query in the shortest way of writing it."""
    match node:
        case AnyOf(parts=parts):
            return " or ".join(print_query(part) for part in parts)
        case AllOf(parts=parts):
            return " ".join(_bracketed(part, AnyOf) for part in parts)
        case Not(of=part):
            return f"-{_bracketed(part, AnyOf, AllOf)}"
        case Condition():
            star = "*" if node.prefix else ""
            return f"{node.name}{node.comparison}{_value(node)}{star}"
        case Words():
            return _words(node)


def _bracketed(node: Node, *kinds: type[Node]) -> str:
    text = print_query(node)
    return f"({text})" if isinstance(node, kinds) else text


def _value(node: Condition) -> str:
    return quoted(node.value) if node.exact else written(node.value)


def _words(node: Words) -> str:
    text = node.text
    special = (
        node.exact
        or text.startswith("-")
        or NAMED.match(text) is not None
        or text.casefold() in CONNECTIVES
    )
    return (quoted(text) if special else written(text)) + ("*" if node.prefix else "")


def written(text: str) -> str:
    """The text as a value, in quotes where it needs them."""
    splits = any(char.isspace() or char in ENDS_A_WORD for char in text)
    return quoted(text) if splits or text.endswith("*") else text


def quoted(text: str) -> str:
    """The text in quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
