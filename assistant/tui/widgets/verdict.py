"""The verdict as it forms: in a column, or in one line."""

from textual.content import Content

from assistant.domain.bank import Bank
from assistant.domain.verdict import CriterionResult, Verdict
from assistant.tui.drawing import Lines, fit, indented, inert, pressable, row, words, wrapped
from assistant.tui.signs import CRITERION_SIGNS, OUTCOME_STYLES, criterion_sign
from assistant.workflows.views import CallView

FULL, EMPTY = "━", "─"


class OfVerdict(Lines):
    """Shows the likely verdict of a call."""

    view: CallView | None = None

    def show(self, view: CallView) -> None:
        """Show the likely verdict of a call."""
        self.view = view
        self.redraw()


class VerdictColumn(OfVerdict):
    """Outcome, score, criteria, what is missing, what would change it."""

    def lines(self, width: int) -> list[Content]:
        if self.view is None:
            return []
        verdict, bank = self.view.verdict, self.view.banks[0]
        return [
            inert("VERDICT so far", "bold $quiet"),
            outcome_line(verdict, width),
            score_bar(verdict.score, width),
            *(criterion_line(bank, result, width) for result in verdict.reasons),
            *_unconfirmed(verdict, width),
            *missing_lines(verdict, width),
            *change_lines(bank, verdict, width),
            *self._others(width),
        ]

    def _others(self, width: int) -> list[Content]:
        """The verdicts of the further banks."""
        if self.view is None or len(self.view.banks) < 2:
            return []
        others = zip(self.view.banks[1:], self.view.assessments[1:], strict=True)
        lines = [_other(bank, other.verdict, width) for bank, other in others]
        return [Content(""), inert("By other banks", "bold"), *lines]


class VerdictLine(OfVerdict):
    """The verdict in one line, for narrow terminals. A click shows all of it."""

    def lines(self, width: int) -> list[Content]:
        if self.view is None:
            return []
        verdict, bank = self.view.verdict, self.view.banks[0]
        parts = [
            words(
                (str(verdict.outcome), OUTCOME_STYLES[verdict.outcome]),
                f" {verdict.score}",
                ("/100", "$quiet"),
            ),
            *(_short_criterion(bank, result) for result in verdict.reasons),
        ]
        left = Content("  ").join(parts)
        count = f"{verdict.unconfirmed} unconfirmed" if verdict.unconfirmed else ""
        return [pressable(row(left, inert(count, "$warning"), width), "verdict")]


def criterion_title(bank: Bank, criterion_id: str) -> str:
    """A criterion's title in its bank."""
    titles = {criterion.id: criterion.title for criterion in bank.criteria}
    return titles.get(criterion_id, criterion_id)


def outcome_line(verdict: Verdict, width: int) -> Content:
    """The outcome at the left, the score at the right."""
    outcome = inert(str(verdict.outcome).upper(), OUTCOME_STYLES[verdict.outcome])
    return row(outcome, words((str(verdict.score), "bold"), ("/100", "$quiet")), width)


def score_bar(score: int, width: int) -> Content:
    """The score as a bar."""
    full = round(width * score / 100)
    return words((FULL * full, "$primary"), (EMPTY * (width - full), "$faint"))


def criterion_line(bank: Bank, result: CriterionResult, width: int) -> Content:
    """A criterion with its sign and state."""
    sign = criterion_sign(result)
    left = words((sign.mark, sign.style), " ", criterion_title(bank, result.criterion))
    return row(left, inert(sign.word, sign.style), width)


def missing_lines(verdict: Verdict, width: int) -> list[Content]:
    """What the verdict lacks, under a heading; nothing where nothing is missing."""
    if not verdict.missing:
        return []
    lines = [Content(""), inert("Missing", "bold")]
    for one in verdict.missing:
        lines += indented(wrapped(inert(one), width - 2, 2), words(("· ", "$quiet")))
    return lines


def change_lines(bank: Bank, verdict: Verdict, width: int) -> list[Content]:
    """What would change the outcome, under a heading."""
    if not verdict.would_change:
        return []
    lines = [Content(""), inert("Would change it", "bold")]
    for one in verdict.would_change:
        sign = CRITERION_SIGNS[one.to]
        title = criterion_title(bank, one.criterion)
        outcome = words(("→ ", "$quiet"), (str(one.outcome), OUTCOME_STYLES[one.outcome]))
        then = words((sign.mark, sign.style), f" {title} {sign.word}")
        if then.cell_length + 1 + outcome.cell_length > width:
            then = words((sign.mark, sign.style), f" {title}")
        lines.append(fit(Content.assemble(then, " ", outcome), width))
    return lines


def _unconfirmed(verdict: Verdict, width: int) -> list[Content]:
    if not verdict.unconfirmed:
        return []
    count = verdict.unconfirmed
    return [fit(inert(f"rests on {count} unconfirmed", "$warning"), width)]


def _short_criterion(bank: Bank, result: CriterionResult) -> Content:
    sign = criterion_sign(result)
    return words((sign.mark, sign.style), criterion_title(bank, result.criterion))


def _other(bank: Bank, verdict: Verdict, width: int) -> Content:
    outcome = inert(str(verdict.outcome), OUTCOME_STYLES[verdict.outcome])
    return row(inert(bank.title), outcome, width)
