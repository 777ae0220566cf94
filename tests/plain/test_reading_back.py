"""A transcript that is followed: what it brings is read back between two lines."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest

from assistant.domain.answers import Status
from assistant.domain.calls import Consent
from assistant.domain.errors import BadInput
from assistant.plain import captions
from assistant.plain.captions import Followed
from assistant.workflows.consent import note_consent
from assistant.workflows.feeds import FileFeed
from assistant.workflows.live_call import LiveCall
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MAX, BenchOf
from tests.plain.conftest import Line, Talk


class Written:
    """Captions that the test writes."""

    name = "captions"
    key = "follow:captions"
    gone = False

    def __init__(self) -> None:
        self.text = ""
        self.ended = False
        self.error: BadInput | None = None
        self._seen: str | None = None

    @property
    def there(self) -> bool:
        return bool(self.text)

    def begin(self) -> None:
        self._seen = None

    def look(self) -> str | None:
        if self.error is not None:
            raise self.error
        if self.text == self._seen or not self.text:
            return None
        self._seen = self.text
        return self.text


class Scene:
    """What is written and waited for while the rep types."""

    def __init__(self, feed: Written, said: StringIO) -> None:
        self.feed = feed
        self._said = said

    def until(self, words: str) -> None:
        """Wait until the words are said."""
        wait = Event()
        while words not in self._said.getvalue():
            wait.wait(0.005)

    def come(self, text: str, words: str) -> None:
        """Captions come, and the words are said."""
        self.feed.text += text
        self.until(words)

    def writes(self, text: str, words: str, line: str = "") -> Line:
        """Captions come; once the words are said, the line is typed."""

        def come() -> str:
            self.come(text, words)
            return line

        return come

    def ends(self, words: str, line: str = "") -> Line:
        """The captioner is gone; once the words are said, the line is typed."""

        def end() -> str:
            self.feed.ended = True
            self.until(words)
            return line

        return end

    def fails(self, error: BadInput, words: str) -> Line:
        """The captions cannot be read any more."""

        def fail() -> str:
            self.feed.error = error
            self.until(words)
            return ""

        return fail


@pytest.fixture
def feed() -> Written:
    return Written()


@pytest.fixture
def scene(feed: Written, said: StringIO, monkeypatch: pytest.MonkeyPatch) -> Scene:
    monkeypatch.setattr(captions, "LOOK_EVERY", 0.005)
    return Scene(feed, said)


@pytest.fixture
def listen(talk: Talk, feed: Written, scene: Scene) -> Callable[..., list[str]]:
    """``talk`` with the captions followed."""

    def listen(*lines: Line, **more: object) -> list[str]:
        return talk(*lines, followed=Followed(feed, "Dana"), **more)

    return listen


Listen = Callable[..., list[str]]
OPENING = "Dana: ask: budget.amount\nLuis: budget: forty thousand\nDana: right\n"


def test_an_answer_is_read_back_and_confirmed(
    listen: Listen, scene: Scene, bench: Workbench, call_id: UUID
) -> None:
    said = listen(scene.writes(OPENING, "Right?", "y"))

    at = said.index("I have a budget, from Luis: “forty thousand”. Right?")
    assert said[at - 1] == "Ask: “Who has to release it?”"
    assert "Confirmed: “forty thousand”." in said
    [answer] = bench.store.answers(call_id)
    assert answer.status is Status.CONFIRMED
    assert "> " not in "".join(said)


def test_a_yes_is_for_what_was_asked_though_more_is_heard_meanwhile(
    listen: Listen, scene: Scene, bench: Workbench, call_id: UUID
) -> None:
    def more() -> str:
        scene.come(OPENING, "Right?")
        scene.come("Luis: need: late trucks\nDana: ok\n", "2 to check")
        return "y"

    said = listen(more, "n")

    assert "I also heard a need, from Luis: “late trucks”." in said
    assert {one.key: one.status for one in bench.store.answers(call_id)} == {
        "budget": Status.CONFIRMED,
        "need": Status.REJECTED,
    }


def test_notes_are_taken_in_between_and_the_rest_waits(
    listen: Listen, scene: Scene, bench: Workbench, call_id: UUID
) -> None:
    said = listen(
        scene.writes(OPENING, "Right?", "goal: grow"), "y", "y", "answers",
    )  # fmt: skip

    assert [line.text for line in bench.store.note_lines(call_id)] == ["goal: grow"]
    reads = [line for line in said if line.endswith("Right?")]
    assert reads == [
        "I have a budget, from Luis: “forty thousand”. Right?",
        "I have a goal, from: “grow”. Right?",
        "I have a budget, from Luis: “forty thousand”. Right?",
    ]
    assert {one.status for one in bench.store.answers(call_id)} == {Status.CONFIRMED}


def test_a_question_that_was_asked_makes_room_for_the_next(listen: Listen, scene: Scene) -> None:
    said = listen(scene.writes("Dana: ask: need.pain\nLuis: hm\nDana: so\n", "put aside"))

    asks = [line for line in said if line.startswith("Ask: ")]
    assert asks == [
        "Ask: “What is going wrong today that made you take this call?”",
        "Ask: “How much have you put aside for fixing this?”",
    ]


def test_a_stream_that_ends_says_so_and_its_last_words_count(
    listen: Listen, scene: Scene, bench: Workbench, call_id: UUID
) -> None:
    said = listen(
        scene.writes(OPENING, "Right?", ""),
        scene.writes("Luis: need: late tru", "Right?", "again"),
        scene.ends("has ended", "answers"),
    )

    assert "The transcript has ended: nothing more comes from captions." in said
    assert {one.key for one in bench.store.answers(call_id)} == {"budget", "need"}


def test_the_end_of_the_call_takes_in_every_word(
    listen: Listen, scene: Scene, bench: Workbench, call_id: UUID
) -> None:
    scene.feed.text = OPENING + "Luis: need: late tru"

    said = listen("end", "", "quit")

    assert "The call has ended." in said
    assert {one.key for one in bench.store.answers(call_id)} == {"budget", "need"}


def test_captions_that_cannot_be_read_are_told_and_the_call_goes_on(
    listen: Listen, scene: Scene, bench: Workbench, call_id: UUID
) -> None:
    said = listen(scene.fails(BadInput("it is too large"), "too large"), "a note")

    assert sum("too large" in line for line in said) == 1
    assert [line.text for line in bench.store.note_lines(call_id)] == ["a note"]


def test_nothing_is_read_until_consent_is_noted_where_that_is_the_rule(
    listen: Listen, scene: Scene, bench: Workbench, bench_of: BenchOf, call_id: UUID
) -> None:
    note_consent(bench, call_id, Consent.UNKNOWN)

    said = listen(
        scene.writes(OPENING, "once consent is noted", "consent agreed"),
        scene.writes("", "Right?"),
        given_bench=bench_of(consent="block"),
    )

    assert said.count(
        "The transcript is read once consent is noted; “consent agreed” notes it."
    ) == 1  # fmt: skip


def test_consent_that_is_withdrawn_is_no_consent_that_is_not_noted_yet(
    listen: Listen, scene: Scene, bench: Workbench, call_id: UUID
) -> None:
    said = listen(
        scene.writes(OPENING, "Right?", "consent withdrawn"),
        scene.writes("Luis: need: late trucks\nDana: Ok\n", "Consent was withdrawn", "a note"),
    )

    told = [line for line in said if line.startswith("Consent was withdrawn")]
    assert told == [
        "Consent was withdrawn: I read no more of captions, and drop what was not stored yet."
    ]
    assert not any("once consent is noted" in line for line in said)
    assert "late trucks" not in " ".join(said)

    said = listen("quit")
    assert not any("I follow captions" in line for line in said)
    assert any(line.startswith("Consent was withdrawn") for line in said)


def test_once_they_agree_again_it_goes_on(
    listen: Listen, scene: Scene, bench: Workbench, call_id: UUID
) -> None:
    note_consent(bench, call_id, Consent.WITHDRAWN)

    said = listen(
        scene.writes(OPENING, "Consent was withdrawn", "consent agreed"),
        scene.writes("", "Right?"),
    )

    assert any("“forty thousand”" in line and line.endswith("Right?") for line in said)


def test_the_words_of_a_call_that_another_window_has_are_its_own(
    listen: Listen, scene: Scene, bench: Workbench, bench_of: BenchOf, call_id: UUID
) -> None:
    LiveCall(bench_of(MAX), call_id)
    scene.feed.text = OPENING

    said = listen("quit")

    assert said[0].startswith("Max Boss has this call open")
    assert bench.store.sources(call_id) == ()


def test_without_keys_it_reads_until_the_captions_end(
    talk: Talk, scene: Scene, feed: Written, bench: Workbench, call_id: UUID
) -> None:
    feed.text, feed.ended = OPENING, True

    said = talk("never typed", followed=Followed(feed, "Dana", keys=False))

    assert "I have a budget, from Luis: “forty thousand”. Right?" in said
    assert said[-1].startswith("Saved.")
    assert bench.store.note_lines(call_id) == ()


def test_what_was_said_last_and_how_it_is_talked(listen: Listen, scene: Scene) -> None:
    said = listen("turns", "talk", scene.writes(OPENING, "Right?", "turns"), "talk")

    assert said.count("There is no transcript yet.") == 2
    at = said.index("Dana: ask: budget.amount")
    assert said[at + 1] == "Luis: budget: forty thousand"
    assert any(line.startswith("You talk ") for line in said)


def test_a_file_that_is_not_there_yet_is_waited_for(
    talk: Talk, scene: Scene, said: StringIO, tmp_path: Path
) -> None:
    file = tmp_path / "today.txt"

    def comes() -> str:
        scene.until("Nothing has come from today.txt yet; I wait for it.")
        file.write_text(OPENING, encoding="utf-8")
        scene.until("Right?")
        return "y"

    assert "Confirmed: “forty thousand”." in talk(comes, followed=Followed(FileFeed(file), "Dana"))
