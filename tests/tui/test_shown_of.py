"""What the kill campaign takes for seen: letters on the screen, at the end of the notes."""

import pytest

campaigning = pytest.importorskip("benchmarks.kill_campaign", reason="needs pyte")


def drawn(*notes: str, above: str = "") -> list[object]:
    """A screen with notes, drawn in two frames."""
    from benchmarks.terminal import Frame

    rows = [above, "─NOTES" + "─" * 100, *(f"{'00:04 ◆':<10}{row}" for row in notes)]
    text = "".join(f"\x1b[{at};1H{row}" for at, row in enumerate(rows, start=1))
    data = (text + "\x1b[40;1H ^L  then  c confirm").encode()
    return [Frame(0.0, data[:50]), Frame(0.1, data[50:])]


@pytest.mark.parametrize(
    ("rows", "seen"),
    [
        (("", "1) one", "2) tw"), "\n1) one\n2) tw"),
        (("", "1) one     need", "2) tw"), "\n1) one\n2) tw"),
        (("", "1) one", "2) two and more"), "\n1) one\n2) two"),
        (("1) one", "2"), "\n1) one\n2"),
        (("", "1) one"), "\n1) one"),
        (("", "1) o"), "\n1) o"),
        (("1) won", "2) tw"), ""),
        (("",), ""),
        ((), ""),
    ],
)
def test_notes_are_seen_up_to_the_last_letter_on_the_screen(
    rows: tuple[str, ...], seen: str
) -> None:
    assert campaigning.shown_of("\n1) one\n2) two", drawn(*rows)) == seen


def test_the_same_words_elsewhere_are_not_the_notes() -> None:
    frames = drawn("", "1) one", above=f"{'':10}2) two")
    assert campaigning.shown_of("\n1) one\n2) two", frames) == "\n1) one"


def test_without_a_screen_nothing_is_seen() -> None:
    assert campaigning.shown_of("\n1) one", []) == ""
