"""Strategies that build valid exports of every JSON format, and damage them."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

NAMES = st.sampled_from(["Dana", "Luis Oke", "Graham, Ken (IT)", "王芳", "Speaker 1"])
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=8).filter(
    lambda word: word.split() == [word]
)
SAID = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)

Talk = list[tuple[str, str]]
"""Who says what; nobody twice in a row, so each is a turn."""


def _no_repeats(talk: Talk) -> Talk:
    return [one for at, one in enumerate(talk) if not at or one[0] != talk[at - 1][0]]


TALKS = st.lists(st.tuples(NAMES, SAID), min_size=1, max_size=6).map(_no_repeats)


def _numbered(talk: Talk) -> list[tuple[int, str, int, str]]:
    """Place, name, the name's number, words."""
    numbers = {name: at for at, name in enumerate(dict.fromkeys(name for name, _ in talk))}
    return [(at, name, numbers[name], said) for at, (name, said) in enumerate(talk)]


def _people(talk: Talk) -> list[tuple[str, int]]:
    return list(dict.fromkeys((name, n) for _, name, n, _ in _numbered(talk)))


def _gong(talk: Talk) -> Any:
    said = [
        {"speakerId": str(n), "sentences": [{"start": at * 1000, "end": at * 1000, "text": said}]}
        for at, _, n, said in _numbered(talk)
    ]
    parties = [{"speakerId": str(n), "name": name} for name, n in _people(talk)]
    calls = [{"metaData": {"id": "1"}, "parties": parties}]
    return {"callTranscripts": [{"callId": "1", "transcript": said}], "calls": calls}


def _fireflies(talk: Talk) -> Any:
    said = [
        {"speaker_name": name, "speaker_id": n, "text": said, "start_time": at, "end_time": at}
        for at, name, n, said in _numbered(talk)
    ]
    return {"data": {"transcript": {"title": "x", "sentences": said}}}


def _fathom(talk: Talk) -> Any:
    said = [
        {"speaker": {"display_name": name}, "text": said, "timestamp": f"00:00:{at:02}"}
        for at, name, _, said in _numbered(talk)
    ]
    return {"title": "x", "transcript": said}


def _grain(talk: Talk) -> Any:
    return [
        {"speaker": name, "participant_id": n, "start": at * 1000, "end": at * 1000, "text": said}
        for at, name, n, said in _numbered(talk)
    ]


def _tldv(talk: Talk) -> Any:
    said = [
        {"speaker": name, "text": said, "startTime": at, "endTime": at}
        for at, name, _, said in _numbered(talk)
    ]
    return {"id": "x", "data": said}


def _avoma(talk: Talk) -> Any:
    said = [
        {"transcript": said, "timestamps": [at, at], "speaker_id": n}
        for at, _, n, said in _numbered(talk)
    ]
    speakers = [{"id": n, "name": name, "is_rep": n == 0} for name, n in _people(talk)]
    return {"transcript": said, "speakers": speakers}


def _chorus(talk: Talk) -> Any:
    said = [
        {"speaker_name": name, "snippet": said, "snippet_time": at}
        for at, name, _, said in _numbered(talk)
    ]
    return {"data": {"attributes": {"recording": {"utterances": said}}}}


def _whisper(talk: Talk) -> Any:
    said = [
        {"start": at, "end": at, "text": f" {said}", "speaker": name}
        for at, name, _, said in _numbered(talk)
    ]
    return {"segments": said, "language": "en"}


def _whisper_cpp(talk: Talk) -> Any:
    said = [
        {"offsets": {"from": at * 1000, "to": at * 1000}, "text": said, "speaker": name}
        for at, name, _, said in _numbered(talk)
    ]
    return {"transcription": said}


def _deepgram(talk: Talk) -> Any:
    said = [
        {"start": at, "end": at, "channel": 0, "transcript": said, "speaker": name}
        for at, name, _, said in _numbered(talk)
    ]
    return {"results": {"channels": [{"alternatives": []}], "utterances": said}}


def _assemblyai(talk: Talk) -> Any:
    said = [
        {"start": at * 1000, "end": at * 1000, "text": said, "speaker": name}
        for at, name, _, said in _numbered(talk)
    ]
    return {"audio_url": "x", "utterances": said}


def _aws_transcribe(talk: Talk) -> Any:
    items = [
        {
            "type": "pronunciation",
            "start_time": f"{at}.0",
            "end_time": f"{at}.0",
            "speaker_label": name,
            "alternatives": [{"content": said}],
        }
        for at, name, _, said in _numbered(talk)
    ]
    return {"results": {"items": items}}


def _aws_call_analytics(talk: Talk) -> Any:
    said = [
        {"Content": said, "ParticipantRole": name, "BeginOffsetMillis": at * 1000}
        for at, name, _, said in _numbered(talk)
    ]
    return {"Transcript": said}


def _rev(talk: Talk) -> Any:
    said = [
        {"speaker": n, "elements": [{"type": "text", "value": said, "ts": at, "end_ts": at}]}
        for at, _, n, said in _numbered(talk)
    ]
    speakers = [{"id": n, "name": name} for name, n in _people(talk)]
    return {"speakers": speakers, "monologues": said}


EXPORTS: dict[str, Callable[[Talk], Any]] = {
    "gong": _gong,
    "fireflies": _fireflies,
    "fathom": _fathom,
    "grain": _grain,
    "tldv": _tldv,
    "avoma": _avoma,
    "chorus": _chorus,
    "whisper": _whisper,
    "whisper_cpp": _whisper_cpp,
    "deepgram": _deepgram,
    "assemblyai": _assemblyai,
    "aws_transcribe": _aws_transcribe,
    "aws_call_analytics": _aws_call_analytics,
    "rev": _rev,
}
ODD: list[Any] = [
    None, True, -1, 1e300, float("nan"), float("inf"), 10**30, "", "x", "\ud800", "a\0b", "99:99",
    "12", [], {}, [None], [[]], [{}], {"a": 1}, {"name": {}}, "\u202e", "2026-99-99T",
]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, document: Any) -> Any:
    """The document with some of what it holds replaced by odd values or taken out."""
    for _ in range(draw(st.integers(1, 4))):
        places = list(_places(document))
        holder, key = draw(st.sampled_from(places)) if places else ([document], 0)
        if draw(st.booleans()):
            holder[key] = deepcopy(draw(st.sampled_from(ODD)))
        elif isinstance(holder, dict):
            del holder[key]
    return document


def _places(value: Any) -> list[tuple[Any, Any]]:
    if not isinstance(value, dict | list):
        return []
    pairs = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
    found: list[tuple[Any, Any]] = []
    for key, inner in pairs:
        found += [(value, key), *_places(inner)]
    return found


def as_file(document: Any) -> bytes:
    """What a tool would write."""
    return json.dumps(document).encode("utf-8")
