"""Jobs that somebody may have: titles without the bodies, and jobs that decide nothing."""

from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.domain.values import Label
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.found import Found
from assistant.extraction.values.people.titles import read_title, titles
from assistant.extraction.values.words import Phrases, Words, lower_at, split_words


class _Jobs(Frozen):
    jobs: tuple[str, ...]
    no_job: frozenset[str]

    @cached_property
    def plain(self) -> Phrases[str]:
        return Phrases((job, job) for job in self.jobs)

    @cached_property
    def starters(self) -> frozenset[str]:
        return titles().starters | self.plain.first_words


@at_loading
def _jobs() -> _Jobs:
    return load_data(_Jobs, Path(__file__).with_suffix(".yaml"))


def find_jobs(text: str) -> tuple[Found[Label], ...]:
    """Jobs in the text, left to right: "practice manager", "data analyst", "owner"."""
    words = split_words(text)
    found: list[Found[Label]] = []
    at = 0
    while at < len(words):
        after = _after_job(words, at) if words[at].lower in _jobs().starters else None
        if after is None:
            at += 1
            continue
        start, end = words[at].start, words[after - 1].end
        if lower_at(words, after) not in {"'s", "\u2019s"}:
            raw = text[start:end]
            found.append(Found(start=start, end=end, value=Label(text=raw, raw=raw)))
        at = after
    return tuple(found)


def _after_job(words: Words, at: int) -> int | None:
    title = read_title(words, at)
    if title is not None and not _is_no_job(title.text):
        return title.after
    start = at
    while start - at < 3 and lower_at(words, start) in titles().modifiers:
        start += 1
    for begin in (start, at):
        hit = _jobs().plain.at(words, begin)
        if hit is not None:
            return hit[1]
    return None


def _is_no_job(title: str) -> bool:
    """Whether it is a body, a relation, or somebody else's by nature ("landlord")."""
    last = title.lower().rpartition(" ")[2]
    body = last in _bodies() and last not in titles().heads
    return body or title.lower() in _jobs().no_job


@at_loading
def _bodies() -> frozenset[str]:
    return frozenset((*titles().bodies, *titles().modified_bodies))
