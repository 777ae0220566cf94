"""What is asked of answers, as far as a call's own row in the index of calls knows it.

"Some answer is unconfirmed" is asked of one number there, in place of a million answers.
"""

from collections.abc import Iterator

from assistant.domain.searching import Asked, Branch, Condition, Leaf

SUMMED = frozenset({"unconfirmed", "confirmed", "contradicted", "hedged"})
"""The standings that are counted for every call."""


def by_calls(branch: Branch) -> Iterator[Branch]:
    """The branch as branches that ask as much as they can of calls.

    It is for lists of calls only: where the answers themselves are looked for they have to be
    found. What is asked of one and the same answer together stays as it is.
    """
    if not branch.found:
        left_out = tuple(leaf for leaf in branch.left_out if not _summed(leaf))
        asked = (_asked(leaf, holds=False) for leaf in branch.left_out if _summed(leaf))
        yield branch.model_copy(update={"left_out": left_out, "calls": (*branch.calls, *asked)})
    elif len(branch.found) == 1 and not branch.left_out and not branch.spots:
        (group,) = branch.found
        others = tuple(leaf for leaf in group if not _summed(leaf))
        if others:
            yield branch.model_copy(update={"found": (others,)})
        for leaf in group:
            if _summed(leaf):
                calls = (*branch.calls, _asked(leaf, holds=True))
                yield branch.model_copy(update={"found": (), "calls": calls})
    else:
        yield branch


def _summed(leaf: Leaf) -> bool:
    if not isinstance(leaf, Condition):
        return False
    return leaf.name == "field" or (leaf.name == "is" and leaf.value in SUMMED)


def _asked(leaf: Leaf, *, holds: bool) -> Asked:
    return Asked.model_validate({"condition": leaf, "holds": holds})
