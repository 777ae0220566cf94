"""How many there are of something, in words."""


def counted(count: int, things: str) -> str:
    """So many of what is named in the plural: "0 turns", "1 entry", "2,000 other calls"."""
    return f"{count:,} {singular(things) if count == 1 else things}"


def singular(things: str) -> str:
    """One of what is named in the plural, which ends in s or ies."""
    if things.endswith("ies"):
        return f"{things.removesuffix('ies')}y"
    return things.removesuffix("s")
