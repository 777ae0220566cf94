"""Names of months and weekdays, told from the same letters as verbs and people."""

from assistant.extraction.values.periods.scene import Scene
from assistant.extraction.values.periods.terms import calendar

_BEFORE_NAMES = frozenset(
    {"in", "by", "this", "next", "last", "of", "until", "till", "since", "early"}
)


def month_at(scene: Scene, at: int) -> int | None:
    """The month (1 to 12) that word ``at`` names."""
    number = calendar().month_numbers.get(scene.lower(at))
    return number if number is not None and _is_name(scene, at) else None


def weekday_at(scene: Scene, at: int) -> int | None:
    """The weekday (Monday is 0) that word ``at`` names, unless it recurs ("every Monday")."""
    number = calendar().weekday_numbers.get(scene.lower(at))
    if (
        number is None
        or not _is_name(scene, at)
        or scene.lower(at - 1) in {"every", "each", "most"}
    ):
        return None
    return number


def _is_name(scene: Scene, at: int) -> bool:
    """Whether an ambiguous word ("may", "march", "sat", "jan") is meant as a name."""
    table, word = calendar(), scene.lower(at)
    if word not in table.ambiguous:
        return True
    before, after = scene.lower(at - 1), scene.lower(at + 1)
    lower_case = scene.words[at].text.islower()
    if lower_case and word in table.never_lower_case:
        return before in {"on", "by", "this", "next", "until", "till", "in"} or _is_digit(after)
    if before in table.subjects - {"that", "which", "this", "it", "to"}:
        return False
    if before == "to" and scene.lower(at - 2) not in table.month_numbers and lower_case:
        return False
    if after in {"or", "and", "to", "/", "-"} and scene.lower(at + 2) in table.month_numbers:
        return True
    if after in table.verb_signs.get(word, frozenset()):
        # "in May we start", "this March in Lyon": only words that a verb never follows help.
        this_may = word == "may" and before == "this" and lower_case
        return before in _BEFORE_NAMES and not this_may
    inside = at > 0 and before not in {".", "?", "!", ":", '"'}
    if before in table.ordinals or _is_day(before) or after == "ish":
        return True
    capital = inside and not lower_case
    return (
        capital
        or before in table.before_names
        or _is_digit(after)
        or _ends(after)
        or (after in table.ordinals or (at == 0 and after in {"", "or", "and"}))
    )


def _is_digit(word: str) -> bool:
    return word[:1].isdecimal() or word == "'"


def _is_day(word: str) -> bool:
    return word.isdecimal() and 1 <= int(word) <= 31


def _ends(word: str) -> bool:
    return not word or not (word[0].isalnum() or word[0] == "'")
