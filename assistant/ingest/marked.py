"""Marked calls (``.call``), as ``transcripts/corpus/GUIDE.md`` defines them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from assistant.domain.errors import BadInput
from assistant.domain.fields import CORE_CRITERIA, Certainty, Field, Kind, Polarity, Side
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.transcript import Participant, Turn
from assistant.domain.verdict import CriterionStatus

_MARK = re.compile(r"\{\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)\|([^{}]*)\}\}(.*?)\{\{/\}\}")
_PARTICIPANT = re.compile(r"([^,(]+?)\s*\((rep|prospect|other)\)")
_CRITERION = re.compile(r"(\w+)=(\w+)")
_MARK_LOOKS = "{{field|polarity|certainty|value}}exact words{{/}}"

_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the corpus a thing stands, for messages."""

    file: str
    line: int

    def wrong(self, message: str) -> BadInput:
        return BadInput(message, file=self.file, line=self.line)


def marked_files(folder: Path) -> tuple[Path, ...]:
    """The ``.call`` files in the folder and below it, in a fixed order.

    Raises BadInput where there are none.
    """
    files = tuple(sorted(folder.rglob("*.call")))
    if not files:
        raise BadInput("there are no marked calls (.call files) here", file=str(folder))
    return files


def read_marked(path: Path) -> MarkedCall:
    """Read one marked call. Its id is the file's name.

    Raises BadInput with the line for whatever GUIDE does not allow.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadInput(f"it cannot be read: {error.strerror}", file=str(path)) from None
    except UnicodeDecodeError:
        raise BadInput("a marked call has to be UTF-8 text", file=str(path)) from None
    head, ruled, body = text.partition("\n---\n")
    if not ruled:
        raise BadInput("there is no line --- between the header and the turns", file=str(path))
    header = _header(head, str(path))
    kind = Kind.NOTES if header.get("kind") == "notes" else Kind.CALL
    turns, answers = _body(body, head.count("\n") + 3, kind, str(path))
    participants = _participants(header)
    reps = [person.name for person in participants if person.side is Side.REP]
    return MarkedCall(
        id=path.stem,
        call_date=_call_date(header, str(path)),
        kind=kind,
        rep=reps[0] if reps else "",
        participants=participants,
        header=header,
        turns=tuple(turns),
        answers=tuple(answers),
        criteria=_criteria(header, str(path)),
    )


def plain_text(call: MarkedCall) -> str:
    """The call without its marks: ``Name: words`` lines, or note lines."""
    lines = [turn.text if turn.speaker is None else _spoken(turn) for turn in call.turns]
    return "\n".join(lines) + "\n"


def _spoken(turn: Turn) -> str:
    return f"{turn.speaker}: {turn.text}"


def _header(head: str, file: str) -> dict[str, str]:
    header: dict[str, str] = {}
    for number, line in enumerate(head.splitlines(), start=1):
        key, colon, value = line.partition(":")
        if not colon:
            raise _Place(file, number).wrong("a header line has to be written key: value")
        header[key.strip()] = value.strip()
    return header


def _call_date(header: dict[str, str], file: str) -> date:
    try:
        return date.fromisoformat(header.get("call_date", ""))
    except ValueError:
        raise BadInput(
            "the header has to say the day of the call: call_date: 2026-03-12", file=file
        ) from None


def _participants(header: dict[str, str]) -> tuple[Participant, ...]:
    found = _PARTICIPANT.findall(header.get("speakers", ""))
    return tuple(Participant(name=name.strip(), side=Side(side)) for name, side in found)


def _criteria(header: dict[str, str], file: str) -> dict[str, CriterionStatus]:
    """The header's criteria, in the order they are written."""
    found = dict(_CRITERION.findall(header.get("criteria", "")))
    for name, status in found.items():
        if name not in CORE_CRITERIA or status not in list(CriterionStatus):
            raise BadInput(
                f"criteria: {name}={status} is not one of "
                f"{', '.join(CORE_CRITERIA)} = {', '.join(CriterionStatus)}",
                file=file,
            )
    return {name: CriterionStatus(status) for name, status in found.items()}


def _body(
    body: str, first_line: int, kind: Kind, file: str
) -> tuple[list[Turn], list[MarkedAnswer]]:
    turns: list[Turn] = []
    answers: list[MarkedAnswer] = []
    for number, line in enumerate(body.splitlines(), start=first_line):
        if not line.strip():
            continue
        place = _Place(file, number)
        speaker, said = (None, line) if kind is Kind.NOTES else _cut_speaker(line, place)
        text, found = _without_marks(said, len(turns), place)
        turns.append(Turn(index=len(turns), text=text, speaker=speaker, line=number))
        answers += found
    return turns, answers


def _cut_speaker(line: str, place: _Place) -> tuple[str, str]:
    speaker, colon, said = line.partition(":")
    if not colon:
        raise place.wrong("a turn has to be written Name: words")
    return speaker.strip(), said.strip()


def _without_marks(said: str, turn: int, place: _Place) -> tuple[str, list[MarkedAnswer]]:
    """The words without marks, and the marks with offsets into them."""
    text = ""
    at = 0
    answers: list[MarkedAnswer] = []
    for mark in _MARK.finditer(said):
        text += said[at : mark.start()]
        answer = _answer(mark, turn, len(text), place)
        answers.append(answer)
        text += answer.quote
        at = mark.end()
    text += said[at:]
    if "{{" in text or "}}" in text:
        raise place.wrong(f"a mark is broken; write {_MARK_LOOKS}, none inside another")
    return text, answers


def _answer(mark: re.Match[str], turn: int, start: int, place: _Place) -> MarkedAnswer:
    field, polarity, certainty, notation, quote = (group.strip() for group in mark.groups())
    if not quote:
        raise place.wrong(f"the {field} mark has no words in it; write {_MARK_LOOKS}")
    return MarkedAnswer(
        field=_one_of(Field, "field", field, place),
        turn=turn,
        start=start,
        end=start + len(quote),
        quote=quote,
        polarity=_one_of(Polarity, "polarity", polarity, place),
        certainty=_one_of(Certainty, "certainty", certainty, place),
        notation=notation,
    )


def _one_of(words: type[_Word], what: str, word: str, place: _Place) -> _Word:
    try:
        return words(word)
    except ValueError:
        raise place.wrong(f"{what} {word!r} is not one of {', '.join(words)}") from None
