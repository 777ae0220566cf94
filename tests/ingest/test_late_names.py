"""A name that comes late is that of the earlier turns too, where it is plain that it is."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.ingest.growing.late_names import stands_for_a_name
from assistant.ingest.growing.transcript import GrowingTranscript

Said = tuple[str | None, str]
BEFORE = (
    "Speaker 1: What is late?\n"
    "Speaker 2: The trucks are late\n"
    "Speaker 1: How often is that?\n"
)  # fmt: skip


class Growing:
    """A transcript, with its turns as they are known now."""

    def __init__(self, *versions: str, heard: Sequence[Said] = ()) -> None:
        self.growing = GrowingTranscript(heard)
        self.transcribed = list(heard)
        for text in versions:
            self.becomes(text)

    def becomes(self, text: str) -> None:
        self.transcribed += [(one.speaker, one.text) for one in self.growing.grow(text).finished]

    def settles(self) -> None:
        self.transcribed += [(one.speaker, one.text) for one in self.growing.settle().finished]

    @property
    def speakers(self) -> list[str | None]:
        names = self.growing.late_names
        return [names.get(at, label) for at, (label, _) in enumerate(self.transcribed)]


FORMS = {
    "lines": "{}: {}\n",
    "stamped": "[00:00:01] {}: {}\n",
    "voices": "\n00:00:01.000 --> 00:00:02.000\n<v {}>{}\n",
    "srt": "\n1\n00:00:01,000 --> 00:00:02,000\n{}: {}\n",
}


def written(form: str, turns: Sequence[Said]) -> str:
    head = "WEBVTT\n" if form == "voices" else ""
    return (head + "".join(FORMS[form].format(*one) for one in turns)).lstrip()


TURNS: list[Said] = [
    ("Speaker 1", "What is late?"),
    ("Speaker 2", "The trucks are late"),
    ("Speaker 1", "How often is that?"),
    ("Speaker 2", "Every single day"),
]


@pytest.mark.parametrize("form", FORMS)
def test_the_last_line_written_anew_with_a_name_names_the_turns_before(form: str) -> None:
    named = [*TURNS[:2], ("Dana", "How often is that?")]
    call = Growing(written(form, TURNS[:3]), written(form, named))
    assert call.speakers[:1] == ["Dana"]
    call.becomes(written(form, [*named, ("Luis", "Every")]))
    assert call.speakers[:2] == ["Dana", "Speaker 2"]
    call.settles()
    assert call.speakers == ["Dana", "Speaker 2", "Dana", "Luis"]


@pytest.mark.parametrize("form", FORMS)
def test_a_file_written_anew_with_names_names_its_turns(form: str) -> None:
    names = {"Speaker 1": "Dana", "Speaker 2": "Luis"}
    named = [(names[label or ""], text) for label, text in TURNS]
    call = Growing(written(form, TURNS), written(form, named))
    call.settles()
    assert call.speakers == ["Dana", "Luis", "Dana", "Luis"]
    assert [text for _, text in call.transcribed] == [text for _, text in TURNS]


@pytest.mark.parametrize("label", ["<v {}>", "{}: "])
def test_captions_without_names_get_those_that_come_late(label: str) -> None:
    plain = named = "WEBVTT\n"
    names = ["Dana", "Luis", "Dana"]
    for at, (name, (_, text)) in enumerate(zip(names, TURNS[:3], strict=True)):
        times = f"\n00:00:0{at}.000 --> 00:00:0{at}.900\n"
        plain += f"{times}{text}.\n"
        named += f"{times}{label.format(name)}{text}.\n"
    call = Growing(plain)
    call.settles()
    assert call.speakers == [None, None, None]
    call.becomes(named)
    assert call.speakers == names


def test_half_a_line_that_goes_on_under_a_name() -> None:
    call = Growing(BEFORE + "Speaker 2: Every si", BEFORE + "Luis: Every single day")
    assert call.speakers == ["Speaker 1", "Luis", "Speaker 1"]


def test_a_line_that_was_settled_and_then_named() -> None:
    call = Growing(BEFORE)
    call.settles()
    call.becomes(BEFORE.replace("Speaker 1: How", "Dana: How"))
    assert call.speakers == ["Dana", "Speaker 2", "Dana"]


def test_lines_of_a_label_that_follow_each_other_are_one_speaker_s() -> None:
    call = Growing(
        "S1: The trucks\nS1: are late\nS2: Oh\nS1: Daily",
        "S1: The trucks\nS1: are late\nS2: Oh\nLuis: Daily\n",
    )
    assert call.speakers == ["Luis", "Luis", "S2"]


@pytest.mark.parametrize(
    "after",
    [
        BEFORE.replace("Speaker 1: How", "Speaker 2: How"),  # put right, and no name
        BEFORE.replace("Speaker 1: How often is that?", "Luis: Every single day"),  # other words
        BEFORE + "Dana: Well\n",  # a line of its own
    ],
)
def test_what_tells_no_name_names_nobody(after: str) -> None:
    assert Growing(BEFORE, after).speakers[:2] == ["Speaker 1", "Speaker 2"]


def test_a_line_that_took_its_label_over_tells_nothing_of_it() -> None:
    head = "Speaker 1: What is late?\n"
    call = Growing(head + "the trucks are", head + "Luis: the trucks are late\n")
    assert call.speakers == ["Speaker 1"]
    call = Growing(head + "Luis: the trucks are", head + "the trucks are late\n")
    assert call.speakers == ["Speaker 1"]


def test_names_are_not_taken_for_each_other() -> None:
    head = "Luis: The trucks are late\nAna: Oh\n"
    call = Growing(head + "Luis: Every day", head + "Ana: Every day\n")
    assert call.speakers == ["Luis", "Ana"]


def test_a_label_that_becomes_two_names_stays() -> None:
    call = Growing(BEFORE, BEFORE.replace("Speaker 1: How", "Dana: How"))
    assert call.speakers == ["Dana", "Speaker 2"]
    head = BEFORE.replace("Speaker 1: How", "Dana: How")
    call.becomes(head + "Speaker 1: I see")
    call.becomes(head + "Kim: I see\n")
    assert call.speakers == ["Speaker 1", "Speaker 2", "Dana"]
    assert call.growing.unclear_labels == {"Speaker 1"}


def test_a_label_that_goes_on_beside_the_name_stays() -> None:
    head = BEFORE.replace("Speaker 1: How", "Dana: How")
    call = Growing(BEFORE, head)
    call.becomes(head + "Speaker 1: I see\nSpeaker 2: Yes\n")
    assert call.speakers == ["Speaker 1", "Speaker 2", "Dana", "Speaker 1"]
    assert call.growing.unclear_labels == {"Speaker 1"}


def test_somebody_who_was_named_before_is_not_taken_for_a_label() -> None:
    head = "Dana: What is late?\nSpeaker 1: The trucks are late\n"
    call = Growing(head + "Speaker 1: I ask", head + "Dana: I ask you\n")
    assert call.speakers == ["Dana", "Speaker 1"]


def test_two_speakers_in_a_nameless_turn_leave_it_nameless() -> None:
    cue = "\n00:00:0{0}.000 --> 00:00:0{0}.900\n{1}\n"
    plain = "WEBVTT\n" + cue.format(1, "so what do you") + cue.format(2, "we use paper.")
    named = "WEBVTT\n" + cue.format(1, "<v Dana>so what do you")
    named += cue.format(2, "<v Luis>we use paper.")
    call = Growing(plain)
    call.settles()
    call.becomes(named)
    assert (call.speakers, call.transcribed) == ([None], [(None, "so what do you we use paper.")])


def test_another_file_has_speakers_of_its_own() -> None:
    call = Growing(BEFORE + "Speaker 2: Every single day\n")
    other = "Speaker 1: Good afternoon\nSpeaker 2: We sell bread and cake\nSpeaker 1: Nice\n"
    call.becomes(other)
    call.becomes(other.replace("Speaker 1: Nice", "Ana: Nice") + "Speaker 2: Yes\n")
    assert call.speakers == [
        "Speaker 1", "Speaker 2", "Speaker 1", "Speaker 2", "Ana", "Speaker 2", "Ana",
    ]  # fmt: skip


def test_another_file_that_begins_alike_names_nobody() -> None:
    call = Growing("Speaker 1: Hi\nSpeaker 2: The trucks are late\nSpeaker 1: Oh no\n")
    call.becomes("Ana: Hi\nBen: We sell bread and cake\nAna: Nice\n")
    assert call.speakers[:2] == ["Speaker 1", "Speaker 2"]


def test_a_file_that_is_read_while_it_is_written_anew() -> None:
    call = Growing(BEFORE + "Speaker 2: Every single day\n")
    named = BEFORE.replace("Speaker 1", "Dana").replace("Speaker 2", "Luis")
    for end in range(0, len(named), 7):
        call.becomes(named[:end])
    call.becomes(named + "Luis: Every single day\nDana: Hm\n")
    assert call.speakers == ["Dana", "Luis", "Dana", "Luis"]
    assert call.growing.unclear_labels == frozenset()


def test_a_captioner_that_forgets_the_names_takes_none_away() -> None:
    named = BEFORE.replace("Speaker 1", "Dana").replace("Speaker 2", "Luis")
    call = Growing(BEFORE, named, BEFORE + "Speaker 2: Every day\n")
    assert call.speakers[:3] == ["Dana", "Luis", "Dana"]


def test_names_of_an_earlier_session_stay_and_go_on() -> None:
    heard: list[Said] = [("Speaker 1", "What is late?"), ("Speaker 2", "The trucks are late")]
    growing = GrowingTranscript(heard, {0: "Dana"})
    assert growing.late_names == {0: "Dana"}
    growing.grow(BEFORE + "Speaker 2: Every single day\n")
    assert growing.late_names == {0: "Dana", 2: "Dana"}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Speaker 1", True), ("SPEAKER_00", True), ("S2", True), ("speaker A", True),
        ("Guest-3", True), ("Sprecher 2", True), (None, False), ("", False), ("Dana", False),
        ("Dana Reyes", False), ("Room 4", False), ("Pat B", False), ("Unknown", False),
    ],
)  # fmt: skip
def test_labels_that_stand_for_a_name(label: str | None, expected: bool) -> None:
    assert stands_for_a_name(label) is expected


spoken = st.lists(
    st.tuples(
        st.sampled_from(["Speaker 1", "Speaker 2", "Dana", "Luis"]),
        st.sampled_from(["Yes", "The trucks are late", "How often is that?", "Every day"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(sorted(FORMS)), spoken, st.lists(st.integers(0, 600), max_size=8))
def test_a_text_that_only_grows_names_nobody(form: str, turns: list[Said], cuts: list[int]) -> None:
    text = written(form, turns)
    call = Growing(*(text[:cut] for cut in sorted(cuts)), text)
    assert call.growing.late_names == {}


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(["lines", "stamped"]), spoken)
def test_a_text_that_is_read_again_after_a_kill_names_nobody(form: str, turns: list[Said]) -> None:
    text = written(form, turns)
    first = Growing(text)
    first.settles()
    assert Growing(text, heard=first.transcribed).growing.late_names == {}
