"""Files and pasted texts to transcripts."""

from pathlib import Path

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.domain.transcript import Participant, Transcript, Turn
from assistant.ingest.decoding import decode, without_lone_surrogates
from assistant.ingest.lines import split_lines
from assistant.ingest.pieces import Reading
from assistant.ingest.preamble import day_in_name
from assistant.ingest.readers.reader import Reader
from assistant.ingest.readers.registry import reader_for
from assistant.ingest.refusing import refuse_other_texts

MOST_BYTES = 20 * 1024 * 1024
MOST_TURNS = 50_000
LONGEST_TURN = 250_000
"""Characters: four hours of one voice that never stops."""


def read_file(path: Path, *, kind: Kind | None = None) -> Transcript:
    """Read a transcript or notes; the format is found by what is in the file.

    ``kind`` says what it is where the caller knows. The call's date is taken from the
    file's own words or else from its name.

    Raises BadInput: missing, empty, too large, no text, or nothing that is read.
    """
    transcript = read_bytes(_bytes_of(path), name=str(path), kind=kind)
    if transcript.call_date is not None:
        return transcript
    return transcript.model_copy(update={"call_date": day_in_name(path.stem)})


def read_bytes(data: bytes, *, name: str, kind: Kind | None = None) -> Transcript:
    """Read what a file would hold; ``name`` is what messages call it.

    Raises BadInput: empty, too large, no text, or nothing that is read.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    decoded = decode(data, name)
    return _read(decoded.text, name, kind, decoded.warnings)


def read_text(text: str, *, name: str = "paste", kind: Kind | None = None) -> Transcript:
    """Read a text that is already here; ``name`` is what messages call it.

    Raises BadInput: empty, too large, no text, or nothing that is read.
    """
    if len(text) > MOST_BYTES:
        raise _too_large(name)
    if "\0" in text:
        raise BadInput("this is not text: it holds zero characters", file=name)
    mended = without_lone_surrogates(text.removeprefix("\ufeff"))
    return _read(mended.text, name, kind, mended.warnings)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise BadInput("this is a folder; name the files in it", file=str(path))
        if path.exists() and not path.is_file():
            raise BadInput("this is a device or a pipe; name a file", file=str(path))
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise BadInput("there is no such file", file=str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one that a file can have"
        raise BadInput(f"it cannot be read: {reason}", file=str(path)) from None


def _read(text: str, name: str, kind: Kind | None, warnings: tuple[str, ...]) -> Transcript:
    if not text.strip():
        raise BadInput("there is nothing in it; a transcript or notes were expected", file=name)
    lines = split_lines(text)
    refuse_other_texts(text, lines, name)
    reader = reader_for(lines, kind)
    reading = reader.read(lines)
    if not any(piece.text.strip() for piece in reading.pieces):
        raise BadInput(f"it looks like {reader.title}, but holds no words", file=name)
    _refuse_boundless(reading, name)
    return _transcript(reader, reading, kind or reader.kinds[0], warnings)


def _transcript(
    reader: Reader, reading: Reading, kind: Kind, warnings: tuple[str, ...]
) -> Transcript:
    names = dict.fromkeys(piece.speaker for piece in reading.pieces if piece.speaker)
    return Transcript(
        format=reader.id,
        kind=kind,
        turns=tuple(
            Turn(
                index=index,
                text=piece.text,
                speaker=piece.speaker,
                start=piece.start,
                end=piece.end,
                line=piece.line,
            )
            for index, piece in enumerate(reading.pieces)
        ),
        participants=tuple(Participant(name=name) for name in names),
        call_date=reading.call_date,
        title=reading.title,
        warnings=warnings + reading.warnings,
    )


def _refuse_boundless(reading: Reading, name: str) -> None:
    if len(reading.pieces) > MOST_TURNS:
        raise BadInput(
            f"it has {len(reading.pieces):,} turns and at most {MOST_TURNS:,} are read; split it",
            file=name,
        )
    longest = max(reading.pieces, key=lambda piece: len(piece.text))
    if len(longest.text) > LONGEST_TURN:
        raise BadInput(
            f"this turn has {len(longest.text):,} characters and at most {LONGEST_TURN:,} are "
            "read; break it into lines",
            file=name,
            line=longest.line,
        )


def _too_large(name: str) -> BadInput:
    return BadInput(f"it is larger than {MOST_BYTES // 1024**2} MB; split it", file=name)
