"""From criteria to an outcome and a score: the default policy, and bands of the score."""

from collections.abc import Mapping
from math import floor

from assistant.domain.bank import Bands, Bank
from assistant.domain.verdict import CriterionResult, CriterionStatus, Outcome

MET, UNMET, UNKNOWN = CriterionStatus.MET, CriterionStatus.UNMET, CriterionStatus.UNKNOWN

HEDGED_SHARE = 0.75
"""What a criterion that is met on hedged words only adds to the score, of its weight."""


def outcome_of(bank: Bank, results: Mapping[str, CriterionResult]) -> Outcome:
    """The outcome by the bank's policy. ``results`` are by criterion."""
    if bank.verdict.policy == "bands":
        return by_bands(bank, results)
    statuses = {
        role: results[named].status if (named := played_by(bank, role)) in results else UNKNOWN
        for role in ("budget", "authority", "need", "timeline")
    }
    return by_default(**statuses)


def played_by(bank: Bank, role: str) -> str:
    """The criterion that plays a role; the one of that name where the bank says nothing."""
    named = {str(key): criterion for key, criterion in bank.verdict.roles.items()}
    return named.get(role, role)


def by_default(
    *,
    budget: CriterionStatus,
    authority: CriterionStatus,
    need: CriterionStatus,
    timeline: CriterionStatus,
) -> Outcome:
    """The default policy: the first rule that holds."""
    others = (budget, authority, timeline)
    if need is UNMET or others == (UNMET, UNMET, UNMET):
        return Outcome.DISQUALIFIED
    if need is MET and UNMET not in others and others.count(MET) >= 2:
        return Outcome.QUALIFIED
    if need is MET and UNMET in others:
        return Outcome.NURTURE
    return Outcome.INCOMPLETE


def by_bands(bank: Bank, results: Mapping[str, CriterionResult]) -> Outcome:
    """By score. Qualified also takes every required criterion to be met.

    Incomplete while what is unknown could still lift it: a required criterion at the top,
    any criterion below the lowest band.
    """
    bands = bank.verdict.bands or Bands()
    score = score_of(bank, results)
    required = {results[one.id].status for one in bank.criteria if one.required}
    if score < bands.nurture:
        return (
            Outcome.INCOMPLETE if _reach(bank, results) >= bands.nurture else Outcome.DISQUALIFIED
        )
    if score < bands.qualified or UNMET in required:
        return Outcome.NURTURE
    return Outcome.INCOMPLETE if UNKNOWN in required else Outcome.QUALIFIED


def score_of(bank: Bank, results: Mapping[str, CriterionResult]) -> int:
    """0 to 100: the weight of what is met, hedged words counting less.

    Criteria count equally in a bank that gives none of them a weight.
    """
    weights = {criterion.id: criterion.weight for criterion in bank.criteria}
    if not any(weights.values()):
        weights = dict.fromkeys(weights, 1.0)
    total = sum(weights.values())
    got = sum(weight * _share(results[name]) for name, weight in weights.items())
    return floor(100 * got / total + 0.5) if total else 0


def _share(result: CriterionResult) -> float:
    if result.status is not MET:
        return 0
    return HEDGED_SHARE if result.hedged else 1


def _reach(bank: Bank, results: Mapping[str, CriterionResult]) -> int:
    """The score if all that is unknown turned out to be met."""
    best = {
        name: result.model_copy(update={"status": MET}) if result.status is UNKNOWN else result
        for name, result in results.items()
    }
    return score_of(bank, best)
