"""Whatever is in a file, reading it gives data or problems with a line, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.yamlfile.problems import YamlProblems
from assistant.yamlfile.reading import parse_yaml

SIGNS = st.sampled_from(
    ["%YAML 1.1\n", "---\n", "...\n", "!", "!<", "!!set ", "&a ", "*a ", "? ", ": ", "- ", "[", "]",
     "{", "}", ",", "#", "|", ">", "'", '"', "\\U", "\\UFFFFFFFF", "\\xff", "\\uD800", "\t", "\n",
     "\r", "\0", "\ufeff", "\x85", "\u2028", "@", "<<: ", "~", ".inf", "0x", "-_", "a", "k: "]
)  # fmt: skip


def check(text: str) -> None:
    try:
        yaml = parse_yaml(text, "f")
    except YamlProblems as error:
        problems = error.problems
        assert problems
    else:
        problems = yaml.problems
    lines = len(text.splitlines()) + 1
    assert all(0 <= problem.line <= lines and problem.message for problem in problems)


@given(st.lists(SIGNS, max_size=30).map("".join))
@settings(deadline=None)
def test_signs_in_any_order(text: str) -> None:
    check(text)


@given(st.text())
@settings(deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@given(st.text(), st.integers(0, 40), SIGNS)
@settings(deadline=None)
def test_a_good_file_with_something_put_in(text: str, place: int, sign: str) -> None:
    good = "id: a\ngates:\n  - id: b\n    questions: [c, d]\n"
    check(good[:place] + sign + text + good[place:])
