"""How often the criteria rules conclude what the call's header says, given perfect answers.

    python benchmarks/criteria_on_marks.py [train dev] [--show]

The marks of ``transcripts/corpus/<folder>`` are taken as the answers, settled and judged; what
differs from the header's criteria is the rules' doing alone. Two people agree at 1.00.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from assistant.domain.answers import Answer, Evidence, answer_id
from assistant.domain.fields import CORE_CRITERIA, Side
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.verdict import CriterionStatus
from assistant.evaluation.notation import value_of
from assistant.ingest.marked import marked_files, read_marked
from assistant.qualification.criteria import judge_core
from assistant.qualification.standing import settle

CORPUS = Path(__file__).parents[1] / "transcripts" / "corpus"


class Judged(NamedTuple):
    """One criterion of one call."""

    call: str
    criterion: str
    header: CriterionStatus
    found: CriterionStatus
    answers: tuple[Answer, ...]

    @property
    def right(self) -> bool:
        return self.header is self.found


def main() -> None:
    """Print accuracy, wrongly met and the confusion of each folder; with --show, what differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="*", default=["train", "dev"])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for folder in options.folders:
        judged = list(judge_folder(CORPUS / folder))
        print(f"{folder}: {figures(judged)}")
        for criterion in CORE_CRITERIA:
            print(f"  {confusion([one for one in judged if one.criterion == criterion])}")
        if options.show:
            print(*map(shown, (one for one in judged if not one.right)), sep="\n")


def judge_folder(folder: Path) -> Iterator[Judged]:
    """The four criteria of every marked call below the folder."""
    for path in marked_files(folder):
        call = read_marked(path)
        answers = settle(as_answer(call, mark) for mark in call.answers)
        for result in judge_core(answers, call.call_date):
            yield Judged(
                call=call.id,
                criterion=result.criterion,
                header=call.criteria.get(result.criterion, CriterionStatus.UNKNOWN),
                found=result.status,
                answers=tuple(one for one in answers if one.key == result.criterion),
            )


def as_answer(call: MarkedCall, mark: MarkedAnswer) -> Answer:
    """A mark as a suggestion that reads its words perfectly."""
    source = "notes" if call.kind == "notes" else "transcript"
    return Answer(
        id=answer_id(source, mark.turn, mark.start, mark.end, mark.field),
        field=mark.field,
        evidence=Evidence(
            source=source,
            turn=mark.turn,
            start=mark.start,
            end=mark.end,
            quote=mark.quote,
            speaker=call.turns[mark.turn].speaker,
            side=Side.PROSPECT,
        ),
        polarity=mark.polarity,
        certainty=mark.certainty,
        value=value_of(call, mark),
        found_by="mark",
    )


def accuracy(judged: list[Judged]) -> float:
    """The share that is as the header says."""
    return sum(one.right for one in judged) / len(judged)


def wrongly_met(judged: list[Judged]) -> float:
    """The share of what is found met that the header doesn't say is met."""
    met = [one for one in judged if one.found is CriterionStatus.MET]
    return sum(not one.right for one in met) / len(met)


def figures(judged: list[Judged]) -> str:
    """Both, in a line."""
    return (
        f"{len(judged)} criteria, accuracy {accuracy(judged):.4f}, "
        f"wrongly met {wrongly_met(judged):.4f}"
    )


def confusion(judged: list[Judged]) -> str:
    """One criterion's accuracy, and how often which status was taken for which."""
    pairs = Counter((one.header.value, one.found.value) for one in judged)
    counts = ", ".join(
        f"{header} as {found} {count}" for (header, found), count in sorted(pairs.items())
    )
    return f"{judged[0].criterion:10} {accuracy(judged):.4f}  {counts}"


def shown(judged: Judged) -> str:
    """One difference with the marks behind it."""
    lines = [f"{judged.call} {judged.criterion}: header {judged.header}, found {judged.found}"]
    for answer in judged.answers:
        words = answer.evidence
        standing = "" if answer.in_force else " (superseded)"
        said = f"{words.turn} {words.speaker or 'note'}: {words.quote}" if words else ""
        lines.append(f"    {answer.polarity} {answer.certainty}{standing}  {said}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
