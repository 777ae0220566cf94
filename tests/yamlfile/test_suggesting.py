import pytest

from assistant.yamlfile.suggesting import closest, one_of, suggestion

KEYS = ["questions", "criteria", "passes_when", "also_called"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("questons", "questions"),
        ("Questions", "questions"),
        ("criterias", "criteria"),
        ("passes-when", "passes_when"),
        ("colour", None),
        ("", None),
    ],
)
def test_a_misspelling_finds_its_word(word: str, meant: str | None) -> None:
    assert closest(word, KEYS) == meant


def test_without_a_close_word_all_are_offered() -> None:
    assert suggestion("colour", KEYS) == f"one of: {', '.join(KEYS)}"
    assert suggestion("questons", KEYS) == "questions"


def test_few_choices_need_no_list_and_many_are_cut() -> None:
    assert one_of([]) == ""
    assert one_of(["only"]) == "only"
    assert one_of(map(str, range(100))).endswith("18, 19, ...")
