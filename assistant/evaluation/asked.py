"""Which fields the rep's turns ask for, against people's marks of the same turns.

The marks stand in ``asked.tsv``: a header line, then a line for every turn of the rep of the
calls that were marked: call, 0-based turn, and the fields it asks for with commas between,
or ``-``. ``transcripts/corpus/ASKED.md`` says how they were marked.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assistant.domain.errors import BadInput
from assistant.domain.fields import Field, Side
from assistant.domain.frozen import Frozen
from assistant.domain.marked import MarkedCall
from assistant.evaluation.counts import Counts
from assistant.evaluation.guess import Guess

FILE = "asked.tsv"
_HEADER = "call\tturn\tfields"
_NOTHING = "-"
_LOOKS = "call-id, tab, turn, tab, fields with commas between or -"


class AskedTurn(Frozen):
    """What a turn asks for, and the line of the file that says so."""

    fields: frozenset[Field]
    line: int


class AskedMarks(Frozen):
    """The marked turns by call and turn, and the file that they are from."""

    file: str
    calls: dict[str, dict[int, AskedTurn]]


def find_asked(folder: Path) -> Path | None:
    """The ``asked.tsv`` of a folder of marked calls: in it, or in the folder above it."""
    places = (folder.resolve(), folder.resolve().parent)
    return next((place / FILE for place in places if (place / FILE).is_file()), None)


def read_asked(path: Path) -> AskedMarks:
    """The marks of a file. Raises BadInput with the line for whatever is not as it has to be."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BadInput(f"it cannot be read: {error.strerror}", file=str(path)) from None
    except UnicodeDecodeError:
        raise BadInput("marks of questions have to be UTF-8 text", file=str(path)) from None
    if lines[:1] != [_HEADER]:
        raise BadInput(
            "the first line has to be call, tab, turn, tab, fields", file=str(path), line=1
        )
    calls: dict[str, dict[int, AskedTurn]] = {}
    for number, line in enumerate(lines[1:], start=2):
        call, turn, fields = _parts(line, number, str(path))
        turns = calls.setdefault(call, {})
        if turn in turns:
            message = f"turn {turn} of {call} is marked already, on line {turns[turn].line}"
            raise BadInput(message, file=str(path), line=number)
        turns[turn] = AskedTurn(fields=fields, line=number)
    return AskedMarks(file=str(path), calls=calls)


def score_asked(
    pairs: Iterable[tuple[MarkedCall, Guess]],
    marks: AskedMarks,
    fields: frozenset[Field] | None = None,
) -> dict[str, Any] | None:
    """Precision, recall and F1 over the fields of the marked turns, and field by field.

    None where none of the calls is marked; ``fields`` limits what is scored. Raises BadInput
    for a mark on a turn that the call does not have, or that is not the rep's.
    """
    scored = frozenset(Field) if fields is None else fields
    covered = [(call, guess) for call, guess in pairs if call.id in marks.calls]
    if not covered:
        return None
    turns = [
        (mark.fields & scored, guess.asked.get(turn, frozenset()) & scored)
        for call, guess in covered
        for turn, mark in _turns_of(call, marks).items()
    ]
    seen = sorted(frozenset().union(*(gold | found for gold, found in turns)))
    return {
        "calls": len(covered),
        "turns": len(turns),
        **_counts(turns, scored).figures(),
        "fields": {field.value: _counts(turns, frozenset({field})).figures() for field in seen},
    }


def _parts(line: str, number: int, file: str) -> tuple[str, int, frozenset[Field]]:
    parts = line.split("\t")
    if len(parts) != 3 or not parts[0] or not parts[1].isdecimal():
        raise BadInput(f"a line has to be written {_LOOKS}", file=file, line=number)
    call, turn, named = parts
    names = [] if named == _NOTHING else named.split(",")
    wrong = [name for name in names if name not in set(Field)]
    if wrong:
        message = f"{wrong[0]!r} is no field; write - or some of {', '.join(Field)}"
        raise BadInput(message, file=file, line=number)
    return call, int(turn), frozenset(map(Field, names))


def _turns_of(call: MarkedCall, marks: AskedMarks) -> Mapping[int, AskedTurn]:
    """The call's marked turns, each of which is a turn of the rep's side."""
    reps = {person.name for person in call.participants if person.side is Side.REP}
    said = {turn.index for turn in call.turns if turn.speaker in reps}
    for turn, mark in marks.calls[call.id].items():
        if turn not in said:
            message = f"{call.id} has no turn {turn} of the rep; mark it again"
            raise BadInput(message, file=marks.file, line=mark.line)
    return marks.calls[call.id]


def _counts(
    turns: Iterable[tuple[frozenset[Field], frozenset[Field]]], of: frozenset[Field]
) -> Counts:
    gold = found = both = 0
    for marked, guessed in turns:
        gold += len(marked & of)
        found += len(guessed & of)
        both += len(marked & guessed & of)
    return Counts(gold, found, both, both)
