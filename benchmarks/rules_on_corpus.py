"""The extraction on a folder of marked calls: figures, mistakes, each rule's share, speed.

    python benchmarks/rules_on_corpus.py transcripts/corpus/train --fields budget --errors 40

The rep's name is told, as it is to ``annotate``; criteria are not judged here. Mistakes are
a sample, the same one each time; ``--rule budget.approved`` shows only what that rule got
wrong, and ``--missed`` only what was missed.
"""

import argparse
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from assistant.domain.answers import Answer, Evidence
from assistant.domain.engine import Extractor, ReadingFacts
from assistant.domain.fields import Field, Side
from assistant.domain.marked import MarkedCall
from assistant.domain.transcript import Transcript
from assistant.evaluation.comparing import Comparison
from assistant.evaluation.figures import figures_text
from assistant.evaluation.guess import Guess, GuessedAnswer
from assistant.evaluation.scoring import compare_all, figures_of, first_mistakes
from assistant.extraction.loading import load_extractor
from assistant.ingest.marked import marked_files, read_marked


@dataclass
class Run:
    """What came out, and how long each turn took (seconds)."""

    pairs: list[tuple[MarkedCall, Guess]] = field(default_factory=list)
    rules: dict[tuple[str, int, int, int, str], str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    words: int = 0


def main() -> None:
    """Read the calls and print."""
    options = _options()
    fields = frozenset(map(Field, options.fields.split(","))) if options.fields else None
    run, extractor = Run(), load_extractor()
    for path in marked_files(options.folder):
        _hear(extractor, read_marked(path), run)
    compared = compare_all(run.pairs, fields)
    print(figures_text(figures_of(compared)))
    _print_rules(compared, run)
    _print_mistakes(compared, run, options)
    _print_speed(run)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fields", help="only these, with commas between")
    parser.add_argument("--errors", type=int, default=0, help="how many mistakes to show")
    parser.add_argument("--rule", help="only this rule's wrong answers")
    parser.add_argument("--missed", action="store_true", help="only missed marks")
    return parser.parse_args()


def _hear(extractor: Extractor, call: MarkedCall, run: Run) -> None:
    # The reader of marked calls knows the sides; the engine has to find them.
    turns = tuple(turn.model_copy(update={"side": Side.UNKNOWN}) for turn in call.turns)
    bare = Transcript(format="marked", kind=call.kind, turns=turns)
    sided = extractor.settle_sides(bare, call.rep)
    currency, _ = extractor.currency_of(sided, None)
    listener = extractor.listen(
        ReadingFacts(
            kind=call.kind,
            call_date=call.call_date,
            rep=call.rep,
            participants=sided.participants,
            currency=currency,
        )
    )
    found: list[Answer] = []
    for turn in sided.turns:
        started = time.perf_counter()
        found.extend(listener.hear(turn).answers)
        run.seconds.append(time.perf_counter() - started)
        run.words += len(turn.text.split())
    guessed = [
        _guessed(call, answer, answer.field, answer.evidence, run)
        for answer in found
        if answer.field is not None and answer.evidence is not None
    ]
    run.pairs.append((call, Guess(answers=tuple(guessed))))


def _guessed(
    call: MarkedCall, answer: Answer, about: Field, at: Evidence, run: Run
) -> GuessedAnswer:
    run.rules[call.id, at.turn, at.start, at.end, about] = answer.found_by
    return GuessedAnswer(
        field=about,
        turn=at.turn,
        start=at.start,
        end=at.end,
        polarity=answer.polarity,
        certainty=answer.certainty,
        value=answer.value.model_dump(mode="json") if answer.value is not None else None,
    )


def _rule(comparison: Comparison, guess: GuessedAnswer, run: Run) -> str:
    return run.rules[comparison.call.id, guess.turn, guess.start, guess.end, guess.field]


def _print_rules(compared: tuple[Comparison, ...], run: Run) -> None:
    right, wrong = Counter[str](), Counter[str]()
    for comparison in compared:
        for place, guess in enumerate(comparison.guesses):
            side = right if place in comparison.found else wrong
            side[_rule(comparison, guess, run)] += 1
    for rule, number in (right + wrong).most_common():
        share = right[rule] / number
        print(f"{rule:44} right {right[rule]:4}  wrong {wrong[rule]:4}  {share:.2f}")


def _print_mistakes(
    compared: tuple[Comparison, ...], run: Run, options: argparse.Namespace
) -> None:
    if options.rule:
        lines = [
            f"{comparison.call.id} turn {guess.turn}: "
            + comparison.call.turns[guess.turn].text[guess.start : guess.end]
            for comparison in compared
            for place, guess in enumerate(comparison.guesses)
            if place not in comparison.found
            and _rule(comparison, guess, run).removeprefix("rule:") == options.rule
        ]
    else:
        lines = list(first_mistakes(compared, 1_000_000))
    if options.missed:
        lines = [line for line in lines if line.startswith("MISSED")]
    random.Random(7).shuffle(lines)  # noqa: S311 - a fair sample, nothing secret
    print("\n".join(sorted(lines[: options.errors or (40 if options.rule else 0)])))


def _print_speed(run: Run) -> None:
    total, worst = sum(run.seconds), max(run.seconds, default=0.0)
    print(
        f"{run.words} words in {total:.1f} s: {run.words / max(total, 1e-9):.0f} a second, "
        f"slowest turn {worst * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
