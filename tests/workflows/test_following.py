"""Turns and answers of a growing transcript go into the call, once, whatever happens."""

import io
import time
from pathlib import Path
from uuid import UUID

import pytest

from assistant.domain.answers import Status
from assistant.domain.calls import Consent
from assistant.domain.errors import BadInput, StoreUnavailable
from assistant.domain.fields import Side
from assistant.domain.transcript import Transcript
from assistant.settings.loading import LoadedSettings
from assistant.workflows.feeds import FileFeed, StreamFeed
from assistant.workflows.following import QUIET, Following, follow_file
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import DANA, BenchOf, Clock
from tests.fakes.benches import MANAGER as MAX
from tests.fakes.reading import WordExtractor

OPENING = "Dana: ask: budget.amount\nLuis: budget: forty thousand\n"


class Call:
    """A call that follows a file."""

    def __init__(self, bench: Workbench, clock: Clock, path: Path) -> None:
        self.bench, self.clock, self.path = bench, clock, path
        self.id, self.resumed = follow_file(bench, path)
        self.live = LiveCall(bench, self.id)
        self.following = Following(bench, self.id, FileFeed(path))

    def writes(self, text: str) -> None:
        """The captioner's file is this now."""
        self.path.write_text(text, encoding="utf-8")
        self.look()

    def look(self) -> None:
        self.live.follow(self.following)

    def falls_silent(self, seconds: float = QUIET) -> None:
        self.clock.pass_seconds(seconds)
        self.look()

    @property
    def turns(self) -> list[tuple[str | None, str]]:
        sources = self.bench.store.sources(self.id)
        return [(turn.speaker, turn.text) for source in sources for turn in source.turns]

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Key and quote of the answers that are not stale."""
        found = self.bench.store.answers(self.id)
        return [(one.key, one.evidence.quote) for one in found if one.evidence and not one.stale]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "captions.txt"


@pytest.fixture
def call(bench: Workbench, clock: Clock, path: Path) -> Call:
    return Call(bench, clock, path)


def test_a_file_that_is_not_there_yet_is_waited_for(call: Call) -> None:
    call.look()
    assert call.following.view().state == "waiting"
    assert call.turns == []
    call.writes(OPENING + "Dana: Good\n")
    assert call.following.view().state == "following"
    assert call.answers == [("budget", "forty thousand")]


def test_the_last_line_is_heard_once_nobody_writes(call: Call) -> None:
    call.writes(OPENING)
    assert call.turns == [("Dana", "ask: budget.amount")]
    assert [turn.text for turn in call.following.view().open] == ["budget: forty thousand"]
    call.falls_silent()
    assert call.turns == [("Dana", "ask: budget.amount"), ("Luis", "budget: forty thousand")]
    assert call.following.view().open == ()
    marks = call.bench.store.question_marks(call.id)
    assert [(mark.question, mark.by) for mark in marks] == [("budget.amount", "heard")]


def test_half_a_line_waits_longer(call: Call) -> None:
    call.writes(OPENING + "Luis: need: scheduli")
    call.falls_silent()
    assert len(call.turns) == 2
    call.writes(OPENING + "Luis: need: scheduling\n")
    call.falls_silent()
    assert call.answers == [("budget", "forty thousand"), ("need", "scheduling")]


def test_after_a_kill_it_resumes_the_call_and_stores_nothing_twice(
    call: Call, bench_of: BenchOf, clock: Clock
) -> None:
    call.writes(OPENING + "Luis: need: scheduling\nDana: Good\n")
    before = (call.turns, call.answers)
    clock.pass_seconds(60)

    again = Call(bench_of(DANA), clock, call.path)
    assert (again.id, again.resumed) == (call.id, True)
    again.look()
    assert (again.turns, again.answers) == before
    again.writes(call.path.read_text(encoding="utf-8") + "Luis: timeline: May\n")
    again.falls_silent()
    assert again.turns == [*before[0], ("Dana", "Good"), ("Luis", "timeline: May")]
    assert again.answers == [*before[1], ("timeline", "May")]


def test_an_ended_call_is_not_resumed(call: Call, bench: Workbench, clock: Clock) -> None:
    call.writes(OPENING)
    call.live.end_following(call.following)
    call.live.end()
    assert call.turns == [("Dana", "ask: budget.amount"), ("Luis", "budget: forty thousand")]
    assert follow_file(bench, call.path) != (call.id, True)


def test_another_file_in_its_place_goes_on_in_the_same_source(call: Call) -> None:
    call.writes(OPENING + "Dana: Good\n")
    call.writes("Luis: need: scheduling\nDana: Right\n")
    call.falls_silent()
    assert [text for _, text in call.turns] == [
        "ask: budget.amount", "budget: forty thousand", "Good", "need: scheduling", "Right",
    ]  # fmt: skip
    assert len(call.bench.store.sources(call.id)) == 1
    assert call.answers == [("budget", "forty thousand"), ("need", "scheduling")]


def test_a_person_s_decision_stays(call: Call) -> None:
    call.writes(OPENING + "Dana: Good\n")
    (answer,) = call.bench.store.answers(call.id)
    call.live.confirm(answer.id)
    call.writes(OPENING + "Dana: Good\nLuis: budget: fifty thousand\n")
    call.falls_silent()
    stored = {one.id: one.status for one in call.bench.store.answers(call.id)}
    assert stored[answer.id] is Status.CONFIRMED
    assert len(stored) == 2


def test_i_am_the_rep_by_name_whoever_speaks_first(call: Call) -> None:
    call.writes("Luis: need: scheduling\nDana: budget: ours is cheap\nLuis: Ok\nDana: Bye\n")
    call.falls_silent()
    assert call.answers == [("need", "scheduling")]
    (source,) = call.bench.store.sources(call.id)
    assert {turn.speaker: turn.side for turn in source.turns} == {
        "Luis": Side.PROSPECT,
        "Dana": Side.REP,
    }
    people = {one.name: one.side for one in call.live.view().call.participants}
    assert people == {"Luis": Side.PROSPECT, "Dana": Side.REP}


def test_when_it_turns_out_who_is_the_rep_what_was_heard_is_heard_again(
    bench_of: BenchOf, clock: Clock, path: Path
) -> None:
    """The first speaker passes for the rep until the user's own name turns up."""
    call = Call(bench_of(MAX), clock, path)
    call.writes("Luis: need: scheduling\nAna: Hello\nLuis: Ok\n")
    assert call.answers == []
    call.writes("Luis: need: scheduling\nAna: Hello\nLuis: Ok\nMax: need: ours\nLuis: Yes\n")
    assert call.answers == [("need", "scheduling")]
    (source,) = LiveCall(call.bench, call.id).view().sources
    assert [turn.side for turn in source.turns[:2]] == [Side.PROSPECT, Side.PROSPECT]


def test_without_consent_nothing_is_read_where_the_team_wants_it(
    bench: Workbench, clock: Clock, path: Path
) -> None:
    strict = bench.settings.model_copy(update={"consent": "block"})
    loaded = LoadedSettings(settings=strict, origins={})
    call = Call(Workbench(loaded, clock=clock, extractor=WordExtractor()), clock, path)
    call.writes(OPENING + "Dana: Good\n")
    call.falls_silent(9)
    assert call.following.view().state == "consent"
    assert call.turns == []
    call.live.set_consent(Consent.ASKED_AND_AGREED)
    call.look()
    assert call.answers == [("budget", "forty thousand")]
    call.bench.close()


def test_what_cannot_be_stored_now_is_stored_later(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise StoreUnavailable("The store is locked.")

    with monkeypatch.context() as patch:
        patch.setattr(type(call.bench.store), "add_turns", away)
        with pytest.raises(StoreUnavailable):
            call.writes(OPENING + "Dana: Good\n")
    assert call.turns == []
    call.look()
    assert call.answers == [("budget", "forty thousand")]


def test_without_a_reader_turns_are_kept(call: Call) -> None:
    call.path.write_text(OPENING + "Dana: Good\n", encoding="utf-8")
    call.live.follow(call.following, read=False)
    assert len(call.turns) == 2
    assert call.answers == []


def test_a_long_file_is_taken_in_slice_by_slice(call: Call) -> None:
    call.writes("".join(f"Luis: need: thing {number}\n" for number in range(100)))
    assert 0 < len(call.turns) < 50
    while call.following.more:
        call.look()
    assert [text for _, text in call.turns] == [f"need: thing {one}" for one in range(99)]


def test_talk_is_added_up_by_side(call: Call) -> None:
    call.writes("Dana: How late? How often?\nLuis: " + "word " * 11 + "\nDana: Ok\n")
    call.falls_silent()
    talk = call.following.view().talk
    assert (talk.questions, talk.longest, talk.longest_side) == (2, 4.4, Side.PROSPECT)
    assert talk.rep_share == pytest.approx(5 / 16)


def test_the_rest_of_a_cue_takes_no_time_twice(
    bench: Workbench, clock: Clock, tmp_path: Path
) -> None:
    call = Call(bench, clock, tmp_path / "captions.vtt")
    cue = "\n00:00:0{}.000 --> 00:00:0{}.000\n<v {}>{}\n"
    head = "WEBVTT\n" + cue.format(1, 3, "Dana", "How late are they?")
    call.writes(head + cue.format(4, 6, "Luis", "Every single"))
    call.falls_silent()
    call.writes(head + cue.format(4, 7, "Luis", "Every single day of it"))
    call.falls_silent()
    (source,) = call.bench.store.sources(call.id)
    assert [(turn.text, turn.start, turn.end) for turn in source.turns] == [
        ("How late are they?", 1, 3),
        ("Every single", 4, 6),
        ("day of it", 6, 7),
    ]
    assert call.following.view().talk.rep_share == pytest.approx(2 / 5)


def test_a_stream_is_heard_to_its_end(bench: Workbench, clock: Clock) -> None:
    call_id: UUID = start_call(bench)
    feed = StreamFeed(io.BytesIO(OPENING.encode()))
    following, live = Following(bench, call_id, feed), LiveCall(bench, call_id)
    while not feed.ended:
        time.sleep(0.001)
    live.follow(following)
    live.follow(following)
    assert following.view().state == "ended"
    (source,) = bench.store.sources(call_id)
    assert [turn.text for turn in source.turns] == ["ask: budget.amount", "budget: forty thousand"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="folder"):
        FileFeed(tmp_path / "..").look()


def test_what_passes_for_another_language_is_heard_once_it_is_english(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def language(_: object, transcript: Transcript) -> str:
        return "nl" if len(transcript.turns) < 3 else "en"

    monkeypatch.setattr(WordExtractor, "language_of", language)
    call.writes(OPENING + "Dana: Good\n")
    assert call.following.view().language == "nl"
    assert (len(call.turns), call.answers) == (2, [])
    call.writes(OPENING + "Dana: Good\nLuis: Yes\n")
    assert call.answers == [("budget", "forty thousand")]
    assert call.live.view().call.language == "en"


def test_a_line_that_only_grows_stores_nothing(call: Call) -> None:
    call.writes("Date: 2026-03-10\nDana: Hel")
    call.writes("Date: 2026-03-10\nDana: Hello th")
    assert [turn.text for turn in call.following.view().open] == ["Hello th"]
    assert call.live.follow(call.following) is None
    assert call.bench.store.sources(call.id) == ()
