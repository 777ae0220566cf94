"""Makes a marked call of a stored text: its turns, its speakers, the answers on its words."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain, count

from assistant.domain.answers import Answer, Evidence, Status
from assistant.domain.calls import Call
from assistant.domain.fields import Field, Kind, Side
from assistant.domain.frozen import Frozen
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.transcript import Participant, Turn
from assistant.domain.values import Deciders, Label
from assistant.domain.verdict import CriterionStatus
from assistant.evaluation.writing_notation import NONE, notation_of
from assistant.masking.masked import Identifier, Masked
from assistant.masking.masker import Masker
from assistant.reports.marked_call import harmless, label

NAMELESS: Mapping[Side, str] = {Side.REP: "Rep", Side.PROSPECT: "Prospect", Side.OTHER: "Other"}
"""How a turn begins whose speaker has no name."""

_NOT_IN_A_FILE_NAME = re.compile(r"[^a-z0-9]+")


class LeftOut(StrEnum):
    """Why something is not in an export, as it is told to a person."""

    NOTHING_DECIDED = "calls in which nobody decided on an answer"
    OPEN_SUGGESTIONS = "calls with suggestions that nobody decided on"
    SUGGESTION = "suggestions that nobody decided on"
    NO_WORDS = "answers given by hand, on no words of the call"
    NO_FIELD = "answers to questions that belong to no field"
    GONE = "answers whose words are no longer in the notes"
    NOT_PROSPECT = "answers on words that are not the prospect's"
    OVERLAPPING = "answers on words that are marked already"


class CallText(Frozen):
    """A text of a call. A turn's ``index`` is what the answers' evidence names."""

    source: str
    kind: Kind
    turns: tuple[Turn, ...]


class OnWords(Frozen):
    """An answer to a field that stands on words of a text."""

    field: Field
    where: Evidence
    answer: Answer


class About(Frozen):
    """What is known of a call besides its texts; ``prospect`` names the one who may buy."""

    call: Call
    prospect: str
    product: str
    criteria: dict[str, CriterionStatus]


class TextMarker:
    """Marks the texts of one call; counts what it masks and what it leaves out.

    Without a masker every name stays.
    """

    def __init__(self, about: About, masker: Masker | None) -> None:
        self._about = about
        self._masker = masker
        self.masked: Counter[Identifier] = Counter()
        self.left_out: Counter[LeftOut] = Counter()

    def mark(self, text: CallText, answers: Iterable[OnWords]) -> MarkedCall:
        """The text with the answers that stand in it, as far as GUIDE allows their marks."""
        call = self._about.call
        speakers = self._speakers(text)
        turns, marks = self._marked_turns(text, answers, speakers)
        people = tuple(speakers.values())
        return MarkedCall(
            id=f"{call.id}-{_NOT_IN_A_FILE_NAME.sub('-', text.source.lower())}",
            call_date=call.call_date,
            kind=text.kind,
            rep=next(one.name for one in people if one.side is Side.REP),
            participants=people,
            header={"product": self._masked_words(self._about.product), "style": _style(text)},
            turns=tuple(turns),
            answers=tuple(marks),
            criteria=self._about.criteria,
        )

    def _speakers(self, text: CallText) -> dict[str, Participant]:
        """Who speaks, by key. Somebody is the rep, and of notes somebody is the prospect."""
        call = self._about.call
        known = {one.name: one.side for one in call.participants if one.side in NAMELESS}
        sides: dict[str, Side] = dict(known)
        if text.kind is Kind.CALL:
            sides = {_key(turn): known.get(turn.speaker or "", turn.side) for turn in text.turns}
        if Side.REP not in sides.values():
            sides = {call.rep.name: Side.REP} | sides
        if text.kind is Kind.NOTES and Side.PROSPECT not in sides.values():
            sides[self._about.prospect] = Side.PROSPECT
        return self._labelled(sides)

    def _labelled(self, sides: Mapping[str, Side]) -> dict[str, Participant]:
        """Each with a label of its own. Whose side nobody knows is heard as a prospect."""
        speakers: dict[str, Participant] = {}
        labels: set[str] = set()
        for key, known in sides.items():
            side = Side.PROSPECT if known is Side.UNKNOWN else known
            shown = name = harmless(key)
            if self._masker is not None:
                shown = self._masker.mask_name(name)
                self.masked[Identifier.NAME] += shown != name
            unique = _unlike(label(shown) or NAMELESS[side], labels)
            labels.add(unique)
            speakers[key] = Participant(name=unique, side=side)
        return speakers

    def _marked_turns(
        self, text: CallText, answers: Iterable[OnWords], speakers: Mapping[str, Participant]
    ) -> tuple[list[Turn], list[MarkedAnswer]]:
        by_turn: defaultdict[int, list[OnWords]] = defaultdict(list)
        for one in answers:
            by_turn[one.where.turn].append(one)
        turns: list[Turn] = []
        marks: list[MarkedAnswer] = []
        for turn in text.turns:
            if turn.text.strip():
                who = speakers[_key(turn)] if text.kind is Kind.CALL else None
                here = by_turn.pop(turn.index, [])
                said, found = self._marked_turn(turn, here, len(turns), who)
                turns.append(Turn(index=len(turns), text=said, speaker=who.name if who else None))
                marks += found
        self.left_out[LeftOut.GONE] += sum(map(len, by_turn.values()))
        return turns, marks

    def _marked_turn(
        self, turn: Turn, answers: Sequence[OnWords], index: int, who: Participant | None
    ) -> tuple[str, list[MarkedAnswer]]:
        masked = self._masked(harmless(turn.text))
        self.masked.update(edit.kind for edit in masked.edits)
        marks: list[MarkedAnswer] = []
        for one in sorted(answers, key=_precedence):
            place = _place(turn, one.where, masked)
            if place is None:
                self.left_out[LeftOut.GONE] += 1
            elif who is not None and who.side is not Side.PROSPECT:
                self.left_out[LeftOut.NOT_PROSPECT] += 1
            elif any(place[0] < other.end and other.start < place[1] for other in marks):
                self.left_out[LeftOut.OVERLAPPING] += 1
            else:
                marks.append(self._mark(one, masked.text.strip(), place, index))
        return masked.text.strip(), sorted(marks, key=lambda mark: mark.start)

    def _mark(self, one: OnWords, said: str, place: tuple[int, int], index: int) -> MarkedAnswer:
        notation = notation_of(one.field, one.answer.value, self._about.call.currency)
        if isinstance(one.answer.value, Deciders | Label):
            notation = self._masked_words(notation) or NONE
        return MarkedAnswer(
            field=one.field,
            turn=index,
            start=place[0],
            end=place[1],
            quote=said[slice(*place)],
            polarity=one.answer.polarity,
            certainty=one.answer.certainty,
            notation=notation,
        )

    def _masked_words(self, text: str) -> str:
        return " ".join(self._masked(harmless(text)).text.split())

    def _masked(self, text: str) -> Masked:
        return self._masker.mask(text) if self._masker is not None else Masked(text, ())


def _unlike(name: str, taken: Container[str]) -> str:
    names = chain([name], (f"{name} {number}" for number in count(2)))
    return next(one for one in names if one not in taken)


def _key(turn: Turn) -> str:
    if turn.speaker and label(turn.speaker):
        return turn.speaker
    return NAMELESS.get(turn.side, NAMELESS[Side.PROSPECT])


def _precedence(one: OnWords) -> tuple[bool, int, int]:
    """What a person decided first, then what begins first, then what is longest."""
    return one.answer.status is Status.SUGGESTED, one.where.start, -one.where.end


def _place(turn: Turn, where: Evidence, masked: Masked) -> tuple[int, int] | None:
    """Where an answer's words are in the masked text; both without their outer spaces."""
    if turn.text[where.start : where.end] != where.quote:
        return None
    start, end = masked.span(*(len(harmless(turn.text[:at])) for at in (where.start, where.end)))
    words = masked.text[start:end].strip()
    indent = len(masked.text) - len(masked.text.lstrip())
    start = masked.text.find(words, start) - indent
    return (start, start + len(words)) if words else None


def _style(text: CallText) -> str:
    """Whether a text is written in sentences or as recognised speech is."""
    if text.kind is Kind.NOTES:
        return "notes"
    spoken = [turn.text.strip() for turn in text.turns if turn.text.strip()]
    written = sum(one[0].isupper() and one[-1] in ".?!" for one in spoken)
    return "clean" if written * 2 >= len(spoken) else "asr"
