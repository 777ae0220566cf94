"""Names, times and interface words as tools really write them."""

import pytest

from assistant.domain.fields import Kind
from assistant.ingest.reading import read_bytes, read_text
from tests.ingest.reading_forms import read_said, said


def _vtt(*cues: tuple[str, str]) -> str:
    return "WEBVTT\n\n" + "\n\n".join(f"{times}\n{words}" for times, words in cues) + "\n"


T1, T2, T3 = (f"00:00:0{n}.000 --> 00:00:0{n}.900" for n in (1, 2, 3))


@pytest.mark.parametrize(
    "name", ["Reyes, Dana", "Acme: Dana Reyes", "Dana 🌻", "Dana | Acme", "Dana (she/her) 🐝, PhD"]
)
def test_names_with_commas_colons_and_emoji(name: str) -> None:
    expected = [(name, "Hi."), ("Luis", "Yes."), (name, "So?")]
    voices = [f"<v {who}>{words}</v>" for who, words in expected]
    assert read_said(_vtt(*zip((T1, T2, T3), voices, strict=True))) == expected
    labels = [
        (f'{T1}"', f'{n} "{who}" (7)\n{T1}\n{words}') for n, (who, words) in enumerate(expected)
    ]
    assert read_said("WEBVTT\n\n" + "\n\n".join(cue for _, cue in labels) + "\n") == expected
    zoom = "".join(f"[{who}] 10:03:1{n}\n{words}\n\n" for n, (who, words) in enumerate(expected))
    if "|" not in name:  # Zoom's saved captions need a name that looks like one
        assert read_said(zoom) == expected


Said = list[tuple[str | None, str]]

WITH_COLONS = [
    # one that comes again with both of its parts
    [("Acme: Dana Reyes", "Hi."), ("Luis", "Yes."), ("Acme: Dana Reyes", "So?")],
    # two people of one firm, one of them heard once
    [
        ("Acme: Dana Reyes", "Hi."),
        ("Acme: Ken Bo", "Hello: both of you."),
        ("Acme: Dana Reyes", "So: now?"),
    ],
    # more colons
    [("ACME: EU: dana", "Hi."), ("Luis", "Well: yes."), ("ACME: EU: dana", "So?")],
    # a colon in the words is none in the name
    [("Dana", "Note: it's new."), ("Luis", "Yes."), ("Dana", "Well then.")],
    [("Dana", "Luis: are you there?"), ("Luis", "Yes."), ("Dana", "Ken: and you?")],
    [("Dana", "Next steps: a trial."), ("Luis", "Yes."), ("Dana", "Next steps: a call.")],
    [("Dana", "it was 10:30: late."), ("Luis", "Yes."), ("Dana", "it was 10:30: late.")],
]


@pytest.mark.parametrize("expected", WITH_COLONS)
def test_where_a_name_with_colons_ends_is_told_by_the_other_cues(expected: Said) -> None:
    lines = [f"{name}: {words}" for name, words in expected]
    cues = list(zip((T1, T2, T3), lines, strict=True))
    assert read_said(_vtt(*cues)) == expected
    srt = "\n\n".join(
        f"{number}\n{times.replace('.', ',')}\n{line}"
        for number, (times, line) in enumerate(cues, start=1)
    )
    assert read_said(srt) == expected
    assert read_said("\n".join(lines)) == expected
    assert read_said("\n".join(f"[00:00:0{n}] {line}" for n, line in enumerate(lines))) == expected


def test_a_name_that_goes_on_only_sometimes_ends_at_its_first_colon() -> None:
    lines = ["Acme: Dana: hi.", "Luis: Yes.", "Acme: Dana: so?", "Acme: It's me."]
    assert read_said("\n".join(lines))[0] == ("Acme", "Dana: hi.")


def test_where_every_line_has_a_label_a_name_may_come_once_and_in_small_letters() -> None:
    expected: Said = [("Dana Reyes", "Hi."), ("felix", "Yes."), ("Dana Reyes", "So?")]
    lines = [f"{name}: {words}" for name, words in expected]
    assert read_said(_vtt(*zip((T1, T2, T3), lines, strict=True))) == expected
    assert read_said("\n".join(f"[00:00:0{n}] {line}" for n, line in enumerate(lines))) == expected


def test_a_speaker_without_a_name_is_kept() -> None:
    text = _vtt((T1, "<v>Hi.</v>"), (T2, "<v Luis>Yes.</v>"), (T3, "<v >So?"))
    assert read_said(text) == [(None, "Hi."), ("Luis", "Yes. So?")]


def test_speakers_who_rename_themselves_are_kept_as_they_are_called() -> None:
    text = "iPhone: Hi.\nLuis: Yes?\nDana Reyes: It's me.\nLuis: Ah.\nDana Reyes: So.\niPhone: x\n"
    read = read_text(text)
    assert [one.name for one in read.participants] == ["iPhone", "Luis", "Dana Reyes"]
    assert said(read)[2] == ("Dana Reyes", "It's me.")


def test_times_that_run_backwards_keep_the_order_of_the_file() -> None:
    read = read_text(_vtt((T3, "Dana: first"), (T1, "Luis: second"), (T2, "Dana: third")))
    assert [(turn.start, turn.text) for turn in read.turns] == [
        (3.0, "first"),
        (1.0, "second"),
        (2.0, "third"),
    ]


@pytest.mark.parametrize(
    ("stamps", "starts"),
    [
        (("07:00:00", "06:00:00", "06:30:00"), [3600.0, 0.0, 1800.0]),
        (("10:00:05", "10:00:02", "10:00:09"), [3.0, 0.0, 7.0]),
        (("23:59:50", "00:00:05", "23:59:55"), [0.0, 15.0, 5.0]),
        (("10:00:00", "00:00:07", "00:00:09"), [36_000.0, 7.0, 9.0]),
    ],
)
def test_times_that_run_backwards_after_a_late_first_one(
    stamps: tuple[str, ...], starts: list[float]
) -> None:
    said = [(f"{at}.000 --> {at}.900", f"Dana: {n}") for n, at in enumerate(stamps)]
    lines = "".join(f"[{at}] {who}: Hi.\n" for at, who in zip(stamps, "ABA", strict=True))
    headers = "".join(f"[{who}] {at}\nHi.\n\n" for at, who in zip(stamps, "ABA", strict=True))
    cues = _vtt(
        *((times, words.replace("Dana", "ABA"[n])) for n, (times, words) in enumerate(said))
    )
    for text in (lines, headers, cues):
        assert [turn.start for turn in read_text(text).turns] == starts


BACK = "line 2: the times run backwards here; the order of the file is kept"


@pytest.mark.parametrize(
    ("starts", "notes"),
    [
        ((0, 40, 80), ()),
        ((40, 15, 80), ()),  # they speak at once
        ((80, 0, 40), (BACK,)),
        ((80, 0, 40, 5, 1), (BACK.replace("here", "here and at 1 more place"),)),
    ],
)
def test_times_that_run_far_backwards_are_noted(
    starts: tuple[int, ...], notes: tuple[str, ...]
) -> None:
    lines = [
        f"[00:{at // 60:02}:{at % 60:02}] {'AB'[n % 2]}na: so {n}." for n, at in enumerate(starts)
    ]
    assert read_text("\n".join(lines) + "\n").warnings == notes


def test_hours_over_99() -> None:
    read = read_text(
        "[00:00:05] Dana: Hi.\n[99:59:59] Luis: Still here.\n[100:00:01] Dana: A long one.\n"
    )
    assert [turn.start for turn in read.turns] == [5.0, 359_999.0, 360_001.0]
    late = read_text(_vtt((T1, "Dana: Hi."), ("100:00:01.000 --> 100:00:02.000", "Luis: Yes.")))
    assert [(turn.start, turn.end) for turn in late.turns] == [(1.0, 1.9), (360_001.0, 360_002.0)]


def test_hard_spaces_part_a_name_from_its_time() -> None:
    text = "Dana Reyes\u00a0\u00a0\u00a00:03\nHi\u00a0there.\nLuis\u00a0\u00a0\u00a00:05\nYes.\n"
    assert read_said(text) == [("Dana Reyes", "Hi\u00a0there."), ("Luis", "Yes.")]


def test_what_could_not_be_heard_stays() -> None:
    text = "Dana: We have [inaudible 00:14] for it.\nLuis: [crosstalk]\nDana: [Musik]\n"
    assert [words for _, words in read_said(text)] == [
        "We have [inaudible 00:14] for it.",
        "[crosstalk]",
        "[Musik]",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Von Dana an Alle: (12:31)\n hallo\nVon Luis an Dana (Direktnachricht):  12:33\n ja\n",
        "De Dana à Tous: (12:31)\n hallo\nDe Luis à Dana (Message direct):  12:33\n ja\n",
        "De Dana a Todos: (12:31)\n hallo\nDe Luis a Dana (Mensaje directo):  12:33\n ja\n",
        "14:02:11 Von Dana an Alle : hallo\n14:03:00\t Von Luis an Alle:\n\tja\n",
        "14:02:11 De Dana \u00e0 Tout le monde : hallo\n14:03:00 De Luis \u00e0 Dana : ja\n",
        "14:02:11 De Dana para Todos : hallo\n14:03:00 De Luis a Todos : ja\n",
    ],
)
def test_chats_in_other_languages(text: str) -> None:
    read = read_text(text, kind=Kind.CHAT)
    assert said(read) == [("Dana", "hallo"), ("Luis", "ja")]


def test_reactions_in_a_chat_are_no_messages() -> None:
    text = (
        '00:01:00\tDana:\tgm\n00:01:10\tLuis:\tReacted to "gm" with 👍\n'
        '00:01:20\tMei:\tA réagi à "gm" avec 👍\n'
        f'00:01:21\tMei:\tReacted to "gm\n{"all " * 60}" with 👍\n'
    )
    assert said(read_text(text, kind=Kind.CHAT)) == [("Dana", "gm")]


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("hat die Transkription gestartet", "hat die Transkription beendet"),
        ("Transkription gestartet", "hat die Transkription gestoppt"),
        ("a démarré la transcription", "a arrêté la transcription"),
        ("a commencé la transcription", "a mis fin à la transcription"),
        ("inició la transcripción", "detuvo la transcripción"),
        ("started transcription", "stopped transcription"),
    ],
)
def test_what_teams_says_around_the_words_is_left_out(begins: str, ends: str) -> None:
    text = f"Dana {begins}\nDana   0:03\nHi.\nLuis   0:05\nYes.\nDana {ends}\n"
    for data in (text.encode("utf-8"), text.encode("utf-16"), text.encode("cp1252")):
        assert said(read_bytes(data, name="call")) == [("Dana", "Hi."), ("Luis", "Yes.")]


@pytest.mark.parametrize(
    ("title", "attendees", "end"),
    [
        ("Transkript", "Teilnehmer", "Transkription beendet nach 00:30:30"),
        ("Transcription", "Participants", "Réunion terminée après 00:30:30"),
        ("Transcripción", "Asistentes", "Reunión finalizada después de 00:30:30"),
    ],
)
def test_meet_in_other_languages(title: str, attendees: str, end: str) -> None:
    text = f"Kajaks - {title}\n{attendees}\nDana, Luis\n\nDana: Hi.\nLuis: Yes.\n\n{end} 👋\n"
    read = read_text(text)
    assert (read.format, read.title, said(read)) == (
        "google_meet",
        "Kajaks",
        [("Dana", "Hi."), ("Luis", "Yes.")],
    )
