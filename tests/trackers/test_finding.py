"""What trackers find: every form, a slip or two, names however they are put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.fields import Side
from assistant.domain.trackers import Tracker
from assistant.domain.transcript import Turn
from assistant.trackers.counting import counts, track
from assistant.trackers.finding import Finder

KNOWN = frozenset(
    {"the", "contract", "contact", "contrast", "price", "prize", "present", "hub", "spot", "sales",
     "force", "discount", "complaint", "cost", "coast", "negotiate", "renegotiate"}
)  # fmt: skip
PRICING = Tracker(
    id="pricing",
    title="Pricing",
    words=("discount", "price list", "cost", "negotiate", "contract"),
    but=("at all costs",),
)
RIVALS = Tracker(
    id="rivals", title="Rivals", names=("HubSpot", "Salesforce", "Bamboo HR", "SAP", "Rippling")
)
FINDER = Finder([PRICING, RIVALS], KNOWN)


def found(text: str, finder: Finder = FINDER) -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], one.entry, one.how) for one in finder.find(text)]


@pytest.mark.parametrize(
    ("said", "finds"),
    [
        ("Any discount?", [("discount", "discount", "as listed")]),
        ("DISCOUNTS, discounted", [("DISCOUNTS", "discount", "inflected"),
                                   ("discounted", "discount", "inflected")]),
        ("We negotiated", [("negotiated", "negotiate", "inflected")]),
        ("a discuont for us", [("discuont", "discount", "misspelt")]),
        ("they renegotiate", []),
        ("the price lists", [("price lists", "price list", "inflected")]),
        ("the price, listed", [("price, listed", "price list", "inflected")]),
        ("the price of the list", []),
        ("what it costs", [("costs", "cost", "inflected")]),
        ("at all costs, at what cost", [("cost", "cost", "as listed")]),
        ("the coast", []),
        ("a contact, a contrast", []),
        ("the contrct's end", [("contrct's", "contract", "misspelt")]),
        ("the cots", []),
        ("discuonts, discantus", [("discuonts", "discount", "misspelt")]),
    ],
)  # fmt: skip
def test_words_are_found_in_every_form_and_misspelt(
    said: str, finds: list[tuple[str, str, str]]
) -> None:
    assert found(said) == finds


@pytest.mark.parametrize(
    ("said", "finds"),
    [
        ("HubSpot", [("HubSpot", "HubSpot", "as listed")]),
        ("hub spot's", [("hub spot's", "HubSpot", "as listed")]),
        ("Hub-Spot", [("Hub-Spot", "HubSpot", "as listed")]),
        ("hubspott", [("hubspott", "HubSpot", "misspelt")]),
        ("sales force", [("sales force", "Salesforce", "as listed")]),
        ("sales forze", [("sales forze", "Salesforce", "misspelt")]),
        ("bamboohr", [("bamboohr", "Bamboo HR", "as listed")]),
        ("BambooHR and SAP", [("BambooHR", "Bamboo HR", "as listed"), ("SAP", "SAP", "as listed")]),
        ("two Salesforces", [("Salesforces", "Salesforce", "inflected")]),
        ("Zap, sip, asap", []),
        ("a ripple", []),
        ("Ripling", [("Ripling", "Rippling", "misspelt")]),
        ("Salesforce or us", [("Salesforce", "Salesforce", "as listed")]),
    ],
)
def test_names_are_found_however_they_are_put_together(
    said: str, finds: list[tuple[str, str, str]]
) -> None:
    assert found(said) == finds


def test_without_known_words_nothing_is_taken_for_misspelt() -> None:
    finder = Finder([PRICING, RIVALS])

    assert found("a discuont on hubspott, discounts", finder) == [
        ("discounts", "discount", "inflected")
    ]


def test_the_longest_of_a_tracker_counts_and_trackers_do_not_see_each_other() -> None:
    short = Tracker(id="a", title="A", words=("price", "price list"))
    finder = Finder([short, PRICING])

    assert [(one.tracker, one.entry) for one in finder.find("the price list")] == [
        (0, "price list"),
        (1, "price list"),
    ]


def test_a_tracker_without_entries_is_off() -> None:
    off = Tracker(id="off", title="Off", but=("price",))
    finder = Finder([off, PRICING])

    assert off.is_off
    assert [one.id for one in counts(finder, ())] == ["pricing"]


def test_finds_are_counted_by_side_with_their_places() -> None:
    theirs = Tracker(id="theirs", title="Theirs", side=Side.PROSPECT, words=("cost",))
    finder = Finder([PRICING, theirs], KNOWN)
    turns = [
        Turn(index=0, text="What it costs", speaker="Dana", side=Side.REP, start=1.0),
        Turn(index=1, text="cost, cost", speaker="Luis", side=Side.PROSPECT, start=61.0),
        Turn(index=2, text="a discount", side=Side.UNKNOWN),
    ]

    places = track(finder, {"transcript": turns})
    pricing, of_theirs = counts(finder, places)

    assert (pricing.total, pricing.rep, pricing.prospect, pricing.other) == (4, 1, 2, 1)
    assert (of_theirs.total, of_theirs.prospect) == (2, 2)
    assert [(one.turn, one.words, one.seconds) for one in pricing.places] == [
        (0, "costs", 1.0),
        (1, "cost", 61.0),
        (1, "cost", 61.0),
        (2, "discount", None),
    ]
    assert counts(finder, ())[1].places == ()


@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=4))
def test_any_text_and_any_entries(text: str, entries: list[str]) -> None:
    tracker = Tracker(id="t", title="T", words=tuple(entries), names=tuple(entries))

    for one in Finder([tracker], KNOWN).find(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.entry in entries
