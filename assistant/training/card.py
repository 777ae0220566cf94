"""The model card: ``python -m assistant.training.card`` writes ``docs/model-card.md``.

It needs the model and the development calls, not the extra ``train``.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.domain.errors import AssistantError, BadInput
from assistant.domain.fields import Field
from assistant.evaluation.comparing import mistakes
from assistant.evaluation.scoring import compare_all
from assistant.extraction.learned.model import FOLDER, WEIGHTS, Making, Model, ModelCard, load_model
from assistant.training.corpus import DEV, calls_in
from assistant.training.reading import read_by

_SHOWN_FIELDS = 6
"""So many of the weakest fields have examples of what goes wrong."""
_LONGEST = 160
"""Characters of an example."""

_Row = tuple[str, ...]

_HEAD = """# The learned tagger

Made by `python -m assistant.training.card` from the model and the development calls.

## What it is

A small transformer encoder that reads a turn after the turns before it, and tags the words that
answer one of {fields} fields of a discovery call, each with polarity and certainty; of the rep's
turns it says which fields they ask for. The rest of the assistant reads the values and judges the
criteria. It runs offline, on the CPU, in ONNX Runtime.

{facts}
## Data

It learned from {calls} calls and {notes} sheets of notes: {turns} turns with {answers} marked
answers, in `transcripts/corpus/train`. Everything in them is made up: people, companies, talk.
`transcripts/corpus/GUIDE.md` says what was marked and how. Thresholds were chosen on the calls in
`transcripts/corpus/dev`, which the figures below are of too, so expect somewhat lower ones on calls
of your own. The new writers among them wrote none of the training calls.

`python -m assistant.training` rebuilds it, with this recipe:

{recipe}
## Figures

Of the tagger alone, without the rules beside it; `docs/accuracy.md` has those of the whole, and
says what each figure means.

{groups}
An answer to a field is given from its threshold on: the probability of its words, on average.

{by_field}"""

_FAILS = """
## What it fails at

- English only: other languages are not answered at all.
- It sees about 170 words of talk. What was said earlier is forgotten, and a pitch of the rep is
  read from its last words only.
- Of an answer that begins in one turn and ends in another it finds the parts, not the whole.
- It was never shown real calls. Recognised speech was imitated by leaving out punctuation and by
  putting in fillers.
- The weakest fields are {weakest}.
- Of the answers that it finds, {polarity:.0%} have the right polarity; hedged ones are told from
  firm ones with an F1 of {hedged:.2f}.

Some of what goes wrong on the development calls, in the weakest fields:

{examples}
## Licence

The weights are made from those of `{base}`, which are licensed under {licence}, and are licensed
alike. The text lies beside them, in `assistant/extraction/learned/model/LICENSE`.
"""


def page(card: ModelCard, wrong: Iterable[str], size: int) -> str:
    """The card as Markdown. ``wrong`` are lines of mistakes; the weights have ``size`` bytes."""
    made = _made(card)
    every = made.dev["all"]
    weakest = _weakest(every["fields"])
    text = _HEAD.format(
        fields=len(card.fields),
        facts=_table(("", ""), _facts(card, made, size)),
        recipe=_table(("", ""), [(name, _plain(value)) for name, value in made.recipe.items()]),
        groups=_table(*_groups(made.dev)),
        by_field=_table(*_fields(card, every["fields"])),
        **made.trained_on,
    )
    return text + _FAILS.format(
        weakest=", ".join(f"`{field}` ({every['fields'][field]['f1']:.2f})" for field in weakest),
        polarity=every["polarity"],
        hedged=every["hedged"]["f1"],
        examples=_examples(wrong, weakest),
        base=made.base,
        licence=made.licence,
    )


def _made(card: ModelCard) -> Making:
    if card.made is None:
        raise BadInput("the model's card says nothing of how it was made; build the model anew")
    return card.made


def _facts(card: ModelCard, made: Making, size: int) -> list[_Row]:
    return [
        ("made by version", made.version),
        ("weights", f"22.6 million, {size / 1e6:.1f} MB in eight bits"),
        ("sha256 of the weights", f"`{card.sha256[WEIGHTS]}`"),
        ("begun from", f"`{made.base}`, sha256 `{made.base_sha256}`"),
        ("licence", made.licence),
    ]


def _groups(dev: Mapping[str, Any]) -> tuple[_Row, list[_Row]]:
    head = ("", "calls", "answers: precision", "recall", "F1", "spans F1", "checklist F1")
    rows: list[_Row] = [
        (
            name,
            str(of["calls"]),
            *_rates(of["answers"]),
            f"{of['spans']['f1']:.2f}",
            f"{of['checklist']['f1']:.2f}",
            f"{of['polarity']:.2f}",
            f"{of['hedged']['f1']:.2f}",
        )
        for name, of in dev.items()
        if of["calls"]
    ]
    asked = dev["all"].get("asked")
    if asked:
        rows.append(("what the rep asks", str(asked["calls"]), *_rates(asked), *[""] * 4))
    return (*head, "polarity right", "hedged F1"), rows


def _fields(card: ModelCard, fields: Mapping[str, Any]) -> tuple[_Row, list[_Row]]:
    rows: list[_Row] = [
        (
            name,
            f"{card.thresholds[Field(name)]:.2f}",
            *_rates(of),
            str(of["gold"]),
            str(of["found"]),
        )
        for name, of in sorted(fields.items(), key=lambda item: -item[1]["f1"])
    ]
    return ("field", "threshold", "precision", "recall", "F1", "marked", "found"), rows


def _rates(of: Mapping[str, Any]) -> tuple[str, str, str]:
    return f"{of['precision']:.2f}", f"{of['recall']:.2f}", f"{of['f1']:.2f}"


def _weakest(fields: Mapping[str, Any]) -> list[str]:
    marked = [name for name, of in fields.items() if of["gold"]]
    return sorted(marked, key=lambda name: fields[name]["f1"])[:_SHOWN_FIELDS]


def _examples(wrong: Iterable[str], fields: Sequence[str]) -> str:
    """The first miss and the first invention of each field."""
    lines = [line for line in wrong if line.startswith(("MISSED ", "INVENTED "))]
    chosen = [
        next((line for line in lines if line.startswith(kind) and f" {field}/" in line), None)
        for field in fields
        for kind in ("MISSED", "INVENTED")
    ]
    return "".join(f"- `{_short(line)}`\n" for line in chosen if line)


def _short(line: str) -> str:
    plain = line.replace("`", "'")
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _table(head: _Row, rows: Iterable[_Row]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def wrong_on(model: Model, dev: Path) -> list[str]:
    """What the tagger alone gets wrong on the marked calls of a folder, a line each."""
    read = read_by(model, calls_in(dev))
    compared = compare_all((call.call, call.guess(model.card)) for call in read)
    return [line for comparison in compared for line in mistakes(comparison)]


def write_card(
    model: Annotated[Path, typer.Option(help="The folder of the model.")] = FOLDER,
    corpus: Annotated[Path, typer.Option(help="The folder with dev/.")] = Path(
        "transcripts/corpus"
    ),
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("docs/model-card.md"),
) -> None:
    """Write the model's card from the model and the development calls."""
    try:
        loaded = load_model(model)
        size = (model / WEIGHTS).stat().st_size
        text = page(loaded.card, wrong_on(loaded, corpus / DEV), size)
        out.write_text(text, encoding="utf-8", newline="\n")
    except AssistantError as error:
        typer.echo(f"card: {error}", err=True)
        raise typer.Exit(error.exit_code) from error


if __name__ == "__main__":
    typer.run(write_card)
