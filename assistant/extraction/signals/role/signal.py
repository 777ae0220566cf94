"""What phrases can't say: what a title is in full, and what somebody runs who has none."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.domain.values import Label
from assistant.extraction.data import load_data
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.values.found import Found
from assistant.extraction.values.labels.labelling import label_of
from assistant.extraction.values.words import Words, is_hyphen, lower_at, split_words

_FIRST_LINES = 6
"""Notes say who it is at the top; further down a title is somebody else's."""
_MOST_BEFORE = 2
_DUTY_WORDS = 4


class _Titles(Frozen):
    written_out: dict[str, str]
    no_part: frozenset[str]


@cache
def _titles() -> _Titles:
    return load_data(_Titles, Path(__file__).with_name("titles.yaml"))


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with its title in full, else with the duty that was named.

    None for a title far down in notes.
    """
    if moment.notes and moment.spoken.turn.index >= _FIRST_LINES and not moment.asked:
        return None
    if candidate.found_by.endswith((".owns", ".confirmation", ":confirmation")):
        return candidate
    jobs = moment.spoken.values.within("job", (candidate.start, candidate.end))
    if not jobs:
        return _named(moment, candidate, _duty(moment.text, candidate))
    least = 0 if moment.notes else candidate.start
    start, text = _in_full(moment.text, jobs[0], least)
    return _named(moment, replace(candidate, start=min(start, candidate.start)), text)


def _named(moment: Moment, candidate: Candidate, text: str) -> Candidate:
    raw = moment.text[candidate.start : candidate.end]
    return replace(candidate, value=Label(text=text, raw=raw))


def _in_full(text: str, title: Found[Label], least: int) -> tuple[int, str]:
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


def _duty(text: str, candidate: Candidate) -> str:
    """What somebody runs: "procurement" of "she looks after procurement for a bank"."""
    said = text[candidate.start : candidate.end]
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
