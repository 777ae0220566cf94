"""Which words of the turn a rule's answer quotes."""

from collections.abc import Sequence

from assistant.extraction.clauses.splitting import Range
from assistant.extraction.moment import Clause, Spoken
from assistant.extraction.patterns.book import Hit
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.rules import Rule

_MOST = 3


def span_of(rule: Rule, spoken: Spoken, trigger: Range, clause: int, value: Spot | None) -> Spot:
    """The code points that the rule's span policy quotes."""
    numbers = _clause_numbers(rule, spoken, trigger, clause)
    first, last = spoken.clauses[numbers.start].inner, spoken.clauses[numbers.end - 1].inner
    start, end = spoken.spot(Range(first.start, last.end))
    trigger_start, trigger_end = spoken.spot(trigger)
    match rule.span:
        case "from_trigger":
            return trigger_start, max(end, trigger_end)
        case "to_trigger":
            return min(start, trigger_start), trigger_end
        case "trigger":
            return trigger_start, trigger_end
        case "trigger_and_value" if value:
            return min(trigger_start, value[0]), max(trigger_end, value[1])
        case "turn":
            return start, end
        case _:
            return min(start, trigger_start), max(end, trigger_end)


def _clause_numbers(rule: Rule, spoken: Spoken, trigger: Range, clause: int) -> Range:
    clauses = spoken.clauses
    last = spoken.clause_at(trigger.end - 1) or clause
    match rule.span:
        case "sentence":
            same = [
                number
                for number, other in enumerate(clauses)
                if other.sentence == clauses[clause].sentence and abs(number - clause) < _MOST
            ]
            return Range(same[0], same[-1] + 1)
        case "pair":
            return _pair(clauses, Range(clause, max(last, clause) + 1))
        case "two_clauses":
            return Range(clause, min(max(last, clause + 1) + 1, len(clauses)))
        case "turn":
            return Range(0, len(clauses))
        case _:
            return Range(clause, max(last, clause) + 1)


def _pair(clauses: Sequence[Clause], hit: Range) -> Range:
    """The hit's clause with the next one of its sentence, or else the one before."""
    if hit.end - hit.start > 1:
        return hit
    sentence = clauses[hit.start].sentence
    if hit.end < len(clauses) and clauses[hit.end].sentence == sentence:
        return Range(hit.start, hit.end + 1)
    if hit.start > 0 and clauses[hit.start - 1].sentence == sentence:
        return Range(hit.start - 1, hit.end)
    return hit


def in_place(hit: Hit, spoken: Spoken) -> bool:
    """Whether a pattern bound to a clause's start or end matched there."""
    if not (hit.at_start or hit.at_end):
        return True
    first, last = spoken.clause_at(hit.start), spoken.clause_at(hit.end - 1)
    if first is None or last is None:
        return False
    whole, inner = spoken.clauses[first].whole, spoken.clauses[first].inner
    if hit.at_start and hit.start not in (whole.start, inner.start):
        return False
    ending = spoken.clauses[last]
    return not hit.at_end or hit.end in (ending.whole.end, ending.inner.end)
