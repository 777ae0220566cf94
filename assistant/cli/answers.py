"""``assistant answers``: what a call answered, confirmed or put right without a screen."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.opening import id_of_call, open_bench, open_screens, tell_notice
from assistant.cli.tables import say_table
from assistant.cli.turns import bookmark, compare, place_of, speaker
from assistant.domain.errors import WrongUsage
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.inert import make_inert

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from assistant.domain.answers import Answer, Evidence
    from assistant.domain.marks import TurnMark
    from assistant.workflows.answer_list import Listed
    from assistant.workflows.wiring import Workbench

app = typer.Typer(
    help="A call's answers: list, confirm, edit, reject, add, undo; as the screen does it.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

app.command("speaker")(speaker)
app.command("bookmark")(bookmark)
app.command("compare")(compare)

LONGEST = 48
Which = Annotated[str, typer.Argument(metavar="CALL", help="Its id, or the beginning of it.")]
Ones = Annotated[
    list[str], typer.Argument(metavar="ANSWER...", help="Numbers of `answers list`, or ids.")
]
One = Annotated[str, typer.Argument(metavar="ANSWER", help="Its number in `answers list`, or id.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
OfField = Annotated[Field | None, typer.Option("--field", help="What it answers.")]
OfPolarity = Annotated[Polarity | None, typer.Option("--polarity", help="Whether it is a yes.")]
OfCertainty = Annotated[Certainty | None, typer.Option("--certainty", help="How firm it is.")]
OfValue = Annotated[
    str | None, typer.Option("--value", help='Its value as you would say it: "40k a year".')
]


@app.command("open")
def open_answers(ctx: typer.Context, which: Which) -> None:
    """Open the annotation screen at a call."""
    from assistant.tui.app import Annotated, Found

    open_screens(ctx, start=Annotated(lambda bench: Found(id_of_call(bench, which))))


@app.command("list")
def list_all(
    ctx: typer.Context,
    which: Which,
    *,
    field: OfField = None,
    unsure: Annotated[
        bool, typer.Option("--unsure", help="Only those that nobody has decided on.")
    ] = False,
    contradicted: Annotated[
        bool, typer.Option("--contradicted", help="Only those that cannot both hold.")
    ] = False,
    in_force: Annotated[
        bool, typer.Option("--in-force", help="Without rejected and replaced ones.")
    ] = False,
    json: Json = False,
) -> None:
    """List the answers of a call with their words, numbered."""
    from assistant.workflows.answer_list import answers_json

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    shown = [
        one
        for one in _listed(bench, call_id)
        if (field is None or one.answer.field is field)
        and (one.unsure or not unsure)
        and (one.answer.contradicts or not contradicted)
        and (one.answer.in_force or not in_force)
    ]
    if json:
        typer.echo(answers_json(call_id, shown))
        return
    headings = ("no", "id", "field", "says", "words", "where", "state")
    say_table(headings, [_row(one) for one in shown], none="There are no such answers.")


@app.command()
def confirm(
    ctx: typer.Context,
    which: Which,
    answers: Annotated[
        list[str] | None,
        typer.Argument(metavar="ANSWER...", help="Numbers of `answers list`, or ids."),
    ] = None,
    *,
    every: Annotated[
        bool, typer.Option("--all", help="All that nobody has decided on yet.")
    ] = False,
    json: Json = False,
) -> None:
    """Say that answers are right."""
    from assistant.workflows import deciding

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    if every == bool(answers):
        raise WrongUsage("Name the answers, or give --all.")
    known = _listed(bench, call_id)
    unsure = [str(one.number) for one in known if one.unsure and one.answer.evidence]
    _decide(bench, call_id, answers or unsure, deciding.confirm, json=json)


@app.command()
def reject(
    ctx: typer.Context,
    which: Which,
    answers: Ones,
    *,
    reason: Annotated[str, typer.Option(help="Why; it is kept.")] = "",
    json: Json = False,
) -> None:
    """Say that they are no answers."""
    from assistant.workflows import deciding

    bench = open_bench(ctx)
    _decide(
        bench,
        id_of_call(bench, which),
        answers,
        lambda bench, call_id, one: deciding.reject(bench, call_id, one, reason),
        json=json,
    )


@app.command()
def edit(
    ctx: typer.Context,
    which: Which,
    answer: One,
    *,
    field: OfField = None,
    value: OfValue = None,
    polarity: OfPolarity = None,
    certainty: OfCertainty = None,
    json: Json = False,
) -> None:
    """Put an answer right: its field, value, polarity or certainty. Its words stay."""
    from assistant.workflows import deciding
    from assistant.workflows.deciding import AnswerEdit

    change = AnswerEdit(field=field, polarity=polarity, certainty=certainty, value=value)
    if change == AnswerEdit():
        raise WrongUsage("Say what to change: --field, --value, --polarity or --certainty.")
    bench = open_bench(ctx)
    _decide(
        bench,
        id_of_call(bench, which),
        [answer],
        lambda bench, call_id, one: deciding.edit(bench, call_id, one, change),
        json=json,
    )
    tell_notice(bench)


@app.command()
def add(
    ctx: typer.Context,
    which: Which,
    *,
    field: OfField = None,
    question: Annotated[
        str | None, typer.Option(metavar="ID", help="A question of the call's banks instead.")
    ] = None,
    words: Annotated[
        str | None, typer.Option(metavar="WORDS", help="The exact words that answer it.")
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help="Where they stand, as transcript:12 or notes:3."),
    ] = None,
    value: OfValue = None,
    polarity: OfPolarity = None,
    certainty: OfCertainty = None,
    json: Json = False,
) -> None:
    """Give an answer: words that were missed, or something that you know."""
    from assistant.workflows.answer_list import Given, give

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    given = Given(
        field=field, question=question, value=value, polarity=polarity, certainty=certainty
    )
    made = give(bench, call_id, given, _words(bench, call_id, words, at))
    _say(bench, call_id, [made.id], json=json)
    tell_notice(bench)


@app.command()
def undo(
    ctx: typer.Context,
    which: Which,
    *,
    times: Annotated[int, typer.Option(min=1, help="How many acts.")] = 1,
    json: Json = False,
) -> None:
    """Take back what you did last, then what you did before that, without end."""
    from assistant.domain.answers import Answer
    from assistant.domain.calls import ReviewEntry
    from assistant.workflows.reading_again import read_again
    from assistant.workflows.undoing import undo_last

    bench = open_bench(ctx)
    call_id = id_of_call(bench, which)
    answers: list[str] = []
    for _ in range(times):
        taken = undo_last(bench, call_id)
        if taken is None:
            typer.echo("There is nothing of yours to take back.", err=True)
            break
        if isinstance(taken, Answer):
            answers.append(taken.id)
        elif isinstance(taken, ReviewEntry):
            typer.echo(make_inert(f"The comment is taken back: {taken.text}"), err=json)
        else:
            typer.echo(_mark_line(taken), err=json)
            if taken.kind == "speaker":
                read_again(bench, call_id, taken.source)
    _say(bench, call_id, answers, json=json)


def _mark_line(mark: "TurnMark") -> str:
    place = f"{mark.source}:{mark.turn}"
    if mark.kind == "bookmark":
        return make_inert(f"{place} has {'no' if mark.text is None else 'its'} bookmark again")
    return make_inert(f"{place} was spoken by {mark.text or 'whoever was transcribed'} again")


def _decide(
    bench: "Workbench",
    call_id: "UUID",
    wanted: list[str],
    act: "Callable[[Workbench, UUID, str], Answer]",
    *,
    json: bool,
) -> None:
    """Decide on all of them, or on none where one is not there."""
    from assistant.workflows.answer_list import pick

    known = _listed(bench, call_id)
    ids = [pick(known, text).id for text in wanted]
    with bench.store.together():
        for answer_id in ids:
            act(bench, call_id, answer_id)
    _say(bench, call_id, ids, json=json)


def _say(bench: "Workbench", call_id: "UUID", ids: list[str], *, json: bool) -> None:
    """Print the answers as they are now."""
    from assistant.workflows.answer_list import answers_json

    shown = [one for one in _listed(bench, call_id) if one.answer.id in ids]
    if json:
        typer.echo(answers_json(call_id, shown))
        return
    for one in shown:
        number, _, field, says, words, _, state = _row(one)
        quoted = f" “{words}”" if words else ""
        typer.echo(make_inert(f"{number} {field}: {says}{quoted}: {state}"))


def _words(
    bench: "Workbench", call_id: "UUID", words: str | None, at: str | None
) -> "Evidence | None":
    from assistant.workflows.marking import find_words

    if words is None:
        if at is not None:
            raise WrongUsage("--at tells where --words stand: give those too.")
        return None
    if at is None:
        return find_words(bench, call_id, words)
    source, turn = place_of(at)
    return find_words(bench, call_id, words, source=source, turn=turn)


def _listed(bench: "Workbench", call_id: "UUID") -> "tuple[Listed, ...]":
    from assistant.workflows.answer_list import list_answers

    return list_answers(bench, call_id)


def _row(one: "Listed") -> tuple[str, ...]:
    from assistant.domain.wording import meaning

    answer = one.answer
    words = answer.evidence.quote if answer.evidence else ""
    shown = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    hedged = ", hedged" if answer.certainty is Certainty.HEDGED else ""
    return (
        str(one.number),
        answer.id[:8],
        answer.key,
        meaning(answer) + hedged,
        shown,
        one.where,
        _state(answer),
    )


def _state(answer: "Answer") -> str:
    told = {
        answer.status.value: True,
        "replaced": answer.superseded_by is not None,
        "contradicted": bool(answer.contradicts),
        "its words are gone": answer.stale,
    }
    return ", ".join(words for words, holds in told.items() if holds)
