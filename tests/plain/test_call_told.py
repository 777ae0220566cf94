"""Whole calls, line by line, as a rep types them."""

from pathlib import Path
from uuid import UUID

import pytest

from assistant.domain.answers import Status
from assistant.domain.calls import Consent
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.values import Label
from assistant.domain.verdict import Outcome
from assistant.domain.wording import value_text
from assistant.workflows.consent import note_consent
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MAX, BenchOf, Clock
from tests.plain.conftest import Talk

ASK_FIRST = "Ask: “What is going wrong today that made you take this call?”"


def test_it_opens_with_who_and_the_first_question(talk: Talk) -> None:
    said = talk()

    assert said[:2] == ["Ines Ortega, Northgate Logistics.", "Questions of BANT."]
    assert said[3] == ASK_FIRST
    assert said[-1].startswith("Saved. To go on: assistant call --plain ")


def test_what_is_heard_is_read_back_and_confirmed(
    talk: Talk, bench: Workbench, call_id: UUID
) -> None:
    said = talk("budget?: about forty grand", "y")

    assert "I have a budget, hedged, from: “about forty grand”. Right?" in said
    at = said.index("Confirmed.")
    assert said[at + 1 : at + 3] == ["Budget passes.", "Ask: “Who has to release it?”"]
    [answer] = bench.store.answers(call_id)
    assert answer.status is Status.CONFIRMED


@pytest.mark.parametrize("no", ["n", "No.", "wrong"])
def test_what_was_heard_wrong_is_left_out(
    talk: Talk, bench: Workbench, call_id: UUID, no: str
) -> None:
    talk("budget: forty grand", no)

    assert [one.status for one in bench.store.answers(call_id)] == [Status.REJECTED]


@pytest.mark.parametrize("line", ["n, 60k", "no: 60k", "n 60k", "= 60k", "edit 60k", "edit 1 60k"])
def test_a_correction_is_taken(talk: Talk, bench: Workbench, call_id: UUID, line: str) -> None:
    said = talk("budget: forty grand", line)

    assert "Now I have 60k." in said
    [answer] = bench.store.answers(call_id)
    assert answer.status is Status.EDITED
    assert answer.evidence is not None
    assert answer.evidence.quote == "forty grand"


def test_a_correction_can_change_how_sure_it_is_and_what_it_is(
    talk: Talk, bench: Workbench, call_id: UUID
) -> None:
    talk("need: less waiting", "n, goal", "edit 1 hedged", "edit 1 no")

    [answer] = bench.store.answers(call_id)
    found = (answer.field, answer.certainty, answer.polarity)
    assert found == (Field.GOAL, Certainty.HEDGED, Polarity.NO)


def test_a_line_that_is_no_reply_is_the_next_note(
    talk: Talk, bench: Workbench, call_id: UUID
) -> None:
    said = talk("budget: forty", "no budget before January", "need: trucks leave late", "y")

    assert [line.text for line in bench.store.note_lines(call_id)] == [
        "budget: forty",
        "no budget before January",
        "need: trucks leave late",
    ]
    assert "Kept." in said
    states = {one.key: one.status for one in bench.store.answers(call_id)}
    assert states == {"budget": Status.SUGGESTED, "need": Status.CONFIRMED}


def test_several_answers_are_read_back_one_by_one(talk: Talk) -> None:
    said = talk("budget: forty; need: late trucks", "y", "", "answers")

    assert "I have a budget, from: “forty”. Right?" in said
    assert "1 more after this." in said
    assert "I have a need, from: “late trucks”. Right?" in said
    assert "Left open." in said
    assert "1. Budget, confirmed: “forty”" in said
    assert "2. Need, not confirmed: “late trucks”" in said


def test_a_later_answer_says_what_it_replaces(talk: Talk) -> None:
    said = talk("budget: forty", "y", "budget!: none at all")

    at = said.index("I have no budget, from: “none at all”. Right?")
    assert said[at - 1] in {
        "Until now I had a budget.",
        "That goes against what I had: a budget.",
    }


def test_asked_skipped_and_not_applicable_questions_are_passed(talk: Talk) -> None:
    said = talk("asked", "skip", "n/a", "undo", "undo", "undo")

    asks = [line for line in said if line.startswith("Ask: ")]
    assert len(set(asks)) == 4
    assert asks == [*asks[:4], *reversed(asks[:3])]


def test_a_follow_up_that_was_asked_is_not_asked_again(talk: Talk) -> None:
    said = talk("budget: forty", "y", "asked", "undo")

    asks = [line for line in said if line.startswith("Ask: ")]
    assert asks[1] == "Ask: “Who has to release it?”"
    assert asks[2] != asks[1]
    assert asks[3] == asks[1]


def test_a_note_is_taken_away_again(talk: Talk, bench: Workbench, call_id: UUID) -> None:
    said = talk("first", "need: late trucks", "undo", "notes")

    assert "Taken away: “need: late trucks”." in said
    assert "00:00 first" in said
    assert [one.text for one in LiveCall(bench, call_id).view().lines] == ["first"]


def test_a_decision_is_taken_back(talk: Talk, bench: Workbench, call_id: UUID) -> None:
    said = talk("need: late trucks", "n", "undo", "undo", "undo")

    [answer] = bench.store.answers(call_id)
    assert answer.stale
    assert "There is nothing to take back." in said


def test_gates_are_listed_and_can_be_visited(talk: Talk) -> None:
    said = talk("gates", "gate authority", "ask 2", "gate 1", "gate seven")

    assert "1. Budget: open, 0 of 2 answered." in said
    at = said.index("Authority: open, 0 of 2 answered.")
    assert said[at + 1] == "- Missing: Authority is unknown."
    assert said[at + 2].startswith("1. open: “If you like what you see")
    assert said[at + 4] == "Ask: “If you like what you see, who signs for it on your side?”"
    assert "Ask: “What has to happen between today and a signature?”" in said
    assert "Kept." in said


def test_a_question_with_choices_is_answered_by_hand(
    talk: Talk, bench: Workbench, call_id: UUID
) -> None:
    said = talk("gate budget", "ask 2", "y")

    assert "Type y or n for the answer." in said
    [answer] = bench.store.answers(call_id)
    assert (answer.key, answer.polarity) == ("budget.resources", Polarity.YES)
    assert bench.store.note_lines(call_id) == ()


def test_a_question_is_answered_in_the_reps_own_words(
    talk: Talk, bench: Workbench, call_id: UUID
) -> None:
    talk("gate budget", "=", "= 40k a year", "y")

    [answer] = bench.store.answers(call_id)
    assert (answer.field, answer.status) == (Field.BUDGET, Status.CONFIRMED)
    assert bench.store.note_lines(call_id) == ()


def test_why_and_what_else(talk: Talk) -> None:
    said = talk("why", "others", "ask 1", "again")

    assert "Because Need is unknown and required." in said
    assert any(line.startswith("Or say: “") for line in said)
    other = next(line for line in said if line.startswith("1. “"))
    asked = [line for line in said if line.startswith("Ask: ")]
    assert asked[1].removeprefix("Ask: ") in other
    assert asked[2] == asked[1]


def test_questions_to_the_assistant_are_answered_and_never_kept(
    talk: Talk, bench: Workbench, call_id: UUID
) -> None:
    said = talk("need: late trucks", "?need", "?")

    assert any("late trucks" in line for line in said[-60:])
    assert [line.text for line in bench.store.note_lines(call_id)] == ["need: late trucks"]


def test_a_call_ends_with_its_verdict_a_step_and_an_override(
    talk: Talk, bench: Workbench, call_id: UUID
) -> None:
    said = talk(
        "need: late trucks", "y", "budget: 40k", "y", "authority: Dana signs", "y",
        "end", "demo on Tuesday", "override", "nurture", "no date", "summary",
    )  # fmt: skip

    assert "The verdict: qualified, 75 of 100." in said
    assert "Missing: Timeline." in said
    assert "Next step: demo on Tuesday." in said
    assert "Your verdict is nurture; mine is kept beside it." in said
    assert any("put another verdict over this one: nurture (no date)" in line for line in said)
    steps = [one for one in bench.store.answers(call_id) if one.field is Field.NEXT_STEP]
    assert [one.status for one in steps] == [Status.CONFIRMED]
    latest = bench.store.verdicts(call_id)[-1]
    assert (latest.verdict.outcome, latest.reason) == (Outcome.NURTURE, "no date")


def test_an_override_without_a_reason_is_none(talk: Talk, bench: Workbench, call_id: UUID) -> None:
    said = talk("end", "", "override qualified", "", "override", "perhaps")

    assert said.count("The verdict stays as it is.") == 2
    assert {one.kind for one in bench.store.verdicts(call_id)} == {"system"}


def test_a_blocked_move_asks_for_a_reason_and_keeps_it(
    talk: Talk, bench: Workbench, call_id: UUID
) -> None:
    said = talk(
        "end", "", "move", "", "move", "they signed already", "move Sales-qualified", "quit"
    )

    assert "The lead stays where it is." in said
    assert "Ines Ortega is Marketing-qualified." in " ".join(said)
    lead = bench.store.leads()[0]
    assert [one.override_reason for one in bench.store.moves(lead.id)] == ["they signed already"]


def test_after_the_end_the_call_can_go_on(talk: Talk, bench: Workbench, call_id: UUID) -> None:
    said = talk("end", "", "one more thing", "undo", "one more thing", "end", "")

    assert any(line.startswith("The call has ended, so I did not keep that.") for line in said)
    assert "The call goes on." in said
    assert [line.text for line in bench.store.note_lines(call_id)] == ["one more thing"]


def test_consent_is_noted(talk: Talk, bench: Workbench, call_id: UUID) -> None:
    talk("consent", "consent notice", "consent form is with legal")

    call = bench.store.call(call_id)
    assert call is not None
    assert call.consent == "notice_given"
    assert [line.text for line in bench.store.note_lines(call_id)] == ["consent form is with legal"]


def test_a_call_is_resumed(talk: Talk) -> None:
    talk("need: late trucks", "y", "second")

    said = talk("notes", "answers")

    assert said[2:4] == ["Resumed with 2 notes.", "The verdict so far: incomplete."]
    assert "00:00 second" in said
    assert "1. Need, confirmed: “late trucks”" in said


@pytest.mark.parametrize(
    ("reply", "lines"), [("y", ["done", "half a li"]), ("n", ["done"]), ("", ["done"]),
                         ("and more", ["done", "half a li", "and more"])],
)  # fmt: skip
def test_a_line_that_was_not_finished_is_offered(
    talk: Talk, bench: Workbench, call_id: UUID, reply: str, lines: list[str]
) -> None:
    talk("done")
    live = LiveCall(bench, call_id)
    live.save_draft("done\nhalf a li")
    live.close()

    said = talk(reply)

    assert "You had begun to write: “half a li”. Keep it as a note? y or n." in said
    assert [line.text for line in bench.store.note_lines(call_id)] == lines
    if not reply:
        assert bench.store.draft(call_id).endswith("half a li")


def test_a_call_that_another_window_has_is_taken_over(
    talk: Talk, bench: Workbench, bench_of: BenchOf, call_id: UUID
) -> None:
    other = LiveCall(bench_of(MAX), call_id)
    other.keep_notes("from the other window")

    said = talk("not yet", "y", "mine", "quit")

    assert said[0] == "Max Boss has this call open in another window. Take it over? y or n."
    assert "Nothing can be kept until then. Take it over? y or n." in said
    assert "The call is yours." in said
    kept = [line.text for line in bench.store.note_lines(call_id)]
    assert kept == ["from the other window", "mine"]


def test_two_banks_ask_what_they_share_once(bench: Workbench, talk: Talk, call_id: UUID) -> None:
    call = bench.store.call(call_id)
    assert call is not None
    bench.store.save_call(call.model_copy(update={"banks": ("bant", "champ")}))

    said = talk("budget: 40k", "y", "gates", "verdict")

    assert said[1] == "Questions of BANT and CHAMP."
    assert any("of CHAMP" in line for line in said)
    assert sum(line.startswith("The verdict by ") for line in said) == 2


def test_a_transcript_is_read_into_the_call(
    talk: Talk, bench: Workbench, call_id: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "acme call.txt"
    file.write_text("Dana: hello\nLuis: budget: forty thousand\n", encoding="utf-8")

    said = talk(f"transcript '{file}'", "transcript", "transcript nowhere.vtt", "confirm 1",
                "transcript of the last call is with legal")  # fmt: skip

    assert "The transcript is read: 2 turns, 1 answers to check." in said
    assert any("nowhere.vtt" in line for line in said)
    assert [one.status for one in bench.store.answers(call_id)] == [Status.CONFIRMED]
    assert [line.text for line in bench.store.note_lines(call_id)] == [
        "transcript of the last call is with legal"
    ]


def test_what_the_reader_of_a_file_noted_is_said(talk: Talk, tmp_path: Path) -> None:
    broken = "0:0x.0 --> 00:03.000\nLuis: need: late\x1b trucks\n\n"
    file = tmp_path / "call.vtt"
    file.write_text(f"WEBVTT\n\n{broken * 5}00:04.000 --> 00:0", encoding="utf-8")

    said = talk(f"transcript {file}")

    at = next(n for n, line in enumerate(said) if line.startswith("The transcript is read"))
    assert said[at - 4 : at] == [
        "Note on the file: line 3: the times of a cue cannot be read; its words are kept.",
        "Note on the file: line 6: the times of a cue cannot be read; its words are kept.",
        "Note on the file: line 9: the times of a cue cannot be read; its words are kept.",
        "And 3 more notes on the file.",
    ]


def test_a_transcript_waits_for_consent_where_that_is_the_rule(
    talk: Talk, bench: Workbench, bench_of: BenchOf, call_id: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "acme.txt"
    file.write_text("Dana: hello\nLuis: budget: forty\n", encoding="utf-8")
    note_consent(bench, call_id, Consent.UNKNOWN)
    strict = bench_of(consent="block")

    said = talk(f"transcript {file}", "consent agreed", f"transcript {file}", given_bench=strict)

    assert "A transcript is only read once consent is noted: “consent WORDS”." in said
    assert any(line.startswith("The transcript is read") for line in said)


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("next week they call back", ["next week they call back"]),
        ("move the demo to Friday", ["move the demo to Friday"]),
        ("step demo", ["step demo"]),
        ("override nurture no date", []),
        ("verdict", []),
        ("none", []),
    ],
)
def test_the_next_step_is_whatever_is_said_unless_it_is_a_command(
    talk: Talk, bench: Workbench, call_id: UUID, line: str, steps: list[str]
) -> None:
    talk("end", line)

    kept = [one.value for one in bench.store.answers(call_id) if one.field is Field.NEXT_STEP]
    assert [one.text for one in kept if isinstance(one, Label)] == steps


def test_a_step_can_be_said_later(talk: Talk) -> None:
    assert "Next step: demo on Tuesday." in talk("end", "", "next step demo on Tuesday")


@pytest.mark.parametrize(
    ("lines", "kept", "asks"),
    [
        (["demo on 2026-03-17"], "demo on 2026-03-17 (17 March 2026)", 0),
        (["demo", "2026-03-17"], "demo, 2026-03-17 (17 March 2026)", 1),
        (["demo", ""], "demo", 1),
        (["demo", "none"], "demo", 1),
        (["demo", "summary"], "demo", 1),
    ],
)
def test_a_step_without_a_day_is_asked_for_one(
    talk: Talk, bench: Workbench, call_id: UUID, lines: list[str], kept: str, asks: int
) -> None:
    said = talk("end", *lines)

    assert said.count("On which day? Press Enter where none is set.") == asks
    steps = [one.value for one in bench.store.answers(call_id) if one.field is Field.NEXT_STEP]
    assert [one.text for one in steps if isinstance(one, Label)] == [kept]


def test_a_mail_is_said_and_written(
    talk: Talk, bench: Workbench, call_id: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "mail.txt"

    said = talk("need: late trucks", "y", "mail", f"mail '{file}'", "mail the brochure to them")

    at = said.index("Hello Ines,")
    assert "- What is to get better: late trucks" in said[at:]
    assert "- What is to get better: late trucks" in file.read_text(encoding="utf-8").splitlines()
    assert [line.text for line in bench.store.note_lines(call_id)] == [
        "need: late trucks",
        "mail the brochure to them",
    ]


def test_earlier_calls_are_said_with_their_dates_and_what_goes_against_them(
    talk: Talk, bench: Workbench, call_id: UUID, clock: Clock
) -> None:
    talk("budget: forty; need: late trucks", "y")
    clock.pass_seconds(24 * 3600)
    call = bench.store.call(call_id)
    assert call is not None
    following = start_call(bench, lead_id=call.lead_id)

    said = talk("budget!: none", "y", "need: drivers wait", "y", "earlier", call=following)

    told = [
        "Earlier calls with this lead said (“holds N” where one still holds, “aside N” where not):",
        "1. Budget, on 10 March 2026: “forty”.",
        "2. Need, on 10 March 2026, not confirmed: “late trucks”.",
    ]
    at = said.index(told[0])
    assert said[at : at + 3] == told
    at = said.index("Earlier calls with this lead said:")
    assert said[at + 1 : at + 3] == [f"{line} This call has its own answer." for line in told[1:]]
    at = said.index("I have no budget, from: “none”. Right?")
    assert said[at - 1] == "On 10 March 2026 I had a budget."
    assert said[said.index("I have a need, from: “drivers wait”. Right?") - 1].startswith("Ask: ")


@pytest.fixture
def following(talk: Talk, bench: Workbench, call_id: UUID, clock: Clock) -> UUID:
    """A second call with the lead; the first one said something on budget and need."""
    talk("budget: forty; need: late trucks", "y")
    clock.pass_seconds(24 * 3600)
    call = bench.store.call(call_id)
    assert call is not None
    return start_call(bench, lead_id=call.lead_id)


def kept(bench: Workbench, call_id: UUID) -> list[tuple[str, Status, str]]:
    return [(one.key, one.status, value_text(one.value)) for one in bench.store.answers(call_id)
            if one.evidence is None and one.decided]  # fmt: skip


def test_what_an_earlier_call_said_still_holds_or_is_put_right_or_set_aside(
    talk: Talk, bench: Workbench, following: UUID
) -> None:
    said = talk("holds 1", "still holds 2 drivers wait", "earlier", "holds 1", call=following)

    assert "I keep forty." in said
    assert "I keep a need: drivers wait." in said
    assert "1. Budget, on 10 March 2026: “forty”. This call has its own answer." in said
    assert "This call has said something on that: Budget." in said
    assert kept(bench, following) == [
        ("budget", Status.CONFIRMED, "forty"),
        ("need", Status.EDITED, "drivers wait"),
    ]


def test_what_was_set_aside_or_held_is_offered_again_after_undo(
    talk: Talk, bench: Workbench, following: UUID
) -> None:
    said = talk("aside 1", "earlier", "undo", "earlier", "holds 2 hedged", "undo", "earlier",
                "holds 9", "set aside", "holds up the line", call=following)  # fmt: skip

    assert "Set aside: Budget." in said
    assert "1. Budget, on 10 March 2026: “forty”. You set it aside." in said
    listed = [line for line in said if line.startswith(("1. Budget", "2. Need"))]
    assert listed[-4:] == listed[:2] * 2
    assert said.count("Say which one by its number; “earlier” lists them.") == 2
    assert kept(bench, following) == [
        ("budget", Status.REJECTED, "forty"),
        ("need", Status.REJECTED, "late trucks"),
    ]
    assert [line.text for line in bench.store.note_lines(following)] == ["holds up the line"]


def test_words_that_could_not_be_kept_before_the_call_was_taken_over_are_kept_after(
    talk: Talk, bench: Workbench, bench_of: BenchOf, call_id: UUID
) -> None:
    other = bench_of(MAX)

    def lose_it() -> str:
        LiveCall(other, call_id, take_over=True).keep_notes("mine\ntheirs")
        return "in between"

    said = talk("mine", lose_it, "y", "quit")

    assert "Max Boss has this call open. Take it over to write." in said
    assert "The call is yours." in said
    kept = LiveCall(bench, call_id).view().lines
    assert [line.text for line in kept] == ["mine", "theirs", "in between"]


def test_words_that_are_not_kept_are_said_in_the_end(
    talk: Talk, bench_of: BenchOf, call_id: UUID
) -> None:
    other = bench_of(MAX)

    def lose_it() -> str:
        LiveCall(other, call_id, take_over=True)
        return "in between"

    said = talk(lose_it, "n", code=4)

    assert said[-2:] == ["These notes are not stored:", "in between"]


def test_what_should_not_happen_stops_no_call(
    talk: Talk, bench: Workbench, call_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr(LiveCall, "mark", fail)

    said = talk("skip", "a note")

    assert any("RuntimeError" in line for line in said)
    assert not any("secret words" in line for line in said)
    assert [line.text for line in bench.store.note_lines(call_id)] == ["a note"]


def test_a_command_in_the_wrong_place_is_no_note(
    talk: Talk, bench: Workbench, call_id: UUID
) -> None:
    said = talk("override", "move", "n, firm", "y", "end", "", "skip")

    assert said.count("That comes after “end”.") == 2
    assert said.count("Nothing is waiting for a yes or a no.") == 2
    assert "That is for during the call; “undo” goes on with it." in said
    assert bench.store.note_lines(call_id) == ()
