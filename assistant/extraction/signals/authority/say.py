"""Whether whoever speaks has a say: alone, together with others, or none."""

import re
from pathlib import Path

from assistant.domain.fields import Polarity
from assistant.domain.frozen import Frozen
from assistant.domain.values import Say
from assistant.extraction.data import at_loading, load_data

_FEW_WORDS = 4
"""A yes of so few words is the speaker's own."""
_FEW_TO_DENY = 6
_SELF = ("I", "I'")


class _Phrases(Frozen):
    own: tuple[str, ...]
    together: tuple[str, ...]
    on_my_word: tuple[str, ...]
    others_act: tuple[str, ...]
    they_only: tuple[str, ...]
    alone: tuple[str, ...]
    speaking: tuple[str, ...]
    theirs: tuple[str, ...]
    picks: tuple[str, ...]
    denies: tuple[str, ...]


@at_loading
def _phrases() -> dict[str, re.Pattern[str]]:
    lists = load_data(_Phrases, Path(__file__).with_suffix(".yaml")).model_dump()
    return {name: re.compile("|".join(several), re.IGNORECASE) for name, several in lists.items()}


def _tells(what: str, text: str) -> bool:
    """Whether the text holds a phrase of the list of that name."""
    return _phrases()[what].search(text) is not None


def say_of(
    raw: str, polarity: Polarity, *, others: bool, notes: bool, oneself: bool = False
) -> Say | None:
    """The say of the speaker; in notes, where "he" and "she" are the prospect, that one's.

    ``others`` tells that the words name somebody else, ``oneself`` that they name the
    prospect. A no is "no", for a shared say is no refusal, unless the words say plainly that
    it is theirs; None where it is left open, and where longer words name nobody, deny nothing
    ("nobody else") and speak of no one's say.
    """
    text = raw.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if polarity is Polarity.OPEN or (polarity is Polarity.NO and not _is_plainly_own(text)):
        return "no" if polarity is Polarity.NO else None
    if notes:
        return _say_in_notes(text, others=others, oneself=oneself)
    return _say(text, others=others)


def denies_shortly(raw: str) -> bool:
    """Whether a few words deny the say and could name nobody else ("nope", "not with us")."""
    words = raw.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()
    named = any(word[:1].isupper() and word[:2] not in _SELF for word in words[1:])
    return len(words) <= _FEW_TO_DENY and not named and _tells("denies", " ".join(words))


def _is_plainly_own(text: str) -> bool:
    own = any(_tells(what, text) for what in ("alone", "together", "on_my_word"))
    return own and _tells("own", text) and not _tells("denies", text)


def speaks_of_self(raw: str) -> bool:
    """Whether the words hold "I", "me", "mine" or the like."""
    return _tells("own", raw)


def _say(text: str, *, others: bool) -> Say | None:
    own = _tells("own", text)
    if _tells("alone", text):
        return "yes"
    if _tells("together", text):
        return "shared"
    if _tells("they_only", text):
        return "yes"
    if _tells("on_my_word", text):
        return "shared"
    if own and _tells("others_act", text) and _acts_besides(text):
        return "shared"
    if _tells("speaking", text):
        return "yes"
    if _tells("theirs", text):
        return "no"
    if own or others:
        return "yes" if own else "no"
    short = len(text.split()) <= _FEW_WORDS
    return "yes" if short or _tells("denies", text) else None


def _acts_besides(text: str) -> bool:
    """Whether it is others that act, and not only the speaker ("and I sign")."""
    own = re.compile(r"\bi (?:\w+ )?(?:signs?|approve|pay|agree)\b", re.IGNORECASE)
    return _tells("others_act", own.sub("", text))


def _say_in_notes(text: str, *, others: bool, oneself: bool) -> Say:
    if others and oneself:
        return "shared"
    if _tells("together", text) or (others and _tells("picks", text)):
        return "shared"
    if _tells("they_only", text) or _tells("speaking", text):
        return "yes"
    return "no" if others else "yes"
