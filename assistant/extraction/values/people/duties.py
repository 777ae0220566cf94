"""Titles of people who say what they do: "I supervise the warehouse"."""

from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.function_words import function_words
from assistant.extraction.values.words import Phrases, Words, lower_at, split_words

_MOST_WORDS = 3
_WHOLLY = frozenset({"the", "our", "all", "my"})


class _Duties(Frozen):
    called: dict[str, tuple[str, ...]]
    runs: tuple[str, ...]
    subjects: frozenset[str]
    no_duty: frozenset[str]
    ends: frozenset[str]

    @cached_property
    def verbs(self) -> Phrases[str]:
        """What somebody does, each with what whoever does it is called."""
        named = [(verb, form) for form, verbs in self.called.items() for verb in verbs]
        return Phrases([*named, *((verb, "{}") for verb in self.runs)])


@at_loading
def _duties() -> _Duties:
    return load_data(_Duties, Path(__file__).with_suffix(".yaml"))


def title_of_duty(text: str) -> str | None:
    """What somebody is called who says what they run; None where no such thing is said.

    "warehouse supervisor" of "I supervise the warehouse", "procurement" of "I look after
    procurement". What is run must have a name: "I run it" tells nothing.
    """
    words = split_words(text)
    for form, first, after in _duties().verbs.all(words):
        if not _is_said_of_somebody(words, first):
            continue
        duty = _duty(words, after)
        if duty:
            return form.format(_singular(duty) if form.startswith("{} ") else duty)
    return None


def _is_said_of_somebody(words: Words, at: int) -> bool:
    before = lower_at(words, at - 1)
    if before in {"also", "just", "only", "really", "mostly", "still", "actually", "mainly"}:
        before = lower_at(words, at - 2)
    if before in _duties().subjects:
        return not words[at].lower.endswith("ing") or before not in {"i", "he", "she", "who"}
    # Notes leave out who it is: "plans production", "Anna, supervises reception".
    return before in {"", ",", "and"} and words[at].lower.endswith("s")


def _duty(words: Words, at: int) -> str:
    """The name of what is run, from word ``at`` on; empty where it has none."""
    at += lower_at(words, at) in _WHOLLY
    kept: list[str] = []
    for word in words[at : at + _MOST_WORDS + 1]:
        joins = word.lower == "and" and kept
        if not word.is_letters or (not joins and word.lower in _stops() and word.text != "IT"):
            break
        kept.append(word.text)
    kept = kept[:_MOST_WORDS]
    while kept and kept[-1].lower() in _duties().ends:
        kept.pop()
    told = any(word.lower() not in _duties().no_duty for word in kept)
    return " ".join(kept) if told and kept[0].lower() not in _duties().no_duty else ""


@at_loading
def _stops() -> frozenset[str]:
    return (function_words() | _duties().ends) - {"and"}


def _singular(duty: str) -> str:
    """The duty as it stands before a title: "branches" are in "branch coordinator"."""
    head, _, last = duty.rpartition(" ")
    lower = last.lower()
    if lower.endswith(("ches", "shes", "xes", "sses")):
        last = last[:-2]
    elif lower.endswith("s") and not lower.endswith(("ss", "is", "us", "ics", "ns", "es", "ys")):
        last = last[:-1]
    return f"{head} {last}".strip()
