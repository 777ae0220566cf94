"""Two people of one name: kept apart where the file tells them apart, and always told."""

from typing import Any

import pytest

from assistant.domain.fields import Side
from assistant.domain.transcript import Transcript
from assistant.ingest.reading import read_bytes, read_text
from tests.ingest.exports import as_file

SAID = [("a", "Hi."), ("b", "Hello."), ("a", "So?"), ("b", "Yes.")]
NOTE = "2 people are called Dana Reyes; they are shown as Dana Reyes and Dana Reyes (2)"


def _gong() -> Any:
    said = [
        {"speakerId": who, "sentences": [{"start": n, "end": n, "text": words}]}
        for n, (who, words) in enumerate(SAID)
    ]
    parties = [
        {"speakerId": "a", "name": "Dana Reyes", "affiliation": "Internal"},
        {"speakerId": "b", "name": "Dana Reyes", "affiliation": "External"},
    ]
    transcript = {"callTranscripts": [{"callId": "1", "transcript": said}]}
    return [transcript, {"calls": [{"metaData": {"id": "1"}, "parties": parties}]}]


def _rev() -> Any:
    speakers = [{"id": number, "name": "Dana Reyes"} for number in (0, 1)]
    said = [
        {"speaker": "ab".index(who), "elements": [{"type": "text", "value": words, "ts": n}]}
        for n, (who, words) in enumerate(SAID)
    ]
    return {"speakers": speakers, "monologues": said}


def _avoma() -> Any:
    said = [{"transcript": words, "speaker_id": who, "timestamps": [1]} for who, words in SAID]
    return {"transcript": said, "speakers": [{"id": who, "name": "Dana Reyes"} for who in "ab"]}


def _grain() -> Any:
    return [{"speaker": "Dana Reyes", "participant_id": who, "text": words} for who, words in SAID]


def _fireflies() -> Any:
    said = [
        {"speaker_name": "Dana Reyes", "speaker_id": who, "text": words, "start_time": 1}
        for who, words in SAID
    ]
    return {"data": {"transcript": {"sentences": said}}}


def _fathom() -> Any:
    said = [
        {
            "speaker": {
                "display_name": "Dana Reyes",
                "matched_calendar_invitee_email": f"{who}@x.example",
            },
            "text": words,
        }
        for who, words in SAID
    ]
    invited = [
        {"name": "D. Reyes", "email": f"{who}@x.example", "is_external": who == "b"} for who in "ab"
    ]
    return {"transcript": said, "calendar_invitees": invited}


WITH_IDS = {
    "gong": _gong(),
    "rev": _rev(),
    "avoma": _avoma(),
    "grain": _grain(),
    "fireflies": _fireflies(),
    "fathom": _fathom(),
}


def _read(document: Any) -> Transcript:
    return read_bytes(as_file(document), name="call.json")


def _names(read: Transcript) -> list[str]:
    return [one.name for one in read.participants]


@pytest.mark.parametrize("tool", WITH_IDS)
def test_ids_tell_them_apart(tool: str) -> None:
    read = _read(WITH_IDS[tool])
    assert read.format == tool
    assert [(turn.speaker, turn.text) for turn in read.turns] == [
        ("Dana Reyes", "Hi."),
        ("Dana Reyes (2)", "Hello."),
        ("Dana Reyes", "So?"),
        ("Dana Reyes (2)", "Yes."),
    ]
    assert _names(read) == ["Dana Reyes", "Dana Reyes (2)"]
    assert read.warnings == (NOTE,)


@pytest.mark.parametrize("tool", ["gong", "fathom"])
def test_each_of_them_is_on_a_side(tool: str) -> None:
    read = _read(WITH_IDS[tool])
    assert [one.side for one in read.participants] == [Side.REP, Side.PROSPECT]


def test_each_channel_has_a_speaker_0_of_its_own() -> None:
    said = [
        {"start": n, "end": n, "channel": "ab".index(who), "transcript": words, "speaker": 0}
        for n, (who, words) in enumerate(SAID)
    ]
    channels: list[dict[str, list[str]]] = [{"alternatives": []}, {"alternatives": []}]
    read = _read({"results": {"channels": channels, "utterances": said}})
    assert _names(read) == ["Speaker 0", "Speaker 0 (2)"]
    assert read.warnings[0].startswith("2 people are called Speaker 0;")


def test_an_id_that_is_missing_makes_nobody_else() -> None:
    said = [
        {"speaker": "Dana Reyes", "participant_id": who, "text": words}
        for who, (_, words) in zip((None, "a", None, "a"), SAID, strict=True)
    ]
    read = _read(said)
    assert (_names(read), read.warnings) == (["Dana Reyes"], ())


def test_many_of_a_name_are_one_note() -> None:
    said = [{"speaker": "D", "participant_id": n, "text": "Hi."} for n in range(40)]
    read = _read([*said, {"speaker": "D (2)", "participant_id": "x", "text": "Oh."}])
    assert len(read.participants) == 41
    assert read.warnings == ("40 people are called D; they are shown as D, D (2) and so on",)


def test_who_is_listed_twice_and_not_told_apart_is_noted() -> None:
    text = "Kajaks - Transcript\nAttendees\nDana, Luis, Dana\n\nDana: Hi.\nLuis: Yes.\nDana: So.\n"
    read = read_text(text)
    assert _names(read) == ["Dana", "Luis"]
    assert read.warnings == ("2 people are called Dana, and nothing tells what each of them says",)


def test_namesakes_on_two_sides_that_nothing_tells_apart_are_on_neither() -> None:
    attendees = [
        {"displayName": "Dana Reyes", "email": "dana@us.example"},
        {"displayName": "Dana Reyes", "email": "dana@them.example"},
        {"displayName": "Luis", "email": "luis@them.example"},
        {"displayName": "Luis", "email": "luis@them.example"},
    ]
    said = [
        {"speaker_name": name, "speaker_id": None, "text": "Hi.", "start_time": 1}
        for name in ("Dana Reyes", "Luis")
    ]
    meeting = {"sentences": said, "meeting_attendees": attendees, "organizer_email": "a@us.example"}
    read = _read({"transcript": meeting})
    assert [(one.name, one.side) for one in read.participants] == [
        ("Dana Reyes", Side.UNKNOWN),
        ("Luis", Side.PROSPECT),
    ]
    assert read.warnings == (
        "2 people are called Dana Reyes, and nothing tells what each of them says",
    )
