"""What somebody's role is called."""

import re
from pathlib import Path

from assistant.domain.fields import Polarity
from assistant.domain.frozen import Frozen
from assistant.domain.values import Label
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.dialogue.confirming import confirms
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed
from assistant.extraction.values.found import Found
from assistant.extraction.values.function_words import function_words
from assistant.extraction.values.labels.labelling import label_of
from assistant.extraction.values.people.duties import title_of_duty
from assistant.extraction.values.words import Words, is_hyphen, lower_at, split_words

_MOST_BEFORE = 2
_DUTY_WORDS = 4
_MOST_MORE = 3
_LOOKED_BACK = 30
_ACRONYM = 4
"""So many capitals are somebody's own short form, which says nothing to others."""
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
_OWNS_HALF = re.compile(
    r"\bhalf[- ]owner\b|\bfifty[- ]fifty\b"
    r"|(?:\b(?:has|have|had|owns?|am)|'m) (?:the |my )?(?:other )?half\b(?! of (?:the|my) time)",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\bone of (?:the |our )?(?:(?:two|three|four|five|six|several) )?"
    r"((?:\w+ )?(?:owner|founder|partner|director|leader|manager|supervisor))s\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|isn't|no longer|don't have|haven't got) (?:(?:the|a|an|our|your) )?(?:\w+ )?$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r" for (?:the |our |all )?(?:whole|entire|site|plant|network|group|company|district|division"
    r"|region|complex|county|business|firm|school|college|factory)\b.*",
    re.IGNORECASE,
)
"""Where a title's holder works tells no title: "manager for the site"."""
_DOING = re.compile(r"\w+ing (?:it|the|a|an|this|that|them|our|my)\b", re.IGNORECASE)
_LETTERS = re.compile(r"\b[a-z](?: [a-z])+\b")
_SAYS_WHAT = re.compile(
    r"^(?:(?:and|yes|yeah|yep|well|so|right|also|just|only|still|me|oh|um|uh)\b[\s,]*)*"
    r"(?:(?:i'm|i am|he's|he is|she's|she is|we're|it's|i've got(?! the| a)|i do|he does|she does"
    r"|i work|i sit|works) )?(?:(?:in|from|with|for|the|our) )*",
    re.IGNORECASE,
)


class _Titles(Frozen):
    written_out: dict[str, str]
    at_the_end: dict[str, str]
    short: frozenset[str]
    no_part: frozenset[str]
    wanting: dict[str, str]


@at_loading
def _titles() -> _Titles:
    return load_data(_Titles, Path(__file__).with_name("titles.yaml"))


def role_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The title in the words, else of what they say is run, else the rep's guess or the duty."""
    raw = moment.text[spot[0] : spot[1]]
    text = _shared(raw) or _own(moment, spot) or _replied(moment, spot)
    return Label(text=_LETTERS.sub(_together, text), raw=raw) if text else None


def _together(letters: re.Match[str]) -> str:
    """Spelt letters as one word: "HR" of "h r"."""
    return letters[0].replace(" ", "").upper()


def _shared(raw: str) -> str:
    """What one of several is called: "one of the two owners"."""
    several = _ONE_OF.search(raw)
    if several is None:
        return "co-owner" if _OWNS_HALF.search(raw) else ""
    title = several[1].lower()
    return f"co-{title}" if title in {"owner", "founder"} else title


def _own(moment: Moment, spot: Spot) -> str:
    """The title that the words give, or say by what is owned or run."""
    raw = moment.text[spot[0] : spot[1]]
    said = title_of_duty(raw)
    for job in moment.spoken.values.near("job", spot):
        before = moment.text[max(0, job.start - _LOOKED_BACK) : job.start]
        if _DENIED.search(before) is None:
            runs = said is not None and job.value.text.lower() in _titles().wanting
            return _written_out(said) if said and runs else _title(moment.text, job, spot)
    if _OWNS.search(raw):
        return "co-owner" if _WITH_OTHERS.search(raw) else "owner"
    return _written_out(said or "")


def _replied(moment: Moment, spot: Spot) -> str:
    """The title in the rep's guess; where the reply says more than yes, its own words first."""
    raw = moment.text[spot[0] : spot[1]]
    put = guessed("job", moment, spot)
    guess = moment.guess.turn.text if put and moment.guess is not None else ""
    title = _title(guess, put[-1], (0, len(guess))) if guess else ""
    return title if title and confirms(raw) else _plain_duty(raw) or title


def _plain_duty(raw: str) -> str:
    """The words where they name a duty and nothing else: "I'm operations", "quality"."""
    named = _SAYS_WHAT.sub("", raw)
    said = "" if _DOING.match(named) else duty(named)
    text = _written_out(said)
    words = {word.lower() for word in text.split() if word not in _titles().short}
    told = not words & (function_words() | _titles().no_part)
    unknown = text.isupper() and len(text) <= _ACRONYM and text not in _titles().short
    return text if told and not unknown else ""


def _written_out(text: str) -> str:
    """The text without short forms; what a place of work is called becomes who works there."""
    forms = _titles().at_the_end
    words = (_titles().written_out.get(word.lower(), word) for word in text.split())
    return forms.get(text.lower()) or " ".join(words)


def _title(text: str, title: Found[Label], spot: Spot) -> str:
    """The title in full, with what is led where it says nothing else: "I lead the works"."""
    least = min(spot[0], title.start)
    named = in_full(text, title, least)[1] + text[title.end : _end_of_name(text, title, spot[1])]
    named = _OF_ALL.sub("", named)
    form = _titles().wanting.get(named.lower())
    if form is None:
        return named
    words = split_words(text[title.end :])
    at = int(lower_at(words, 0) == "of")
    at += lower_at(words, at) in {"the", "our", "all"}
    if not at or lower_at(words, at) in _titles().no_part:
        return named
    return form.format(duty(text[title.start :]))


def _end_of_name(text: str, title: Found[Label], most: int) -> int:
    """Where the name of a department ends that goes on after the title: "VP of customer care"."""
    if " of " not in title.value.text:
        return title.end
    words = split_words(text[title.end : most])
    at = 0
    while at < min(len(words), _MOST_MORE) and (_joins(words, at) or _goes_on(words, at)):
        at += 1
    return title.end + words[at - 1].end if at else title.end


def _joins(words: Words, at: int) -> bool:
    """Whether a mark ties the word before it to the next: "FP&A", "e-retail"."""
    word, before = words[at], words[at - 1].end if at else 0
    tied = word.start == before and at + 1 < len(words) and words[at + 1].start == word.end
    return tied and word.text in {"-", "&"}


def _goes_on(words: Words, at: int) -> bool:
    word = words[at]
    known = word.lower in function_words() or word.lower in _titles().no_part
    tied = at > 0 and _joins(words, at - 1)
    return word.is_letters and (tied or not known)


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
        last = _titles().at_the_end.get(word.lower) if at and at == len(parts) - 1 else None
        full = last or _titles().written_out.get(word.lower, word.text)
        close = not at or word.start == parts[at - 1].end
        joined += full if close else f" {full}"
    return parts[0].start, joined


def _belongs(words: Words, at: int, least: int) -> bool:
    if at < 0 or words[at].start < least or not words[at].is_letters or is_hyphen(words[at]):
        return False
    word = words[at].text
    short = word in _titles().short
    named = word[0].isupper() and not short and lower_at(words, at - 1) not in {"", ".", ",", "="}
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
