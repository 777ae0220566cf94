"""What phrases can't say: which of the words name the rival."""

from dataclasses import replace

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.dialogue.confirming import FOUND_BY as CONFIRMATION
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.values.function_words import function_words
from assistant.extraction.values.products.naming import has_names, names_in
from assistant.extraction.values.words import split_words

_NEEDS_NAMES = frozenset({"named_when_prompted", "notes_vs"})
_JOINING = frozenset(
    {"and", "or", "the", "a", "plus", "of", "yeah", "yes", "by", "with", "from", "um", "uh"}
    | {"maybe", "probably", "then", "just"}
)


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with the rivals' names; a ruling out without one means the last named."""
    rule = candidate.found_by.rpartition(".")[2]
    if candidate.found_by == CONFIRMATION or rule == "build_it":
        return candidate
    raw = moment.text[candidate.start : candidate.end]
    if rule in _NEEDS_NAMES and not has_names(raw):
        return None
    if rule == "short_when_prompted" and not _only_names(raw):
        return None
    if rule == "nobody":
        return replace(candidate, value=Label(text="none", raw=raw))
    if candidate.polarity is Polarity.NO and not has_names(raw):
        return replace(candidate, value=Label(text=_last_named(moment, candidate), raw=raw))
    return replace(candidate, value=Label(text=names_in(raw), raw=raw))


def _only_names(raw: str) -> bool:
    """Whether a short reply may be nothing but names: "coupa and ariba"."""
    words = [word.lower for word in split_words(raw) if word.is_letters]
    return bool(words) and not (set(words) & function_words()) - _JOINING


def _last_named(moment: Moment, candidate: Candidate) -> str:
    """The rival named right before, in this turn or those before it; else the words."""
    before = [moment.text[: candidate.start]]
    before += [spoken.turn.text for spoken in reversed(moment.before)]
    raw = moment.text[candidate.start : candidate.end]
    named = next((text for text in before if has_names(text)), raw)
    return names_in(named).rpartition("; ")[2]
