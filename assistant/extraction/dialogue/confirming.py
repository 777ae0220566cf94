"""A rep's guess that the next reply confirms; replies that give nothing."""

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.answers import Cue
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.frozen import Frozen
from assistant.domain.values import Value
from assistant.extraction.clauses.splitting import Range
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import qualify
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.signals.kinds import CONFIRMED_KIND

FOUND_BY = "rule:confirmation"
_CONFIDENCE = 0.75
_MOST_WORDS = 14
"""A longer reply says more than yes; the field's own rules read it."""
_LEAD = re.compile(r"^(?:(?:um|uh|oh|ah|well|so|mm|hm|hmm|ha|okay|ok)[\s,.]+)+")


class _ReplyWords(Frozen):
    confirms: tuple[str, ...]
    denies: tuple[str, ...]
    dodges: tuple[str, ...]


@dataclass(frozen=True)
class _Replies:
    confirms: re.Pattern[str]
    denies: re.Pattern[str]
    dodges: re.Pattern[str]


@at_loading
def _replies() -> _Replies:
    words = load_data(_ReplyWords, Path(__file__).with_name("confirming.yaml"))
    return _Replies(
        confirms=_any_of(words.confirms), denies=_any_of(words.denies), dodges=_any_of(words.dodges)
    )


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + r")\b"
    )


def confirms(text: str) -> re.Match[str] | None:
    """The words at the beginning of a reply that say yes to what was put."""
    return _begins(_replies().confirms, text)


def denies(text: str) -> re.Match[str] | None:
    """The words at the beginning of a reply that say no to what was put."""
    return _begins(_replies().denies, text)


def dodges(text: str) -> bool:
    """Whether the words decline to say, or do not know."""
    return _replies().dodges.search(_plain(text)) is not None


def _begins(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    lead = _LEAD.match(_plain(text))
    return pattern.match(_plain(text), lead.end() if lead else 0)


def _plain(text: str) -> str:
    return text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def confirmed(moment: Moment) -> tuple[Candidate, ...]:
    """Answers that a short "yes" gives to the rep's guess, with the values from the guess.

    Only for fields that carry a value which the guess names and the reply does not.
    """
    guess, spoken = moment.guess, moment.spoken
    if guess is None or not spoken.clauses or spoken.words > _MOST_WORDS:
        return ()
    yes = confirms(moment.text)
    if yes is None or dodges(moment.text):
        return ()
    return tuple(
        _answer(field, guessed, yes, moment)
        for field in sorted(moment.asked)
        if (guessed := _guessed(field, moment)) is not None
    )


def _guessed(field: Field, moment: Moment) -> Value | None:
    kind = CONFIRMED_KIND.get(field)
    if kind is None or moment.guess is None or moment.spoken.values.of(kind):
        return None
    found = moment.guess.values.of(kind)
    return found[-1].value if found else None


def _answer(field: Field, value: Value, yes: re.Match[str], moment: Moment) -> Candidate:
    spoken = moment.spoken
    first = [clause for clause in spoken.clauses if clause.sentence == 0]
    _, end = spoken.spot(first[-1].inner)
    whole = Range(first[0].whole.start, first[-1].whole.end)
    hedge = qualify(spoken.doc, whole, Range(0, 0), spoken.value_spots).hedge
    cue = Cue(
        kind="confirms", start=yes.start(), end=yes.end(), text=moment.text[yes.start() : yes.end()]
    )
    return Candidate(
        field=field,
        start=yes.start(),
        end=max(end, yes.end()),
        polarity=Polarity.YES,
        certainty=Certainty.HEDGED if hedge else Certainty.FIRM,
        confidence=_CONFIDENCE,
        found_by=FOUND_BY,
        value=value,
        why=(cue, hedge) if hedge else (cue,),
    )
