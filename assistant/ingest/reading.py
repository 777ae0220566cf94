"""Files and pasted texts to transcripts."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant, Transcript, Turn
from assistant.ingest.backwards import notes_on_times
from assistant.ingest.bounds import (
    bounded_lines,
    refuse_boundless,
    refuse_cues,
    refuse_turns,
    too_large,
)
from assistant.ingest.cut_off import cut_off
from assistant.ingest.decoding import CUT_CHARACTER, decode, without_lone_surrogates
from assistant.ingest.json_text import MOST_BYTES as JSON_BYTES
from assistant.ingest.json_text import may_be_json, parse_json
from assistant.ingest.limits import MOST_BYTES
from assistant.ingest.namesakes import each_once, notes_on_list
from assistant.ingest.own_json import from_json, is_own
from assistant.ingest.pieces import Reading
from assistant.ingest.preamble import day_in_name, split_preamble
from assistant.ingest.readers.parsed_cue import ARROW
from assistant.ingest.readers.reader import Format
from assistant.ingest.readers.registry import (
    CHAT_READER,
    CUE_BY_CUE,
    LINE_BY_LINE,
    is_chat,
    json_reader_for,
    reader_for,
)
from assistant.ingest.refusing import refusal, refuse_other_texts
from assistant.ingest.sides import side_of
from assistant.ingest.word_file import is_word_file, word_text
from assistant.ingest.zipped import is_zip_of_files, member_bytes, members, zip_file_above

CHAT_ALONE = (
    "this is a meeting's typed chat, not what was said; `assistant call attach CALL FILE` keeps "
    "it beside the transcript of its call"
)

Source = TypeVar("Source")
Found = TypeVar("Found")


def read_file(
    path: Path, *, kind: Kind | None = None, chat: bool = False, data: bytes | None = None
) -> Transcript:
    """Read a transcript or notes; the format is found by what is in the file.

    ``kind`` says what it is where the caller knows. The call's date is taken from the
    file's own words or else from its name. The file may lie in a zip file, named as if
    that were a folder. A meeting's typed chat is refused, or read as such with ``chat``.
    ``data`` is what ``bytes_of`` gave, where the caller needs that too: a file may change
    between two looks at it.

    Raises BadInput: missing, empty, too large, no text, or nothing that is read.
    """
    held = bytes_of(path) if data is None else data
    try:
        transcript = read_bytes(held, name=str(path), kind=kind, chat=chat)
    except BadInput:
        if is_zip_of_files(path) and not is_word_file(held):
            members(path)  # says what is wrong with it, if anything is
        raise
    if transcript.call_date is not None:
        return transcript
    return transcript.model_copy(update={"call_date": day_in_name(path.stem)})


def read_bytes(
    data: bytes, *, name: str, kind: Kind | None = None, chat: bool = False
) -> Transcript:
    """Read what a file would hold; ``name`` is what messages call it.

    Raises BadInput: empty, too large, no text, or nothing that is read.
    """
    if len(data) > (JSON_BYTES if may_be_json(data) else MOST_BYTES):
        raise too_large(name, JSON_BYTES if may_be_json(data) else MOST_BYTES)
    if is_word_file(data):
        return _read(word_text(data, name), name, kind, (), chat=chat)
    decoded = decode(data, name)
    found = _read(decoded.text, name, kind, decoded.warnings, chat=chat)
    told = () if CUT_CHARACTER in decoded.warnings else cut_off(decoded.text, found)
    return found.model_copy(update={"warnings": found.warnings + told}) if told else found


def read_text(text: str, *, name: str = "paste", kind: Kind | None = None) -> Transcript:
    """Read a text that is already here; ``name`` is what messages call it.

    Raises BadInput: empty, too large, no text, or nothing that is read.
    """
    if len(text) > MOST_BYTES:
        raise too_large(name, MOST_BYTES)
    if "\0" in text:
        raise BadInput("this is not text: it holds zero characters", file=name)
    mended = without_lone_surrogates(text.removeprefix("\ufeff"))
    return _read(mended.text, name, kind, mended.warnings)


def bytes_of(path: Path) -> bytes:
    """What is in a file, as much as is ever read of one.

    Raises BadInput: missing, a folder, a device, or not to be read.
    """
    most = max(MOST_BYTES, JSON_BYTES) + 1
    if (packed := zip_file_above(path)) is not None:
        return member_bytes(packed, path, most)
    try:
        if path.is_dir():
            raise BadInput("this is a folder; name the files in it", file=str(path))
        if path.exists() and not path.is_file():
            raise BadInput("this is a device or a pipe; name a file", file=str(path))
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise BadInput("there is no such file", file=str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one that a file can have"
        raise BadInput(f"it cannot be read: {reason}", file=str(path)) from None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: reading makes none, and a third of its time went there."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_uncollected()
def _read(
    text: str, name: str, kind: Kind | None, warnings: tuple[str, ...], *, chat: bool = False
) -> Transcript:
    if not text.strip():
        raise BadInput("there is nothing in it; a transcript or notes were expected", file=name)
    document = parse_json(text, name)
    if document is not None:
        return _from_json(document, name, kind, warnings)
    if len(text) > MOST_BYTES:
        raise too_large(name, MOST_BYTES)
    lines = bounded_lines(text, name)
    refuse_other_texts(text, name)
    if is_chat(lines):
        if kind is not Kind.CHAT and not chat:
            raise BadInput(CHAT_ALONE, file=name)
        reading = CHAT_READER.read(lines)
        return _transcript(CHAT_READER, reading, name, Kind.CHAT, warnings)
    if kind is Kind.CHAT:
        raise BadInput("this is no chat of a meeting", file=name)
    reader = reader_for(lines, kind)
    if reader.id in CUE_BY_CUE:
        refuse_cues(text.count(ARROW), name)
    if reader.id in LINE_BY_LINE:
        refuse_turns(len(split_preamble(lines)[1]), name)
    return _transcript(reader, _in_file(reader.read, lines, name), name, kind, warnings)


def _from_json(
    document: object, name: str, kind: Kind | None, warnings: tuple[str, ...]
) -> Transcript:
    if is_own(document):
        own = from_json(document, name)
        if not any(turn.text.strip() for turn in own.turns):
            raise BadInput("it is a transcript, but holds no words", file=name)
        refuse_boundless(own.turns, name)
        return own.model_copy(update={"kind": kind}) if kind else own
    reader = _in_file(json_reader_for, document, name)
    if reader is None:
        raise refusal("JSON of a form that is not known", name)
    return _transcript(reader, _in_file(reader.read, document, name), name, kind, warnings)


def _in_file(read: Callable[[Source], Found], source: Source, name: str) -> Found:
    """What is read; a refusal gets the file's name."""
    try:
        return read(source)
    except BadInput as refused:
        raise BadInput(str(refused), file=name) from None


def _transcript(
    form: Format, reading: Reading, name: str, kind: Kind | None, warnings: tuple[str, ...]
) -> Transcript:
    if not any(piece.text.strip() for piece in reading.pieces):
        raise BadInput(f"it looks like {form.title}, but holds no words", file=name)
    refuse_boundless(reading.pieces, name)
    participants = _participants(reading)
    sides = {person.name: person.side for person in participants}
    return Transcript(
        format=form.id,
        kind=kind or form.kinds[0],
        turns=tuple(
            Turn(
                index=index,
                text=piece.text,
                speaker=piece.speaker,
                side=sides.get(piece.speaker or "", Side.UNKNOWN),
                start=piece.start,
                end=piece.end,
                line=piece.line,
            )
            for index, piece in enumerate(reading.pieces)
        ),
        participants=participants,
        call_date=reading.call_date,
        title=reading.title,
        warnings=(
            *warnings,
            *reading.warnings,
            *notes_on_times(reading.pieces),
            *notes_on_list(reading.participants),
        ),
    )


def _participants(reading: Reading) -> tuple[Participant, ...]:
    """Those who speak, in the order they do, then others whom the source lists."""
    listed = {person.name: person for person in each_once(reading.participants)}
    speakers = dict.fromkeys(piece.speaker for piece in reading.pieces if piece.speaker)
    spoke = tuple(
        listed.get(name) or Participant(name=name, side=side_of(name)) for name in speakers
    )
    return spoke + tuple(one for one in listed.values() if one.name not in speakers)
