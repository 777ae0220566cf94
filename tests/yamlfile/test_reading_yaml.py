from hashlib import sha256
from pathlib import Path

import pytest

from assistant.yamlfile.problems import YamlProblems
from assistant.yamlfile.reading import MAX_BYTES, parse_yaml, read_yaml


def problems_of(text: str) -> list[tuple[int, str]]:
    """Line and message of everything wrong with a text."""
    try:
        found = parse_yaml(text, "f.yaml").problems
    except YamlProblems as error:
        found = error.problems
    return [(problem.line, problem.message) for problem in found]


def test_data_is_plain_and_read_as_yaml_1_2() -> None:
    text = """
text: plain
yes: no
flag: true
nothing:
tilde: ~
whole: -12
octal_looking: 010
big: 1_000
real: 2.5e1
day: 2026-03-12
clock: 12:30
quoted: "12"
folded: >-
  two
  lines
list: [a, {b: c}]
"""
    assert parse_yaml(text, "f").data == {
        "text": "plain",
        "yes": "no",
        "flag": True,
        "nothing": None,
        "tilde": None,
        "whole": -12,
        "octal_looking": 10,
        "big": 1000,
        "real": 25.0,
        "day": "2026-03-12",
        "clock": "12:30",
        "quoted": "12",
        "folded": "two lines",
        "list": ["a", {"b": "c"}],
    }


def test_every_key_and_item_knows_its_line() -> None:
    yaml = parse_yaml("a: 1\nb:\n  - x\n  - c: 2\n\n    d:\n      - [y,\n         z]\n", "f")

    places = {path: yaml.line(path) for path in yaml.lines}
    assert places == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 4,
        ("b", 1, "c"): 4,
        ("b", 1, "d"): 6,
        ("b", 1, "d", 0): 7,
        ("b", 1, "d", 0, 0): 7,
        ("b", 1, "d", 0, 1): 8,
    }


def test_what_is_not_written_is_in_the_line_of_what_holds_it() -> None:
    yaml = parse_yaml("a: 1\nb:\n  - c: 2\n", "f")

    assert yaml.line(("b", 0, "missing", 3)) == 3
    assert yaml.line(("missing",)) == 1


def test_values_are_looked_up_by_path() -> None:
    yaml = parse_yaml("a: {b: [x, ' y  z ']}\nc: 5\n", "f")

    assert yaml.at(("a", "b", 1)) == " y  z "
    assert yaml.text(("a", "b", 1)) == "y z"
    assert yaml.text(("c",)) is None
    assert yaml.below(("a",)) == [("a", "b")]
    assert yaml.below(("a", "b")) == [("a", "b", 0), ("a", "b", 1)]
    assert yaml.below(("c",)) == []
    assert [yaml.at(path) for path in ((0,), ("a", 0), ("a", "b", 7), ("c", "d"))] == [None] * 4


def test_a_file_has_the_digest_of_its_bytes_and_may_start_with_a_bom(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    content = b"\xef\xbb\xbfa: \xc3\xa9\r\n"
    path.write_bytes(content)

    yaml = read_yaml(path)

    assert yaml.data == {"a": "é"}
    assert yaml.digest == sha256(content).hexdigest()
    assert yaml.name == str(path)


def test_all_double_keys_are_found_and_the_first_one_holds() -> None:
    yaml = parse_yaml("a: 1\nb: {c: 2, c: 3}\na: 4\n", "f")

    assert yaml.data == {"a": 1, "b": {"c": 2}}
    assert [(each.line, each.key) for each in yaml.problems] == [(2, "c"), (3, "a")]
    assert "first in line 1" in yaml.problems[1].message


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: Budget: how much?\n", 1, "colon"),
        ("a: 1\n  b: 2\n", 2, "colon"),
        ("a:\n  - b\n c: d\n", 3, "indentation"),
        ('a: 1\nb: "never closed\nc: 2\n', 2, "never closed"),
        ("a: 1\nb: [1, 2\n", 2, "not closed"),
        ("a: {b: 1\n", 1, "not closed"),
        ("a: @home\n", 1, "quotes"),
        ("a: 'it's'\n", 1, "already ended"),
        ("a: - b\n", 1, "middle of a line"),
        ('a: "\\q"\n', 1, "\\"),
        ("a: >x\n", 1, "not YAML"),
        ('a: 1\nb: "\\UFFFFFFFF"\n', 2, "no character"),
        ("a: 1\nb: \x1b[31m\n", 2, "'\\x1b'"),
        ('a: "\\e[31m"\n', 1, "control character"),
        ('a: "\\uD800"\n', 1, "control character"),
        ("a: *b\n", 1, "starts with *"),
        ("a: &b c\n", 1, "starts with &"),
        ("a: !!python/object b\n", 1, "starts with !"),
        ("? [a]\n: b\n", 1, "plain text"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("%YAML 1.1\n---\na: yes\n", 2, "starts with %"),
        ("", 1, "empty"),
        ("# only a comment\n", 2, "empty"),
        ("- a\n- b\n", 1, "keys with values"),
        ("just text\n", 1, "keys with values"),
        pytest.param("a: " + "[" * 3000, 1, "levels deep", id="brackets"),
        pytest.param(
            "a:\n" + "".join(" " * at + "a:\n" for at in range(1, 60)),
            42,
            "levels deep",
            id="indentation",
        ),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(text: str, line: int, words: str) -> None:
    found = problems_of(text)

    assert [(at, words in message) for at, message in found] == [(line, True)]


def test_all_lines_that_are_indented_with_tabs_are_told() -> None:
    found = problems_of("a:\n\tb: 1\n  c: 2\n \td: 3\n")

    assert [line for line, _ in found] == [2, 4]
    assert all("tab" in message for _, message in found)


def test_a_tab_inside_a_text_is_fine() -> None:
    assert parse_yaml("a: |\n  x\ty\n  \tz\n", "f").data == {"a": "x\ty\n\tz\n"}


def test_aliases_do_not_unfold() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )

    yaml = parse_yaml(bomb, "f")

    assert yaml.data["i"] == [None, None]
    assert {problem.line for problem in yaml.problems} == set(range(1, 10))


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"a: 1\nb: \xff\n", 2, "not UTF-8"),
        ("a: 1\n".encode("utf-16"), 1, "not UTF-8"),
        (b"\x00\x01\x02\x7fELF", 1, "cannot stand here"),
        (b"a: " + b"x" * MAX_BYTES, 0, "larger than 1 MB"),
    ],
)
def test_a_file_that_is_no_text_is_told(
    tmp_path: Path, content: bytes, line: int, words: str
) -> None:
    path = tmp_path / "bank.yaml"
    path.write_bytes(content)

    with pytest.raises(YamlProblems) as caught:
        read_yaml(path)

    assert [problem.line for problem in caught.value.problems] == [line]
    assert words in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(YamlProblems, match="no such file"):
        read_yaml(tmp_path / "none.yaml")
    with pytest.raises(YamlProblems, match="a folder"):
        read_yaml(tmp_path)


def test_text_that_is_too_long_is_told() -> None:
    with pytest.raises(YamlProblems, match="larger than 1 MB"):
        parse_yaml("a: " + "x" * MAX_BYTES, "pasted")
