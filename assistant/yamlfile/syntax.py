"""What a YAML parser complains about, in words for somebody who writes a file by hand."""

import re

from ruamel.yaml.error import MarkedYAMLError, StreamMark

from assistant.yamlfile.problems import Problem, shown

_TAB_INDENT = re.compile(r"[ ]*\t")

_TAB = "a tab: YAML is indented with spaces only"

_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon where none can be: in a text without quotes, or the indentation is wrong",
        'the text in quotes, as ask: "Budget: how much?"',
    ),
    (
        "found unexpected end of stream",
        "a quote that is opened here is never closed",
        'a " at the end of the text',
    ),
    ("expected ',' or ']'", "a list that is opened with [ is not closed", "[one, two]"),
    ("expected ',' or '}'", "a mapping that is opened with { is not closed", "{key: value}"),
    ("found unknown escape character", "a \\ in double quotes means something", "\\\\ for one \\"),
    (
        "but found '<scalar>'",
        "something follows a text that has already ended",
        "the whole text in one pair of quotes, and a ' inside '...' as ''",
    ),
    (
        "expected <block end>",
        "the indentation does not fit the lines above",
        "the line as far in as its neighbours of the same level",
    ),
    (
        "sequence entries are not allowed",
        "a list starts in the middle of a line",
        "- on a new line",
    ),
    ("could not find expected ':'", "a key without its colon", "key: value"),
    (
        "that cannot start any token",
        "a text cannot start with this character unless it is in quotes",
        'the text in quotes, as "@home"',
    ),
)
"""A piece of the parser's complaint, what it means, and what to write instead."""


def syntax_problems(error: MarkedYAMLError, text: str, file: str) -> tuple[Problem, ...]:
    """The place and the meaning of a complaint; all lines where tabs are the reason."""
    line = _line(error)
    lines = text.splitlines()
    tabbed = [
        at for at, each in enumerate(lines, start=1) if _TAB_INDENT.match(each) and at >= line
    ]
    if line in tabbed or "'\\t'" in str(error.problem):
        return tuple(
            Problem(file=file, line=at, message=_TAB, instead="spaces")
            for at in sorted({line, *tabbed})
        )
    complaint = str(error.problem)
    for piece, message, instead in _WORDS:
        if piece in complaint:
            return (Problem(file=file, line=line, message=message, instead=instead),)
    return (Problem(file=file, line=line, message=f"not YAML: {shown(complaint)}"),)


def _line(error: MarkedYAMLError) -> int:
    """Where the reader should look: what is never closed is found where it starts."""
    unclosed = "end of stream" in str(error.problem) or "<stream end>" in str(error.problem)
    marks = (error.problem_mark, error.context_mark)
    first, second = reversed(marks) if unclosed else marks
    mark: StreamMark | None = first or second
    return mark.line + 1 if mark else 1
