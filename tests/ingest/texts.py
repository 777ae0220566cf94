"""Strategies that build valid text exports for every reader of text, and damage them."""

import io
import zipfile
from collections.abc import Callable, Sequence
from html import escape

from hypothesis import strategies as st

Talk = list[tuple[str, str]]
"""Who says what; nobody twice in a row, each more than once."""

_NAMES = st.sampled_from(
    [
        ("Dana Reyes", "Luis Oke"),
        ("Graham, Ken (IT)", "Speaker 1"),
        ("王芳", "李雷"),
        ("O'Neil-Bø", "Ana 🌻"),
        ("AE", "Prospect (Priya - RevOps)"),
        ("Speaker 1", "Speaker 2"),
        ("SPEAKER_00", "Mrs van Wyk"),
    ]
)
_WORDS = st.sampled_from(
    ["yes", "so", "we", "really", "don't", "know", "budget", "40k", "café", "你好", "10%", "uh",
     "[inaudible]", "=1+1", "Q&A", "\u202eback", "[bold]", "\x1b[31m", "🧑\u200d🚀",
     "hard\u00a0space"]
)  # fmt: skip
_SAID = st.lists(_WORDS, min_size=1, max_size=6).map(lambda words: " ".join(["well", *words]))


@st.composite
def talks(draw: st.DrawFn) -> Talk:
    """Two people, in turn, four to ten times."""
    names = draw(_NAMES)
    said = draw(st.lists(_SAID, min_size=4, max_size=10))
    return [(names[at % 2], words) for at, words in enumerate(said)]


def _clock(at: int) -> str:
    return f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}"


def _timed(talk: Talk) -> list[tuple[int, str, str]]:
    return [(7 * at, name, said) for at, (name, said) in enumerate(talk)]


def _vtt(cue: Callable[[str, str], str], label: Callable[[int, str], str]) -> "Writer":
    def write(talk: Talk) -> str:
        cues = (
            f"{label(at, name)}{_clock(at)}.000 --> {_clock(at + 3)}.500\n{cue(name, said)}\n"
            for at, name, said in _timed(talk)
        )
        return "WEBVTT\n\n" + "\n".join(cues)

    return write


def _srt(talk: Talk) -> str:
    cues = (
        f"{at // 7 + 1}\n{_clock(at)},000 --> {_clock(at + 3)},500\n{name}: {said}\n"
        for at, name, said in _timed(talk)
    )
    return "\n".join(cues)


def _teams_word(talk: Talk) -> str:
    cues = (
        f"{at // 3600}:{at // 60 % 60}:{at % 60}.10 --> {_clock(at + 3)}.0\n{name}\n{said}\n"
        for at, name, said in _timed(talk)
    )
    return "\n".join(cues)


def _youtube_xml(talk: Talk) -> str:
    parts = (
        f'<text start="{at}" dur="3">{escape(escape(f">> {said}")).replace(chr(27), "")}</text>'
        for at, _, said in _timed(talk)
    )
    return (
        '<?xml version="1.0" encoding="utf-8" ?>\n<transcript>\n'
        + "\n".join(parts)
        + "</transcript>"
    )


def _granola(talk: Talk) -> str:
    parts = (
        f"### {('You', 'Guest')[place % 2]} (2026-03-12T{_clock(at)}.000Z)\n\n{said}\n"
        for place, (at, _, said) in enumerate(_timed(talk))
    )
    return "# Call\n\n" + "\n".join(parts)


def _google_meet(talk: Talk) -> str:
    names = dict.fromkeys(name for name, _ in talk)
    head = f"Boathouse - 2026/03/12 09:28 GMT - Transcript\nAttendees\n{'; '.join(names)}\n\n"
    return head + "".join(f"{name}: {said}\n" for name, said in talk)


def _headers(header: Callable[[int, str], str]) -> "Writer":
    def write(talk: Talk) -> str:
        return "\n".join(f"{header(at, name)}\n{said}\n" for at, name, said in _timed(talk))

    return write


def _teams_copied(talk: Talk) -> str:
    parts = []
    for at, name, said in _timed(talk):
        time = f"{at // 60} minute{'s' * (at // 60 != 1)} {at % 60} seconds"
        parts.append(f"\n{name}\n{time}{at // 60}:{at % 60:02}\n{name} {time}\n{said}\n")
    return "".join(parts)


def _name_lines(talk: Talk) -> str:
    return "".join(f"{name}\n{said}\n" for name, said in talk)


def _stamped(talk: Talk) -> str:
    return "".join(f"[{_clock(at)}] {name}: {said}\n" for at, name, said in _timed(talk))


def _name_text(talk: Talk) -> str:
    return "".join(f"{name}: {said}\n" for name, said in talk)


def _words_alone(talk: Talk) -> str:
    return "".join(f"{said}\n" for _, said in talk)


def _zoom_chat(talk: Talk) -> str:
    return "".join(f"{_clock(at)}\t{name}:\t{said}\n" for at, name, said in _timed(talk))


Writer = Callable[[Talk], str]

TEXTS: dict[str, Sequence[Writer]] = {
    "vtt": (
        _vtt(
            lambda name, said: f"<v {escape(name, quote=False)}>{escape(said)}</v>", lambda *_: ""
        ),
        _vtt(lambda name, said: f"{name}: {escape(said)}", lambda at, _: f"{at // 7 + 1}\n"),
        _vtt(lambda _, said: escape(said), lambda at, name: f'{at // 7 + 1} "{name}" (77)\n'),
    ),
    "srt": (_srt,),
    "teams_copied": (_teams_copied,),
    "teams_word": (_teams_word,),
    "youtube_xml": (_youtube_xml,),
    "granola": (_granola,),
    "google_meet": (_google_meet,),
    "stamped": (_stamped,),
    "header_lines": (
        _headers(lambda at, name: f"{name}  {_clock(at)}  "),
        _headers(lambda at, name: f"[{name}] {_clock(at)}"),
        _headers(lambda at, name: f"{name} ({_clock(at)}):"),
        _headers(lambda at, name: f"{_clock(at)} - {name}"),
    ),
    "name_lines": (_name_lines,),
    "name_text": (_name_text,),
    "notes": (_words_alone,),
    "paste": (_words_alone,),
    "zoom_chat": (_zoom_chat,),
}
NAMELESS = {"youtube_xml", "notes", "paste"}
"""Formats that name nobody."""

_ODD = st.sampled_from(
    ["\0", "\x1b[31m", "\u202e", "\ufeff", "<", "</v>", "<v ", "-->", "99:99:99", ": ", "\t", ">>",
     "100:00:00.000 --> 0:0:0.0", "&#x110000;", "&lt;", "]]>", "<!DOCTYPE a>", "=1+1", "[bold]",
     "WEBVTT", "NOTE", "{", '"', "**", "((", "\u2028", "\r", "\n\n", "9" * 40, "From A to B:", "| "]
)  # fmt: skip
_ENCODINGS = st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"])


@st.composite
def damaged(draw: st.DrawFn, text: str) -> bytes:
    """The text with some lines gone, doubled or moved, odd parts put in, ended too early."""
    lines = text.splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(lines) - 1)))
        line = lines[at] if lines else ""
        place = draw(st.integers(0, len(line)))
        change = draw(st.sampled_from(["gone", "twice", "moved", "odd", "cut"]))
        lines[at : at + 1] = {
            "gone": [],
            "twice": [line, line],
            "moved": [],
            "odd": [line[:place] + draw(_ODD) + line[place:]],
            "cut": [line[:place]],
        }[change]
        if change == "moved":
            lines.insert(draw(st.integers(0, len(lines))), line)
    data = "".join(lines).encode(draw(_ENCODINGS), errors="replace")
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


def as_word_file(text: str) -> bytes:
    """A Word file with a paragraph for each line."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    shown = "".join(sign for sign in text if sign in "\n\t" or sign >= " ")
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in shown.split("\n"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        document = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        file.writestr("word/document.xml", document)
    return packed.getvalue()
