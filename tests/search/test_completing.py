"""Completion: names, listed values, and values of the store."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.search.completing import Completion, complete
from assistant.search.names import NAMES

LEADS = ("Lena Ortiz", "Leo", "zoë")


def stored(name: str, beginning: str) -> tuple[str, ...]:
    known = LEADS if name == "lead" else ()
    return tuple(one for one in known if one.casefold().startswith(beginning.casefold()))


def offered(query: str, cursor: int | None = None) -> tuple[str, list[str]]:
    """What the first offer's part would become, and all offers."""
    done = complete(query, len(query) if cursor is None else cursor, stored)
    return query[done.start : done.end], [offer.text for offer in done.offers]


@pytest.mark.parametrize(
    ("query", "part", "offers"),
    [
        ("fi", "fi", ["field:"]),
        ("price -po", "po", ["polarity:"]),
        ("(s", "s", ["side:", "speaker:", "score:", "since:"]),
        ("xyz", "xyz", []),
        ("polarity:", "polarity:", ["polarity:yes", "polarity:no", "polarity:open"]),
        ("a or field:ob", "field:ob", ["field:objection"]),
        ("lead:le", "lead:le", ['lead:"Lena Ortiz"', "lead:Leo"]),
        ('lead:"lena o', 'lead:"lena o', ['lead:"Lena Ortiz"']),
        ('"fi', '"fi', []),
        ("nothing:x", "nothing:x", []),
    ],
)
def test_what_is_offered(query: str, part: str, offers: list[str]) -> None:
    assert offered(query) == (part, offers)


def test_nothing_written_offers_every_name_with_what_it_means() -> None:
    done = complete("", 0, stored)
    assert [offer.text for offer in done.offers] == [f"{name.name}:" for name in NAMES]
    assert all(offer.about for offer in done.offers)


def test_the_part_before_the_cursor_is_completed() -> None:
    assert offered("fi price", 2) == ("fi", ["field:"])


@given(st.text(max_size=30), st.integers(-5, 40))
def test_any_cursor_in_any_text_is_good(text: str, cursor: int) -> None:
    done = complete(text, cursor, stored)
    assert isinstance(done, Completion)
    assert 0 <= done.start <= done.end <= len(text)
