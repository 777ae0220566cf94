"""Make the golden guesses: the marks of a folder of calls, spoilt in every way on purpose.

    python tests/evaluation/messy_guesses.py transcripts/corpus/dev OUT

writes ``OUT/<id>.json`` for each call and ``OUT/all.json``. The same calls give the same
guesses. ``golden/README.md`` tells what is made from them.
"""

import json
import sys
from pathlib import Path
from random import Random
from typing import Any

from assistant.domain.fields import CORE_CRITERIA, Certainty, Field, Polarity
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.evaluation.notation import read_notation
from assistant.ingest.marked import marked_files, read_marked

Made = dict[str, Any]


def messy_annotation(call: MarkedCall) -> Made:
    """An annotation of the call with misses, inventions, wrong spans and wrong values."""
    chance = Random(call.id)
    answers: list[Made] = []
    for mark in call.answers:
        if chance.random() < 0.85:
            answers += _spoilt(mark, call, chance)
    answers += [_invented(call, chance) for _ in range(chance.randrange(6))]
    if chance.random() < 0.3:
        chance.shuffle(answers)
    return {"answers": answers, "criteria": _criteria(call, chance)}


def _spoilt(mark: MarkedAnswer, call: MarkedCall, chance: Random) -> list[Made]:
    start, end = _span(mark, len(call.turns[mark.turn].text), chance)
    answer: Made = {
        "field": chance.choice(list(Field)) if chance.random() < 0.05 else mark.field,
        "turn": mark.turn + (chance.choice((-1, 1, 500)) if chance.random() < 0.04 else 0),
        "start": start,
        "end": end,
        "polarity": chance.choice(list(Polarity)) if chance.random() < 0.15 else mark.polarity,
        "certainty": chance.choice(list(Certainty)) if chance.random() < 0.2 else mark.certainty,
        "value": _value(mark, chance),
    }
    if chance.random() < 0.03:
        answer["polarity"] = None
    if chance.random() < 0.03:
        answer["value"] = None
    if chance.random() < 0.04:
        return [answer, answer | {"certainty": Certainty.HEDGED}]
    if chance.random() < 0.05 and end - start > 4:
        middle = (start + end) // 2
        return [answer | {"end": middle}, answer | {"start": middle}]
    return [answer]


def _span(mark: MarkedAnswer, length: int, chance: Random) -> tuple[int, int]:
    size = mark.end - mark.start
    how = chance.random()
    if how < 0.05:
        return 0, length
    if how < 0.35:
        most = max(1, size // 3)
        start = max(0, mark.start + chance.randint(-most, most))
        return start, max(start + 1, mark.end + chance.randint(-most, most))
    if how < 0.45:
        return mark.start + size // 2, min(length, mark.end + size)
    return mark.start, mark.end


def _value(mark: MarkedAnswer, chance: Random) -> Made | None:
    gold = read_notation(mark.field, mark.notation)
    if gold is None:
        return _figure(chance) if chance.random() < 0.3 else None
    value: Made = gold.model_dump(mode="json", exclude={"raw", "bound"})
    if chance.random() < 0.6:
        return value
    match mark.field:
        case Field.BUDGET:
            return _other_money(value, chance)
        case Field.TIMELINE:
            return _other_period(value, chance)
        case Field.AUTHORITY:
            return _other_deciders(value, chance)
        case Field.COMPANY_SIZE:
            count = value.get("count", 12)
            others = (count * 1.01, count * 1.5, str(count), "a dozen", 0, None)
            return value | {"count": chance.choice(others)}
        case _:
            return _other_text(value, chance)


def _figure(chance: Random) -> Made:
    figures: tuple[Made, ...] = (
        {"low": 5000, "high": 5000, "currency": "USD", "per": None},
        {"start": "2026-06-01", "end": "2026-06-30"},
        {"asap": True},
        {"low": None, "high": None},
        {},
    )
    return chance.choice(figures)


def _other_money(value: Made, chance: Random) -> Made:
    low = value.get("low", 100)
    others: tuple[Made, ...] = (
        {"low": low * 1.005},
        {"low": low * 2},
        {"high": None},
        {"currency": None},
        {"currency": "NZD"},
        {"per": ""},
        {"per": "month"},
        {"low": str(low)},
        {"low": "some"},
        {"low": 0, "high": 0},
    )
    return value | chance.choice(others)


def _other_period(value: Made, chance: Random) -> Made:
    others: tuple[Made, ...] = (
        {"end": None},
        {"start": "2031-01-01", "end": "2031-12-31"},
        {"asap": True},
        {"asap": True, "start": None, "end": None},
        {"start": None, "end": None, "asap": False},
    )
    return value | chance.choice(others)


def _other_deciders(value: Made, chance: Random) -> Made:
    people: list[Any] = list(value.get("people", ()))
    stranger = {"name": "Quentin", "title": "Head of Nothing"}
    others: tuple[Made, ...] = (
        {"people": people[:-1]},
        {"people": [*people, stranger]},
        {"people": [*people, stranger, stranger, stranger, stranger]},
        {"people": [{"name": one["title"], "title": one["name"]} for one in people]},
        {"people": [{"name": str(one["name"]).upper()} for one in people]},
        {"people": ["Quentin", *people]},
        {"people": None},
        {"speaker": chance.choice(("yes", "no", "shared", None))},
        {"speaker": None, "people": []},
    )
    return value | chance.choice(others)


def _other_text(value: Made, chance: Random) -> Made:
    text = str(value.get("text", "something"))
    others = (
        text.upper(),
        text.split(maxsplit=1)[0],
        f"{text} and a long tail of words that nobody asked for at all",
        f"nothing of the kind; {text}",
        text.replace("; ", " "),
        "nothing of the kind",
        "",
        7,
    )
    return {"text": chance.choice(others)}


def _invented(call: MarkedCall, chance: Random) -> Made:
    turn = chance.randrange(len(call.turns))
    length = len(call.turns[turn].text)
    start = chance.randrange(max(1, length))
    return {
        "field": chance.choice(list(Field)),
        "turn": turn,
        "start": start,
        "end": min(length, start + chance.randrange(5, 60)),
        "polarity": chance.choice(list(Polarity)),
        "certainty": chance.choice(list(Certainty)),
        "value": _figure(chance),
    }


def _criteria(call: MarkedCall, chance: Random) -> Made:
    made: Made = {name: {"status": status} for name, status in call.criteria.items()}
    for name in CORE_CRITERIA:
        how = chance.random()
        if how < 0.25:
            made[name] = {"status": chance.choice(("met", "unmet", "unknown", None))}
        elif how < 0.3:
            made[name] = None
        elif how < 0.35:
            made.pop(name, None)
    return made


def main(folder: Path, out: Path) -> None:
    """Write the guesses for every call of the folder."""
    out.mkdir(parents=True, exist_ok=True)
    every = {path.stem: messy_annotation(read_marked(path)) for path in marked_files(folder)}
    for call_id, made in every.items():
        (out / f"{call_id}.json").write_text(json.dumps(made), encoding="utf-8")
    lines = [f"{json.dumps(name)}: {json.dumps(made)}" for name, made in every.items()]
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (out / "all.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
