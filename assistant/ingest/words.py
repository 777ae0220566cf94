"""The words of ``words.yaml``, all in lower case: topics, talk, footers, preambles."""

from functools import cache
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.yamlfile.checking import load_model
from assistant.yamlfile.reading import read_yaml


class PreambleKeys(Frozen):
    """Keys of the ``key: value`` lines that may stand above the first words."""

    date: frozenset[str]
    title: frozenset[str]
    other: frozenset[str]


class MeetWords(Frozen):
    """What Google Meet writes around a transcript."""

    titles: frozenset[str]
    attendees: frozenset[str]
    ends: tuple[str, ...]
    not_people: tuple[str, ...]


class SideWords(Frozen):
    """What speakers are called by their part in a call."""

    rep: frozenset[str]
    prospect: frozenset[str]


class Footers(Frozen):
    """What a recorder's own lines begin with, or what ends them after a name."""

    begin: tuple[str, ...]
    after_name: tuple[str, ...]


class SpokenTimes(Frozen):
    """The units of times that are told in words."""

    hours: tuple[str, ...]
    minutes: tuple[str, ...]
    seconds: tuple[str, ...]


class Words(Frozen):
    """Words that tell formats apart; ``words.yaml`` says what each list is for."""

    not_names: frozenset[str]
    name_particles: frozenset[str]
    spoken: frozenset[str]
    told: frozenset[str]
    told_weight: float
    spoken_share: float
    footers: Footers
    spoken_times: SpokenTimes
    meet: MeetWords
    sides: SideWords
    months: tuple[tuple[str, ...], ...]
    preamble: PreambleKeys


@cache
def words() -> Words:
    """The shipped words, read once."""
    return load_model(Words, read_yaml(Path(__file__).with_name("words.yaml")))
