"""What is asked of calls, as conditions on the index of calls (``call_index AS i``)."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from assistant.domain.fields import Field
from assistant.domain.searching import Asked, Condition
from assistant.storage.connecting import folded
from assistant.storage.search.matching import SAID, phrase
from assistant.storage.search.places import IN_A_CALL, first_key


class Where(NamedTuple):
    """A condition in SQL, and what its question marks stand for."""

    sql: str
    given: tuple[str | int, ...] = ()


def _small(column: str) -> str:
    """The column as ``folded`` gives it; of plain ASCII SQLite makes small letters itself."""
    return f"iif({column} GLOB '*[^ -~]*', folded({column}), lower({column}))"


_NAMED = f"instr({_small('name')}, ?) OR instr({_small('email')}, ?)"


def where_of(asked: Sequence[Asked], *, one_by_one: bool = False) -> Where:
    """All of what is asked; true where nothing is.

    ``one_by_one`` is quick for a few calls, the other way for all of them.
    """
    each = [_asked(one, one_by_one=one_by_one) for one in asked]
    sql = " AND ".join(one.sql for one in each)
    return Where(sql or "1", tuple(given for one in each for given in one.given))


def of_others(asked: Asked) -> bool:
    """Whether it is asked of names that are not beside the call."""
    return asked.condition.name in _ONE_BY_ONE


def _asked(asked: Asked, *, one_by_one: bool) -> Where:
    ways = _CONDITIONS | _ONE_BY_ONE if one_by_one else _CONDITIONS
    where = ways[asked.condition.name](asked.condition)
    sql = f"({where.sql})" if asked.holds else f"NOT coalesce(({where.sql}), 0)"
    return Where(sql, where.given)


def _rep(condition: Condition) -> Where:
    name = folded(condition.value)
    people = f"{_small('id')} = ? OR {_small('email')} = ? OR instr({_small('name')}, ?)"
    return Where(f'i.rep_key IN (SELECT "key" FROM people WHERE {people})', (name, name, name))  # noqa: S608


def _rep_id(condition: Condition) -> Where:
    return Where('i.rep_key IN (SELECT "key" FROM people WHERE id = ?)', (condition.value,))


def _team(condition: Condition) -> Where:
    people = f'SELECT "key" FROM people WHERE instr({_small("team")}, ?)'  # noqa: S608
    return Where(f"i.rep_key IN ({people})", (folded(condition.value),))


def _lead(condition: Condition) -> Where:
    name = folded(condition.value)
    return Where(f"i.lead_id IN (SELECT id FROM leads WHERE {_NAMED})", (name, name))  # noqa: S608


def _its_lead(condition: Condition) -> Where:
    name = folded(condition.value)
    its = f"SELECT 1 FROM leads WHERE id = i.lead_id AND ({_NAMED})"  # noqa: S608
    return Where(f"EXISTS ({its})", (name, name))


def _account(condition: Condition) -> Where:
    named = f"SELECT id FROM accounts WHERE instr({_small('name')}, ?)"  # noqa: S608
    leads = f"SELECT id FROM leads WHERE account_id IN ({named})"  # noqa: S608
    return Where(f"i.lead_id IN ({leads})", (folded(condition.value),))


def _its_account(condition: Condition) -> Where:
    named = (
        f"SELECT 1 FROM leads JOIN accounts ON accounts.id = account_id "  # noqa: S608
        f"WHERE leads.id = i.lead_id AND instr({_small('accounts.name')}, ?)"
    )
    return Where(f"EXISTS ({named})", (folded(condition.value),))


def _industry(condition: Condition) -> Where:
    """The account's sector; else what the lead said of it, in this call or in another."""
    match = f'tags : "findustry" AND {SAID} : {phrase(condition.value)}'
    said = f"SELECT rowid >> {IN_A_CALL} FROM text_index WHERE text_index MATCH ?"  # noqa: S608
    # A sector is looked at once, not once an account.
    # (LIMIT keeps SQLite from doing it otherwise.)
    every = "(SELECT DISTINCT sector FROM accounts LIMIT -1)"
    sectors = f"SELECT sector FROM {every} WHERE instr({_small('sector')}, ?)"  # noqa: S608
    accounts = f"SELECT id FROM accounts WHERE sector IN ({sectors})"  # noqa: S608
    there = f"SELECT id FROM leads WHERE account_id IN ({accounts})"  # noqa: S608
    leads = f'SELECT lead_id FROM call_index WHERE "key" IN ({said})'  # noqa: S608
    # One list of numbers: SQLite looks only at the calls that are in it.
    calls = (
        f'SELECT "key" FROM call_index WHERE lead_id IN ({there} UNION ALL {leads}) '  # noqa: S608
        f"UNION ALL {said}"
    )
    return Where(f'i."key" IN ({calls})', (folded(condition.value), match, match))


def _bank(condition: Condition) -> Where:
    return Where("instr(lower(i.banks), ?)", (f'"{condition.value.lower()}"',))


def _verdict(condition: Condition) -> Where:
    return Where("i.outcome = ?", ("" if condition.value == "none" else condition.value,))


def _field(condition: Condition) -> Where:
    return Where("i.fields & ?", (field_bit(condition.value),))


def _missing(condition: Condition) -> Where:
    return Where("NOT i.fields & ?", (field_bit(condition.value),))


def field_bit(field: str) -> int:
    """The bit that a field has in the sums of a call's answers."""
    return 1 << list(Field).index(Field(field))


def _number(column: str) -> Callable[[Condition], Where]:
    def where(condition: Condition) -> Where:
        comparison = "=" if condition.comparison == ":" else condition.comparison
        return Where(f"i.{column} {comparison} ?", (int(condition.value),))

    return where


def _since(condition: Condition) -> Where:
    return Where('i."key" >= ?', (first_key(date.fromisoformat(condition.value)),))


def _until(condition: Condition) -> Where:
    after = date.fromisoformat(condition.value).toordinal() + 1
    return Where('i."key" < ?', (first_key(date.fromordinal(min(after, _LAST_DAY))),))


def _is(condition: Condition) -> Where:
    return Where(_STANDINGS[condition.value])


_LAST_DAY = (date.max - timedelta(days=1)).toordinal()

WAITING = "i.outcome != '' AND i.reviewed IN ('', 'answered')"
CONFLICT = (
    "i.call_id IN (SELECT id FROM conflicts) OR i.lead_id IN (SELECT id FROM conflicts) OR "
    "i.lead_id IN (SELECT id FROM leads WHERE account_id IN (SELECT id FROM conflicts))"
)
"""In the call, in its lead, or in its account."""
OVERRIDDEN = "i.rep_outcome NOT IN ('', i.system_outcome)"
_STANDINGS = {
    "unassigned": "i.lead_id IS NULL",
    "waiting": WAITING,
    "returned": "i.reviewed = 'returned'",
    "answered": "i.reviewed = 'answered'",
    "reviewed": "i.reviewed IN ('agreed', 'reversed')",
    "disputed": "i.system_outcome != '' AND i.outcome != i.system_outcome",
    "overridden": OVERRIDDEN,
    "conflict": CONFLICT,
    "unconfirmed": "i.unconfirmed > 0",
    "confirmed": "i.answers > i.unconfirmed",
    "contradicted": "i.contradicted > 0",
    "hedged": "i.hedged > 0",
}

_CONDITIONS: dict[str, Callable[[Condition], Where]] = {
    "rep": _rep,
    "rep_id": _rep_id,
    "team": _team,
    "lead": _lead,
    "account": _account,
    "industry": _industry,
    "bank": _bank,
    "verdict": _verdict,
    "score": _number("score"),
    "gaps": _number("gaps"),
    "unconfirmed": _number("unconfirmed"),
    "field": _field,
    "missing": _missing,
    "since": _since,
    "until": _until,
    "is": _is,
}
_ONE_BY_ONE: dict[str, Callable[[Condition], Where]] = {
    "lead": _its_lead,
    "account": _its_account,
}
"""What is asked of the names of others, which no index knows, as looked up for one call."""
