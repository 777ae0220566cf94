"""A transcript that is out to do harm: what commands say, write and export of it is inert."""

import csv
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from assistant.domain.inert import make_inert
from tests.cli.conftest import Run
from tests.cli.running import run_program
from tests.reports.reading_html import Page
from tests.reports.test_page_in_browser import CHROMIUM, opened

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\uff1d1+1",
    "\x1b[2J\x1b]52;c;YQ==\x07 cleared",
    "\x9b31m red",
    "[bold red]markup[/] [link=http://evil.example]y[/link]",
    "<script>document.title='owned'</script><img src=x onerror=alert(1)>",
    "</style></title></script><b onclick=alert(1)>b</b>",
    "](javascript:alert(1)) **b** `c` | d <http://evil.example> ![x](http://evil.example)",
    "{{ 7*7 }} {% raw %} %s {0} ${x}",
    "zero\0 and \ud800 half",
    "\u202etxt.exe\u202c \u2066hidden\u2069 \u200bspace",
    "one\u2028two\x85three\x0bfour\x7f",
)
FIELDS = ("budget", "authority", "need", "timeline", "objection", "competition", "next_step")


def hostile_call(texts: tuple[str, ...] = HOSTILE) -> str:
    """Gong's JSON of a call whose title, names and words are these texts."""
    people = [{"speakerId": "rep", "name": "Dana", "affiliation": "Internal"}]
    people += [
        {"speakerId": str(n), "name": text, "affiliation": "External"}
        for n, text in enumerate(texts)
    ]
    said = [("rep", "ask: budget.amount")]
    said += [(str(n), f"{FIELDS[n % len(FIELDS)]}: {text}") for n, text in enumerate(texts)]
    transcript = [
        {"speakerId": who, "sentences": [{"start": 1000 * n, "end": 1000 * n + 900, "text": words}]}
        for n, (who, words) in enumerate(said)
    ]
    facts = {"id": "7", "title": " ".join(texts), "started": "2026-03-12T10:00:00Z"}
    calls = {"calls": [{"metaData": facts, "parties": people}]}
    return json.dumps([{"callTranscripts": [{"callId": "7", "transcript": transcript}]}, calls])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "call.json"
    path.write_text(hostile_call(), encoding="utf-8")
    return path


@pytest.fixture
def call(run: Run, file: Path) -> str:
    """The beginning of the id of the call, which is kept with a lead of the same kind."""
    name = make_inert(HOSTILE[0])
    run("lead", "add", name, "--title", HOSTILE[9], "--account", HOSTILE[10])
    run("annotate", str(file), "--save", "--lead", name)
    return str(run("call", "list").stdout.splitlines()[1].split()[0])


def steering(text: str) -> set[str]:
    """The characters of an output that a terminal obeys, or that mislead who reads it."""
    return {sign for sign in text if sign != "\n" and make_inert(sign) != sign}


SAYS = """
annotate FILE
annotate FILE --format json
annotate FILE --format md
annotate FILE --mask
transcript convert FILE -
call list
call show CALL
call show CALL --format json
call show CALL --format md
call figures CALL
call figures CALL --json
call history CALL
call ask CALL budget?
call ask CALL who?
call rep CALL Dana
call conflicts CALL
review list
review list --json
review list --csv
review show CALL
review show CALL --json
answers list CALL
answers list CALL --json
lead list
lead show LEAD
scorecard list
search budget
search budget --table
search budget --json
search budget --csv
trackers run CALL
trackers run CALL --json
trackers run CALL --csv
person export luis@acme.example --name [bold
forget call CALL --dry-run
"""


def test_nothing_that_is_said_steers_a_terminal(run: Run, call: str, file: Path) -> None:
    places = {"FILE": str(file), "CALL": call, "LEAD": make_inert(HOSTILE[0])}
    said = {
        line: run(*(places.get(word, word) for word in line.split()), code=None)
        for line in SAYS.strip().splitlines()
    }
    assert {line: done.output for line, done in said.items() if done.exit_code} == {}
    steered = {line: steering(done.stdout + done.stderr) for line, done in said.items()}
    assert {line: signs for line, signs in steered.items() if signs} == {}


@pytest.mark.parametrize(
    "command", [("search", "budget"), ("review", "list"), ("trackers", "run", "CALL")]
)
def test_no_cell_is_a_formula(run: Run, call: str, command: tuple[str, ...]) -> None:
    printed = run(*(call if word == "CALL" else word for word in command), "--csv").stdout
    rows = list(csv.reader(io.StringIO(printed)))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.strip().startswith((*FORMULAS, "\uff1d"))] == []


def test_a_page_has_no_element_of_the_calls(run: Run, file: Path, tmp_path: Path) -> None:
    def parts(path: Path) -> tuple[set[tuple[str, frozenset[str]]], str]:
        html = run("annotate", str(path), "--format", "html").stdout
        page = Page(html)
        values = "".join(str(value) for _, told in page.elements for value in told.values())
        return {(tag, frozenset(told)) for tag, told in page.elements}, html + values

    plain = tmp_path / "plain.json"
    plain.write_text(hostile_call(tuple(f"words {n}" for n in range(len(HOSTILE)))), "utf-8")
    elements, html = parts(file)
    assert elements == parts(plain)[0]
    assert steering(html) == set()
    assert "javascript:" not in "".join(Page(html).values("href"))


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_a_browser_obeys_nothing_in_the_page(run: Run, file: Path, tmp_path: Path) -> None:
    dom = opened(run("annotate", str(file), "--format", "html").stdout, tmp_path, "--dump-dom")
    assert "<title>owned</title>" not in dom
    assert [tag for tag in ("<script", "<img", "<b ") if tag in dom] == []


def test_markdown_has_no_markup_of_the_calls(run: Run, file: Path) -> None:
    text = run("annotate", str(file), "--format", "md").stdout
    marks = {
        (token.type, token.content if token.type.startswith("html") else "")
        for block in MarkdownIt("commonmark").enable("table").parse(text)
        for token in (block, *(block.children or ()))
    }
    shown = {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "code_block",
        "fence",
    }
    assert {mark for mark in marks if mark[0] in shown} == {("html_inline", "<br>")}


@pytest.mark.parametrize("ending", [".json", ".vtt", ".srt", ".txt"])
def test_what_is_converted_is_inert_and_read_again(
    run: Run, file: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"out{ending}"
    run("transcript", "convert", str(file), str(out))
    assert steering(out.read_text(encoding="utf-8")) == set()
    if ending in {".json", ".vtt"}:  # in lines a formula is nobody's name
        again = json.loads(run("transcript", "convert", str(out), "-").stdout)
        assert len(again["turns"]) == len(HOSTILE) + 1


def test_json_says_what_was_said(run: Run, file: Path) -> None:
    told: dict[str, Any] = json.loads(run("annotate", str(file), "--format", "json").stdout)
    texts = [turn["text"] for turn in told["turns"]]
    said = [" ".join(text.replace("\0", "\ufffd").split()) for text in HOSTILE]
    mended = [text.replace("\ud800", "\ufffd") for text in said]
    assert texts == [
        "ask: budget.amount",
        *(f"{FIELDS[n % len(FIELDS)]}: {text}" for n, text in enumerate(mended)),
    ]


def test_a_chat_and_names_in_a_zip_file_are_told_harmlessly(
    run: Run, call: str, tmp_path: Path
) -> None:
    chat = tmp_path / "chat.txt"
    lines = [f"00:00:{n:02}\t{text.strip()}:\thello {text}" for n, text in enumerate(HOSTILE[:10])]
    chat.write_text("\n".join(lines), encoding="utf-8")
    packed = tmp_path / "calls.zip"
    with zipfile.ZipFile(packed, "w") as file:
        for place in ("\x1b[2J.txt", "[bold]b[/].json", "\u202ecod.exe", "<b>.vtt"):
            file.writestr(place, '{"a": ')
    kept = run("call", "attach", call, str(chat))
    failed = run("annotate", str(packed), code=3)
    assert steering(kept.output) | steering(failed.output) == set()
    assert failed.stderr.count("damaged") == 4


@pytest.mark.skipif(sys.platform == "win32", reason="no file can have such a name there")
def test_names_of_files_are_told_harmlessly(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "\x1b[2J\u202e[bold].json"
    bad.write_text('{"a": ', encoding="utf-8")
    good = tmp_path / "\x1b[31mcall.txt"
    good.write_text("Dana: hi\nLuis: budget: 40k\n", encoding="utf-8")
    for arguments, code in (((bad,), 3), ((good, bad), 1), ((good, bad, "--strict"), 3)):
        done = run("annotate", *map(str, arguments), code=code)
        assert steering(done.output) == set()


def test_the_program_itself_reads_it_without_harm(file: Path) -> None:
    done = run_program("annotate", str(file), "--format", "text")
    assert done.returncode == 0
    assert steering(done.stdout + done.stderr) == set()
