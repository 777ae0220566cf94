"""Tells the rep's side from the prospect's."""

import re
from collections import defaultdict
from pathlib import Path

from pydantic import Field as Attribute

from assistant.domain.fields import Kind, Side
from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Participant, Transcript
from assistant.extraction.data import at_loading, load_data


class _SideWords(Frozen):
    seller: dict[str, int]
    buyer: dict[str, int]
    question: int = Attribute(ge=0)


@at_loading
def _words() -> tuple[_SideWords, re.Pattern[str]]:
    lists = load_data(_SideWords, Path(__file__).with_name("sides.yaml"))
    longest_first = sorted((*lists.seller, *lists.buyer), key=len, reverse=True)
    return lists, re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")


def settle_sides(transcript: Transcript, rep: str | None) -> Transcript:
    """The transcript with the side of every turn and participant set.

    Sides that the source gives stay. ``rep`` is the rep's name as in the transcript, case
    and blanks aside; without it, or where nobody has that name, the rep is the speaker who
    asks and pitches most. Notes have no sides: every line is the rep's own hand.
    """
    if transcript.kind is Kind.NOTES:
        return transcript
    sides = _sides(transcript, rep)
    turns = tuple(
        turn.model_copy(update={"side": sides.get(turn.speaker or "", turn.side)})
        for turn in transcript.turns
    )
    named = {one.name: one for one in transcript.participants}
    for speaker in sides:
        named.setdefault(speaker, Participant(name=speaker))
    participants = tuple(
        one.model_copy(update={"side": sides.get(name, one.side)}) for name, one in named.items()
    )
    return transcript.model_copy(update={"turns": turns, "participants": participants})


def _sides(transcript: Transcript, rep: str | None) -> dict[str, Side]:
    speakers = list(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker))
    given = {one.name: one.side for one in transcript.participants}
    given |= {
        turn.speaker: turn.side
        for turn in transcript.turns
        if turn.speaker and turn.side is not Side.UNKNOWN
    }
    known = {
        name: side
        for name in speakers
        if (side := given.get(name, Side.UNKNOWN)) is not Side.UNKNOWN
    }
    named = [name for name in speakers if rep and _same(name, rep)]
    if named:
        known |= dict.fromkeys(named, Side.REP)
    elif Side.REP not in known.values() and len(speakers) > 1:
        known[_likeliest([s for s in speakers if s not in known] or speakers, transcript)] = (
            Side.REP
        )
    return {
        name: known.get(name, Side.PROSPECT if Side.REP in known.values() else Side.UNKNOWN)
        for name in speakers
    }


def _same(name: str, rep: str) -> bool:
    return " ".join(name.casefold().split()) == " ".join(rep.casefold().split())


def _likeliest(speakers: list[str], transcript: Transcript) -> str:
    scores = seller_scores(transcript)
    return max(speakers, key=lambda name: scores.get(name, 0.0))


def seller_scores(transcript: Transcript) -> dict[str, float]:
    """How much each speaker sounds like the seller, for a hundred words; higher is more so."""
    lists, pattern = _words()
    points: dict[str, float] = defaultdict(float)
    words: dict[str, int] = defaultdict(int)
    for turn in transcript.turns:
        name, text = (
            turn.speaker or "",
            turn.text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"),
        )
        words[name] += len(text.split())
        points[name] += lists.question * text.count("?")
        for found in pattern.findall(text):
            points[name] += lists.seller.get(found, 0) - lists.buyer.get(found, 0)
    opener = transcript.turns[0].speaker or "" if transcript.turns else ""
    points[opener] += lists.question
    return {name: 100 * points[name] / (words[name] + 30) for name in words}
