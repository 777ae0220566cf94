"""A setting that is written down and left empty."""


def none_if_empty(value: object) -> object:
    """None for text without a word: it is as if it were not set."""
    return None if isinstance(value, str) and not value.strip() else value
