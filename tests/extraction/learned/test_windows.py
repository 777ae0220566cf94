import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.extraction.learned.encoding import Part
from assistant.extraction.learned.windows import CONTEXT, LONGEST, Kept, Talk, Window, together


def part(length: int) -> Part:
    return Part(tuple(range(length)), ((0, 0),) * length)


lengths = st.lists(st.lists(st.integers(1, 130), min_size=1, max_size=4), max_size=60)


@given(lengths)
def test_every_part_is_the_last_of_one_window(turns: list[list[int]]) -> None:
    talk = Talk()
    for index, several in enumerate(turns):
        parts = tuple(map(part, several))
        windows = talk.add(index, parts)
        assert all(
            window.parts[-1] is one and window.known == len(window.parts) - 1
            for window, one in zip(windows, parts, strict=True)
        )


@given(lengths)
def test_no_window_is_longer_than_allowed_unless_its_one_part_is(turns: list[list[int]]) -> None:
    talk = Talk()
    for index, several in enumerate(turns):
        for window in talk.add(index, tuple(map(part, several))):
            assert sum(map(len, window.parts)) < max(LONGEST, CONTEXT + 131)


@given(lengths)
def test_joined_windows_cover_all_of_them_in_order(turns: list[list[int]]) -> None:
    talk = Talk()
    windows: list[Window] = []
    for index, several in enumerate(turns):
        windows.extend(talk.add(index, tuple(map(part, several))))
    joined = together(windows)
    assert [place for _, places in joined for place in places] == list(range(len(windows)))
    for window, places in joined:
        new = window.parts[window.known :]
        assert all(one is windows[place].parts[-1] for one, place in zip(new, places, strict=True))
        for place in places:
            seen = windows[place].parts
            assert all(a is b for a, b in zip(window.parts, seen, strict=False))


def test_a_new_window_begins_with_what_was_said_last() -> None:
    talk = Talk()
    fitting = (LONGEST - 1) // CONTEXT
    parts = [part(CONTEXT) for _ in range(fitting + 1)]
    windows = [talk.add(index, [one])[0] for index, one in enumerate(parts)]
    assert windows[-2].parts == tuple(parts[:fitting])
    assert windows[-1].parts == tuple(parts[-2:])
    assert windows[-1].known == 1


@pytest.mark.parametrize("again", [0, 1, 2])
def test_a_line_that_changed_takes_its_own_place(again: int) -> None:
    talk = Talk()
    parts = [part(5) for _ in range(3)]
    for index, one in enumerate(parts):
        talk.add(index, [one])
    changed, later = part(6), part(7)
    (window,) = talk.add(again, [changed])
    assert list(map(id, window.parts)) == [*map(id, parts[:again]), id(changed)]
    (after,) = talk.add(3, [later])
    wanted = [*parts[:again], changed, *parts[again + 1 :], later]
    assert list(map(id, after.parts)) == list(map(id, wanted))


def test_what_is_kept_is_shared_as_far_as_the_windows_are_the_same() -> None:
    first, second, third = part(3), part(4), part(5)
    kept = Kept((first, second))
    whole = Window((first, second, third), known=2)
    assert kept.shared(whole) == 1 + 3 + 4
    # What is asked about is read again even if it is kept.
    assert kept.shared(Window((first, second, third), known=1)) == 1 + 3
    # A line that changed, and a window that begins anew, though with the same words.
    assert kept.shared(Window((first, part(4), third), known=2)) == 1 + 3
    assert kept.shared(Window((second, third), known=1)) == 0
    assert Kept().shared(whole) == 0
