"""A speaker's name comes late: turns, sides, answers and figures are as if it had been known."""

from pathlib import Path

import pytest

from assistant.domain.calls import Consent
from assistant.domain.errors import StoreUnavailable
from assistant.domain.fields import Side
from assistant.figures.talk import TalkFigures
from assistant.tui.review.index import index_of
from assistant.workflows.consent import note_consent
from assistant.workflows.feeds import FileFeed
from assistant.workflows.following import QUIET, Following, follow_file
from assistant.workflows.live_call import LiveCall
from assistant.workflows.marking import name_speaker, undo_mark
from assistant.workflows.naming_rep import name_rep
from assistant.workflows.reviewing import open_review
from assistant.workflows.undoing import undo_last
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import DANA, MAX, BenchOf, Clock

Told = list[tuple[str | None, Side]]
REP, PROSPECT = Side.REP, Side.PROSPECT
BEFORE = (
    "Speaker 1: What is going wrong? How often?\n"
    "Speaker 2: need: the trucks are late\n"
    "Speaker 1: I see, so what did you set aside?\n"
)
NAMED = BEFORE.replace("Speaker 1", "Dana").replace("Speaker 2", "Luis")
AFTER = "Luis: budget: forty thousand\nDana: Good\n"


class Call:
    """A call that follows a file, by whoever resumes it."""

    def __init__(self, bench: Workbench, clock: Clock, path: Path, rep: str | None = None) -> None:
        self.bench, self.clock, self.path = bench, clock, path
        self.id, _ = follow_file(bench, path)
        self.live = LiveCall(bench, self.id)
        self.following = Following(bench, self.id, FileFeed(path), rep=rep)

    def writes(self, *versions: str) -> None:
        for text in versions:
            self.path.write_text(text, encoding="utf-8")
            self.live.follow(self.following)

    def falls_silent(self) -> None:
        self.clock.pass_seconds(QUIET)
        self.live.follow(self.following)

    @property
    def told(self) -> Told:
        """Who spoke, as the screen has it."""
        return [(turn.speaker, turn.side) for turn in self.live.view().sources[-1].turns]

    @property
    def stored(self) -> Told:
        """Who spoke, as whoever opens the call has it."""
        sources = LiveCall(self.bench, self.id).view().sources
        return [(turn.speaker, turn.side) for turn in sources[-1].turns]

    @property
    def answers(self) -> list[tuple[str, str | None, Side]]:
        """Key, speaker and side of the answers that are not stale."""
        found = self.bench.store.answers(self.id)
        return [
            (one.key, one.evidence.speaker, one.evidence.side)
            for one in found
            if one.evidence and not one.stale
        ]

    @property
    def talk(self) -> TalkFigures:
        return self.following.view().talk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "captions.txt"


@pytest.fixture
def call(bench: Workbench, clock: Clock, path: Path) -> Call:
    return Call(bench, clock, path)


@pytest.fixture
def known(bench: Workbench, clock: Clock, tmp_path: Path) -> Call:
    """The call as it is where the names were known all along."""
    call = Call(bench, clock, tmp_path / "known.txt")
    call.writes(NAMED + AFTER)
    call.falls_silent()
    return call


@pytest.mark.parametrize(
    "versions",
    [
        # The file is written anew, with names.
        (BEFORE, NAMED, NAMED + AFTER),
        # The last line of each is written anew with a name, and what is above stays.
        (
            BEFORE.rstrip("\n"),
            BEFORE.replace("Speaker 1: I see", "Dana: I see"),
            BEFORE.replace("Speaker 1: I see", "Dana: I see") + "Speaker 2: budget:",
            BEFORE.replace("Speaker 1: I see", "Dana: I see") + AFTER,
        ),
    ],
)
def test_all_is_as_if_the_names_had_been_known(
    call: Call, known: Call, versions: tuple[str, ...]
) -> None:
    call.writes(*versions)
    call.falls_silent()

    assert call.told == call.stored == known.told == known.stored
    assert call.answers == known.answers
    assert call.answers == [("need", "Luis", PROSPECT), ("budget", "Luis", PROSPECT)]
    assert call.talk == known.talk
    assert call.talk.questions == 3
    people = call.live.view().call.participants
    assert people == known.live.view().call.participants


def test_what_was_transcribed_is_kept(call: Call) -> None:
    call.writes(BEFORE, NAMED + AFTER)

    (source,) = call.bench.store.sources(call.id)
    assert [turn.speaker for turn in source.turns[:2]] == ["Speaker 1", "Speaker 2"]


def test_the_screen_has_the_name_at_once(call: Call) -> None:
    call.writes(BEFORE + "Speaker 2: budget: fo", NAMED + "Luis: budget: forty")

    assert [turn.speaker for turn in call.following.view().last] == ["Dana", "Luis", "Dana"]
    assert call.told == call.stored == [("Dana", REP), ("Luis", PROSPECT), ("Dana", REP)]


@pytest.mark.parametrize("named_before", [True, False])
def test_after_a_kill_the_names_are_the_same(
    call: Call, bench_of: BenchOf, clock: Clock, path: Path, named_before: bool
) -> None:
    call.writes(BEFORE + "Speaker 2: budget: forty thousand\nSpeaker 1: Good")
    if named_before:
        call.writes(NAMED + AFTER)
    clock.pass_seconds(60)

    again = Call(bench_of(DANA), clock, path)
    assert again.id == call.id
    again.writes(NAMED + AFTER + "Luis: timeline: May\n")
    again.falls_silent()

    assert [name for name, _ in again.told] == ["Dana", "Luis", "Dana", "Luis", "Dana", "Luis"]
    assert again.told == again.stored
    assert again.answers == [(key, "Luis", PROSPECT) for key in ("need", "budget", "timeline")]
    assert again.talk.questions == 3


def test_names_that_are_in_the_store_need_no_file_to_stay(
    call: Call, bench_of: BenchOf, clock: Clock, path: Path
) -> None:
    call.writes(BEFORE.rstrip("\n"), BEFORE.replace("Speaker 1: I", "Dana: I") + "Luis: Yes\n")
    before = call.told
    assert [name for name, _ in before] == ["Dana", "Speaker 2", "Dana"]
    clock.pass_seconds(60)

    again = Call(bench_of(DANA), clock, path)
    again.live.follow(again.following)
    assert again.told == again.stored == before
    path.unlink()
    again.live.follow(again.following)
    assert again.told == before


def test_a_name_that_only_turns_up_leaves_the_label_its_side(call: Call) -> None:
    """Nothing says that Dana is Speaker 1: both are taken for the rep."""
    call.writes(BEFORE, BEFORE + "Dana: Well\n" + AFTER)
    call.falls_silent()

    assert call.told == call.stored == [
        ("Speaker 1", REP), ("Speaker 2", PROSPECT), ("Speaker 1", REP),
        ("Dana", REP), ("Luis", PROSPECT), ("Dana", REP),
    ]  # fmt: skip
    assert [key for key, _, _ in call.answers] == ["need", "budget"]


def test_a_label_that_goes_on_beside_the_rep_s_name_is_somebody_else(call: Call) -> None:
    call.writes("Speaker 1: need: the trucks are late\nDana: Well\n")
    call.writes("Speaker 1: need: the trucks are late\nDana: Well\nSpeaker 1: Yes\nDana: Ok\n")

    assert call.told == call.stored
    assert dict(call.told) == {"Speaker 1": PROSPECT, "Dana": REP}
    assert call.answers == [("need", "Speaker 1", PROSPECT)]


def test_a_label_that_becomes_two_names_keeps_its_side(call: Call) -> None:
    named = BEFORE.replace("Speaker 1: I see", "Dana: I see")
    call.writes(BEFORE.rstrip("\n"), named, named + "Speaker 1: Hm", named + "Kim: Hm\nDana: Ok\n")
    call.falls_silent()

    assert call.told == call.stored
    assert call.told[:3] == [("Speaker 1", REP), ("Speaker 2", PROSPECT), ("Dana", REP)]


def test_when_the_name_makes_somebody_the_rep_what_was_heard_of_him_goes(
    bench_of: BenchOf, clock: Clock, path: Path
) -> None:
    """Speaker 1 passes for the rep, until Speaker 2 turns out to be Max."""
    call = Call(bench_of(MAX), clock, path)
    text = "Speaker 1: need: the trucks are late\nSpeaker 2: budget: ours is small\n"
    call.writes(text + "Speaker 1: Ok\n")
    assert [key for key, _, _ in call.answers] == ["budget"]
    answer = call.bench.store.answers(call.id)[0]
    call.live.confirm(answer.id)

    text = text.replace("Speaker 1", "Luis").replace("Speaker 2", "Max")
    call.writes(text + "Luis: Ok\n")
    assert call.told == call.stored == [("Luis", PROSPECT), ("Max", REP)]
    assert call.answers == [("budget", "Max", REP), ("need", "Luis", PROSPECT)]


def test_the_rep_that_was_named_by_a_label_is_found_under_the_name(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    call = Call(bench, clock, path, rep="Speaker 2")
    names = {"Speaker 1": "Ana", "Speaker 2": "Ben"}
    text = "Speaker 1: need: trucks are late\nSpeaker 2: budget: ours is small\nSpeaker 1: Ok\n"
    call.writes(text)
    for label, name in names.items():
        text = text.replace(label, name)
    call.writes(text)
    assert call.told == call.stored == [("Ana", PROSPECT), ("Ben", REP)]
    assert call.answers == [("need", "Ana", PROSPECT)]


def test_what_a_person_said_goes_before(call: Call) -> None:
    call.writes(BEFORE)
    name_speaker(call.bench, call.id, "transcript", 0, "Kim", REP)

    call.writes(NAMED + AFTER)
    assert [name for name, _ in call.stored[:2]] == ["Kim", "Luis"]


def test_undoing_takes_back_no_name_that_the_transcript_told(call: Call) -> None:
    call.writes(BEFORE, NAMED + AFTER)
    assert undo_last(call.bench, call.id) is None

    (mark,) = name_speaker(call.bench, call.id, "transcript", 0, "Kim", REP)
    undo_mark(call.bench, mark)
    assert [name for name, _ in call.stored[:2]] == ["Dana", "Luis"]


def test_a_name_that_the_transcript_told_is_no_correction_of_it(call: Call) -> None:
    call.writes(BEFORE, NAMED + AFTER)
    name_speaker(call.bench, call.id, "transcript", 1, "Kim", PROSPECT)

    index = index_of(open_review(call.bench, call.id))
    assert {place: mark.text for place, mark in index.spoke.items()} == {"transcript:1": "Kim"}


def test_naming_the_rep_afterwards_keeps_the_names(call: Call) -> None:
    call.writes(BEFORE, NAMED + AFTER)
    call.falls_silent()

    people = {one.name: one.side for one in name_rep(call.bench, call.id, "Luis")}
    assert people == {"Dana": PROSPECT, "Luis": REP}
    assert [name for name, _ in call.stored[:2]] == ["Dana", "Luis"]


def test_names_that_came_while_consent_was_withdrawn_are_not_kept(call: Call) -> None:
    call.writes(BEFORE)
    before = call.stored
    note_consent(call.bench, call.id, Consent.WITHDRAWN)
    call.writes(NAMED + AFTER)
    assert call.stored == before
    assert call.following.view().state == "withdrawn"

    note_consent(call.bench, call.id, Consent.ASKED_AND_AGREED)
    call.writes(NAMED + AFTER + "Luis: Yes\n")
    assert [name for name, _ in call.stored[:2]] == ["Dana", "Luis"]


def test_names_that_cannot_be_stored_now_are_stored_later(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise StoreUnavailable("The store is locked.")

    call.writes(BEFORE)
    with monkeypatch.context() as patch:
        patch.setattr(type(call.bench.store), "add_turn_mark", away)
        with pytest.raises(StoreUnavailable):
            call.writes(NAMED + AFTER)
    call.live.follow(call.following)
    assert [name for name, _ in call.stored] == ["Dana", "Luis", "Dana", "Luis"]
    assert not call.following.more
