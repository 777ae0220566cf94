"""What is looked for in words, as the text index wants to be asked."""

from collections.abc import Iterable

from assistant.domain.searching import Branch, Condition, Leaf, Words

SAID = "{text value}"
"""The columns of words that somebody said, wrote or gave."""

_TAGS = {"unconfirmed": "ssuggested", "hedged": "chedged", "contradicted": "contradicted"}
_DECIDED = "sconfirmed OR sedited"
_PREFIXES = {"field": "f", "polarity": "p", "question": "q"}


BY_HAND = "byhand"
"""The tag of answers without words that somebody said."""


def match_of(branch: Branch) -> str:
    """What a branch's words and answers must have; ``found`` of it must not be empty."""
    own = not finds_quotes(branch)
    wanted = " AND ".join(f"({_any_leaf(group, own=own)})" for group in branch.found)
    if not branch.left_out:
        return wanted
    return f"({wanted}) NOT ({any_match(branch.left_out)})"


def any_match(leaves: Iterable[Leaf]) -> str:
    """That one of the leaves is there."""
    return _any_leaf(leaves, own=False)


def _any_leaf(leaves: Iterable[Leaf], *, own: bool) -> str:
    return " OR ".join(f"({_leaf(leaf, own=own)})" for leaf in leaves)


def finds_quotes(branch: Branch) -> bool:
    """Whether answers are found by what they quote, and by what that comes to.

    Else the words of a turn are found there, and an answer only quotes them once more.
    """
    return asks_for_answers(branch) or any(one.condition.name == "kind" for one in branch.spots)


def asks_for_answers(branch: Branch) -> bool:
    """Whether the branch asks something that only answers have."""
    return any(isinstance(leaf, Condition) for group in branch.found for leaf in group)


def words_match(leaves: Iterable[Leaf]) -> str:
    """The words that a hit's text is marked at; blank where none are looked for."""
    said = [leaf for leaf in leaves if isinstance(leaf, Words) or leaf.name == "value"]
    return " OR ".join(_any_form(leaf) for leaf in said)


def _any_form(leaf: Leaf) -> str:
    """The leaf's words, or any of the forms of its word."""
    text = leaf.text if isinstance(leaf, Words) else leaf.value
    return " OR ".join(phrase(form, prefix=leaf.prefix) for form in leaf.forms or (text,))


def phrase(text: str, *, prefix: bool = False) -> str:
    """Words one after the other, whatever characters are between or in them."""
    inert = "".join(char if char.isprintable() else " " for char in text)
    quoted = inert.replace('"', " ")
    return f'"{quoted}"{" *" if prefix else ""}'


def _leaf(leaf: Leaf, *, own: bool) -> str:
    if isinstance(leaf, Words) and own:
        words = _any_form(leaf)
        return f'text : ({words}) OR (value : ({words}) AND tags : "{BY_HAND}")'
    if isinstance(leaf, Words):
        return f"{SAID} : ({_any_form(leaf)})"
    if leaf.name == "value":
        return f"value : ({_any_form(leaf)})"
    if leaf.name == "is":
        tags = _TAGS.get(leaf.value, _DECIDED)
        return f"tags : ({tags})"
    plain = "".join(char for char in leaf.value.casefold() if char.isalnum())
    return f'tags : "{_PREFIXES[leaf.name]}{plain}"'
