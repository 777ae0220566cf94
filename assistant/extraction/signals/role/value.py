"""What somebody's role is called."""

import re
from pathlib import Path

from assistant.domain.fields import Polarity
from assistant.domain.frozen import Frozen
from assistant.domain.values import Label
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed
from assistant.extraction.values.found import Found
from assistant.extraction.values.function_words import function_words
from assistant.extraction.values.labels.labelling import label_of
from assistant.extraction.values.words import Words, is_hyphen, lower_at, split_words

_MOST_BEFORE = 2
_DUTY_WORDS = 4
_OWNS = re.compile(
    r"\b(?:owns?|owned|owning)\b|\bmine\b|\b(?:my|his|her) name (?:is |'s )?(?:on|over)\b"
    r"|\bhalf of the ownership\b|\bmy (?:own|company|business|shop|farm)\b",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(
    r"\b(?:half|co-?own\w*|with (?:my|his|her|me)\b|(?:husband|wife|brother|sister|partner)\b)",
    re.IGNORECASE,
)
"""Whoever owns what the call is about has no other title for it."""


class _Titles(Frozen):
    written_out: dict[str, str]
    no_part: frozenset[str]
    wanting: dict[str, str]


@at_loading
def _titles() -> _Titles:
    return load_data(_Titles, Path(__file__).with_name("titles.yaml"))


def role_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The title in the words, else in the rep's guess, else the duty that the words name."""
    raw = moment.text[spot[0] : spot[1]]
    jobs = moment.spoken.values.near("job", spot)
    if jobs:
        return Label(text=_title(moment.text, jobs[0], min(spot[0], jobs[0].start)), raw=raw)
    if _OWNS.search(raw):
        return Label(text="co-owner" if _WITH_OTHERS.search(raw) else "owner", raw=raw)
    put = guessed("job", moment, spot)
    if put and moment.guess is not None:
        return Label(text=_title(moment.guess.turn.text, put[-1], 0), raw=raw)
    text = " ".join(_titles().written_out.get(word.lower(), word) for word in duty(raw).split())
    words = {word.lower() for word in text.split()}
    told = words - function_words() - _titles().no_part
    return Label(text=text, raw=raw) if told and len(told) == len(words) else None


def _title(text: str, title: Found[Label], least: int) -> str:
    """The title in full, with what is led where it says nothing else: "I lead the works"."""
    named = in_full(text, title, least)[1]
    form = _titles().wanting.get(named.lower())
    if form is None:
        return named
    words = split_words(text[title.end :])
    at = int(lower_at(words, 0) == "of")
    at += lower_at(words, at) in {"the", "our", "all"}
    if not at or lower_at(words, at) in _titles().no_part:
        return named
    return form.format(duty(text[title.start :]))


def in_full(text: str, title: Found[Label], least: int) -> tuple[int, str]:
    """The title with the words before it that belong to it, short forms written out.

    The first number is where the words begin, ``least`` the first place that they may.
    """
    words = split_words(text)
    first = next(at for at, word in enumerate(words) if word.start >= title.start)
    after = next((at for at, word in enumerate(words) if word.start >= title.end), len(words))
    start = first
    while first - start < _MOST_BEFORE and _belongs(words, start - 1, least):
        start -= 1
    parts = [words[at] for at in range(start, after)]
    if all(len(word.text) == 1 for word in parts):
        return parts[0].start, "".join(word.text.upper() for word in parts)
    joined = ""
    for at, word in enumerate(parts):
        full = _titles().written_out.get(word.lower, word.text)
        close = not at or word.start == parts[at - 1].end
        joined += full if close else f" {full}"
    return parts[0].start, joined


def _belongs(words: Words, at: int, least: int) -> bool:
    if at < 0 or words[at].start < least or not words[at].is_letters or is_hyphen(words[at]):
        return False
    named = words[at].text[0].isupper() and lower_at(words, at - 1) not in {"", ".", ",", "="}
    return lower_at(words, at) not in _titles().no_part and not named


def duty(said: str) -> str:
    """What somebody runs: "procurement" of "she looks after procurement for a bank"."""
    words = split_words(said)
    verbs = {"run", "runs", "manage", "manages", "head", "heads", "lead", "leads", "own", "owns"}
    verbs |= {"direct", "handle", "handles", "after", "of", "for", "over", "do", "does", "up"}
    starts = [at + 1 for at, word in enumerate(words) if word.lower in verbs]
    begin = starts[0] if starts and starts[0] < len(words) else 0
    begin += lower_at(words, begin) in {"the", "our", "all", "up"}
    kept: list[str] = []
    for word in words[begin : begin + _DUTY_WORDS]:
        if not word.is_letters or (kept and word.lower in _titles().no_part - {"of", "and"}):
            break
        kept.append(word.text)
    return " ".join(kept) or label_of(said)
