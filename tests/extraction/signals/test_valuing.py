"""The value of an answer on any span: from its words, the turn around, or the rep's guess."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.engine import ReadingFacts
from assistant.domain.fields import Field, Kind, Polarity, Side
from assistant.domain.transcript import Participant, Turn
from assistant.domain.values import Count, Deciders, Label, Money, Period, Say, Value
from assistant.extraction.moment import Moment, TurnReader
from assistant.extraction.pipeline import build_pipeline
from assistant.extraction.signals.valuing import value_for

YES, NO, OPEN = Polarity.YES, Polarity.NO, Polarity.OPEN
READER = TurnReader(build_pipeline())


def moment_of(lines: Sequence[str], *, notes: bool = False, currency: str | None = "USD") -> Moment:
    """The moment of the last line; ``R: `` and ``P: `` say who speaks."""
    facts = ReadingFacts(
        kind=Kind.NOTES if notes else Kind.CALL,
        call_date=date(2026, 3, 10),
        participants=(
            Participant(name="Dana", side=Side.REP),
            Participant(name="Luis", side=Side.PROSPECT),
        ),
        currency=currency,
    )
    turns = [
        Turn(
            index=index,
            text=line if notes else line[3:],
            side=Side.REP if line.startswith("R: ") else Side.PROSPECT,
        )
        for index, line in enumerate(lines)
    ]
    spoken = [READER.read(turn, facts) for turn in turns]
    before = tuple(spoken[:-1][-4:])
    guess = before[-1] if before and before[-1].turn.side is Side.REP and not notes else None
    scales = [found.value.high for each in before for found in each.values.money]
    return Moment(
        spoken=spoken[-1], before=before, guess=guess, scale=scales[-1] if scales else None
    )


def read(
    field: Field, *lines: str, words: str = "", polarity: Polarity = YES, notes: bool = False
) -> str:
    """The value at ``words`` of the last line (all of it by default), in short."""
    moment = moment_of(lines, notes=notes)
    words = words or moment.text
    start = moment.text.index(words)
    return short(value_for(field, moment, (start, start + len(words)), polarity))


def short(value: Value | None) -> str:
    match value:
        case Money():
            amount = f"{value.low:g}" + (f"-{value.high:g}" if value.high != value.low else "")
            return f"{amount} {value.currency}" + (f"/{value.per}" if value.per else "")
        case Period():
            return "asap" if value.asap else f"{value.start}..{value.end}"
        case Count():
            return f"{value.count:g} {value.unit}"
        case Deciders():
            people = "; ".join(p.name or str(p.title) for p in value.people)
            return f"{value.speaker}: {people}"
        case Label():
            return value.text
        case None:
            return ""


@pytest.mark.parametrize(
    ("lines", "polarity", "expected"),
    [
        (("P: We have forty grand a year for it.",), YES, "40000 USD/year"),
        (("R: So about fifty thousand a year?", "P: Yeah, about that"), YES, "50000 USD/year"),
        (("R: Fifteen, everything included?", "P: That's the roof"), YES, "15000 USD"),
        (("R: What could you do a month?", "P: Maybe four hundred dollars"), YES, "400 USD/month"),
        (("R: It lists at 22,000.", "P: I'd told him eighteen"), YES, "18000 USD"),
        (("P: I've got ninety-five a head approved",), YES, "95 USD"),
        (("P: It's six hundred a month, and I'd stop there",), YES, "600 USD/month"),
        (("P: I've got eighteen a month to play with",), YES, "18000 USD/month"),
        (
            ("R: It's two euro a month. And what's set aside?", "P: ninety thousand"),
            YES,
            "90000 USD",
        ),
        (("P: eighty-five and not one dollar above",), YES, "85000 USD"),
        (("P: I have something like 15k in the year",), YES, "15000 USD/year"),
        (("P: 90 cents a check, maybe",), YES, "0.9 USD"),
        (("R: Then it's six-eighty a month.", "P: six-eighty is fine"), YES, "680 USD/month"),
        (("R: Six-eighty of them?", "P: six-eighty is fine"), YES, "680000 USD"),
        (("P: There's ninety thousand across the twelve jobs",), YES, "90000 USD"),
        (("P: We have forty. Thousand, yes",), YES, "40000 USD"),
        (("P: Not one dollar goes into it",), NO, ""),
        (("R: Fifty thousand?", "P: There's no money at all"), NO, ""),
        (("P: They approved it",), YES, ""),
    ],
)
def test_budget(lines: tuple[str, ...], polarity: Polarity, expected: str) -> None:
    assert read(Field.BUDGET, *lines, polarity=polarity) == expected


@pytest.mark.parametrize(
    ("lines", "polarity", "expected"),
    [
        (("P: We sign by the end of June",), YES, "2026-06-30..2026-06-30"),
        (("R: When would you want it?", "P: Oh, tonight"), YES, "asap"),
        (("R: So, July?", "P: Yeah, July works"), YES, "2026-07-01..2026-07-31"),
        (("R: So you'd start in July?", "P: That's right"), YES, "2026-07-01..2026-07-31"),
        (("P: After June it is. By the twenty-first",), YES, "2026-06-21..2026-06-21"),
        (("P: Nothing moves before March of 2027",), NO, "2027-03-01..2027-03-31"),
        (("P: It won't be this September",), NO, ""),
        (("P: The contract runs to March 27, nothing before",), NO, "2027-03-01..2027-03-31"),
        (("P: We go live on March 27",), YES, "2026-03-27..2026-03-27"),
        (("P: Nothing before March 12",), NO, "2026-03-12..2026-03-12"),
        (("P: In the week of the sixth of April",), YES, "2026-04-06..2026-04-06"),
        (("P: In July, because in August there's nobody",), YES, "2026-07-01..2026-07-31"),
        (("P: Because of the fair, in August",), YES, "2026-08-01..2026-08-31"),
        (("P: Maybe in June, nobody knows",), OPEN, ""),
    ],
)
def test_timeline(lines: tuple[str, ...], polarity: Polarity, expected: str) -> None:
    assert read(Field.TIMELINE, *lines, polarity=polarity) == expected


@pytest.mark.parametrize(
    ("lines", "polarity", "expected"),
    [
        (("P: Priya, our CFO, signs everything",), YES, "no: Priya"),
        (("R: Who signs?", "P: Me."), YES, "yes: "),
        (("P: I choose, and Priya our CFO signs it",), YES, "shared: Priya"),
        (("P: It's me and Priya, we both sign",), YES, "shared: Priya"),
        (("P: I recommend, Priya decides",), NO, "no: Priya"),
        (("R: Is that Priya?", "P: She has the last word"), YES, "no: Priya"),
        (("P: The board only hears it afterwards",), YES, "yes: board"),
        (("P: You're talking to him",), YES, "yes: "),
        (("P: Somebody over there picks",), NO, ""),
        (("P: Not with us, no",), NO, "no: "),
        (("P: Not us, that's Toronto",), NO, ""),
        (("P: The owner doesn't have to be asked",), YES, "yes: owner"),
        (("P: Head office leaves this to me",), YES, "yes: Head office"),
        (("P: It goes to the joint transition board",), NO, "no: joint transition board"),
        (("P: It's all left to me",), NO, "yes: "),
        (("P: It's not left to me",), NO, "no: "),
        (("P: It takes both of us, as ever",), YES, "shared: Luis"),
        (("P: Priya scores the bids and I sign",), YES, "shared: Priya"),
        (("P: I select, then Priya pays",), YES, "shared: Priya"),
        (("P: Every tool gets bought like that here",), YES, ""),
        (("P: Under a thousand, nobody else",), YES, "yes: "),
    ],
)
def test_authority(lines: tuple[str, ...], polarity: Polarity, expected: str) -> None:
    assert read(Field.AUTHORITY, *lines, polarity=polarity) == expected


@pytest.mark.parametrize(
    ("say", "expected"),
    [("yes", "yes: Priya"), ("no", "no: Priya"), ("shared", "shared: Priya"), (None, "no: Priya")],
)
def test_a_say_that_is_known_is_not_read_from_the_words(say: Say | None, expected: str) -> None:
    moment = moment_of(("P: Priya, our CFO, signs everything",), notes=False)
    value = value_for(Field.AUTHORITY, moment, (0, len(moment.text)), YES, say)
    assert short(value) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("she + Liis (CEO) co-approve", "shared: Liis"),
        ("CFO (Priya) signs", "no: Priya"),
        ("just her, no investors", "yes: "),
        ("only luis", "yes: "),
        ("Luis + the CFO", "shared: CFO"),
        ("Luis proposes, the CFO signs", "shared: CFO"),
    ],
)
def test_authority_in_notes(line: str, expected: str) -> None:
    assert read(Field.AUTHORITY, line, notes=True) == expected


@pytest.mark.parametrize(
    ("line", "words", "expected"),
    [
        ("boxes from smurfit", "smurfit", "smurfit"),
        ("Teamio, recruitis on the list", "", "Teamio"),
        ("webeye was there last week", "", "webeye"),
        ("a local firm was there last week", "", ""),
        ("two own printers", "", "own printers"),
    ],
)
def test_names_in_notes_without_capitals(line: str, words: str, expected: str) -> None:
    assert read(Field.COMPETITION, line, words=words, notes=True) == expected


@pytest.mark.parametrize(
    ("field", "lines", "polarity", "expected"),
    [
        (Field.COMPANY_SIZE, ("P: There are 120 of us",), YES, "120 employees"),
        (Field.COMPANY_SIZE, ("R: About forty people?", "P: Thereabouts"), YES, "40 employees"),
        (Field.ROLE, ("P: I'm head of support",), YES, "head of support"),
        (Field.ROLE, ("R: And you're head of support?", "P: Still, yes"), YES, "head of support"),
        (Field.ROLE, ("P: I lead the shared services",), YES, "shared services"),
        (Field.ROLE, ("P: I'm in charge of projects",), YES, "projects"),
        (Field.ROLE, ("P: And I supervise the warehouse",), YES, "warehouse supervisor"),
        (Field.ROLE, ("P: I'm VP of customer experience",), YES, "VP of customer experience"),
        (Field.ROLE, ("P: I'm director of FP&A",), YES, "director of FP&A"),
        (Field.ROLE, ("P: I'm one of the two owners",), YES, "co-owner"),
        (Field.ROLE, ("P: I'm one of three team leaders",), YES, "team leader"),
        (Field.ROLE, ("P: I'm not the shipping manager. I run the yard",), YES, "yard"),
        (Field.ROLE, ("R: You're the owner?", "P: I manage the practice"), YES, "practice manager"),
        (Field.ROLE, ("R: You're the controller?", "P: store design"), YES, "store design"),
        (Field.ROLE, ("P: I'm compliance, by the way",), YES, "compliance"),
        (Field.ROLE, ("P: I look after IT",), YES, "IT"),
        (Field.ROLE, ("P: h r generalist",), YES, "HR generalist"),
        (Field.ROLE, ("P: I'm HSE manager for the site",), YES, "HSE manager"),
        (Field.ROLE, ("P: I'm leading it",), YES, ""),
        (Field.ROLE, ("P: I run the place",), YES, ""),
        (Field.ROLE, ("P: I'm the lead here",), YES, "lead"),
        (Field.ROLE, ("P: Mine, yeah",), YES, "owner"),
        (Field.ROLE, ("P: I own it with my sister",), YES, "co-owner"),
        (Field.ROLE, ("P: Me too, yeah",), YES, ""),
        (Field.LOCATION, ("P: We're in Hove and in Leipzig",), YES, "Hove; Leipzig"),
        (Field.LOCATION, ("R: You're in Saskatoon?", "P: Yes, that's right"), YES, "Saskatoon"),
        (Field.LOCATION, ("P: we're just outside tyseley",), YES, "tyseley"),
        (Field.LOCATION, ("R: You're in Ottawa?", "P: Hintonburg, yes"), YES, "Hintonburg; Ottawa"),
        (Field.LOCATION, ("R: You're in Ottawa?", "P: Only here"), YES, "Ottawa"),
        (Field.INDUSTRY, ("P: We're a credit union",), YES, "credit union"),
        (Field.INDUSTRY, ("P: Conveyancing",), YES, "law firm; Conveyancing"),
        (Field.INDUSTRY, ("P: We make sofas for hotels",), YES, "furniture; sofas"),
        (Field.INDUSTRY, ("R: Nice day. So it's roofs?", "P: Mostly"), YES, "roofing; roofs"),
        (Field.LOCATION, ("P: We're in Lisboa",), YES, "Lisbon"),
        (Field.LOCATION, ("P: Canora hon we're up the road",), YES, "Canora"),
        (Field.COMPANY_SIZE, ("P: eighty 5 people on the line",), YES, "85 employees"),
        (Field.INDUSTRY, ("P: We run a plant near here",), YES, ""),
        (Field.INDUSTRY, ("P: Everyone guesses that",), NO, ""),
        (Field.CURRENT_SOLUTION, ("P: We run it on Zendesk",), YES, "Zendesk"),
        (Field.CURRENT_SOLUTION, ("P: it's ring central since last year",), YES, "ringcentral"),
        (Field.CURRENT_SOLUTION, ("P: It's all in Power BI",), YES, "Power BI"),
        (Field.CURRENT_SOLUTION, ("P: it's all in powerbi",), YES, "power bi"),
        (Field.CURRENT_SOLUTION, ("P: We have two old Cochrans",), YES, "Cochran"),
        (Field.CURRENT_SOLUTION, ("P: rubber mats",), YES, "rubber mats"),
        (Field.CURRENT_SOLUTION, ("P: marriage",), YES, ""),
        (Field.CURRENT_SOLUTION, ("P: it all lives there or so",), YES, ""),
        (Field.COMPETITION, ("P: we talked to kubra and c t m too",), YES, "kubra; CTM"),
        (Field.COMPETITION, ("R: Is Gong in the picture?", "P: Naturally"), YES, "gong"),
        (Field.COMPETITION, ("P: We looked at Okta.", "P: that one is out"), NO, "Okta"),
        (Field.COMPETITION, ("P: We could build it ourselves",), YES, "build in-house"),
        (Field.COMPETITION, ("P: I haven't spoken to anybody else",), NO, "none"),
        (Field.COMPETITION, ("P: You're the only one, so far",), NO, "none"),
        (Field.COMPETITION, ("P: a few have presented here",), YES, ""),
    ],
)
def test_the_other_fields(
    field: Field, lines: tuple[str, ...], polarity: Polarity, expected: str
) -> None:
    assert read(field, *lines, polarity=polarity).casefold() == expected.casefold()


@pytest.mark.parametrize(
    ("field", "line", "words", "expected"),
    [
        (
            Field.BUDGET,
            "P: So we have forty grand a year for it.",
            "grand a year",
            "40000 USD/year",
        ),
        (Field.BUDGET, "P: So we have forty grand a year for it.", "have forty", "40000 USD/year"),
        (
            Field.TIMELINE,
            "P: We'd go by the end of June then.",
            "June then",
            "2026-06-30..2026-06-30",
        ),
        (Field.COMPANY_SIZE, "P: We are 120 people here.", "people here", "120 employees"),
        (Field.TIMELINE, "P: We want to start in July.", "want to start", "2026-07-01..2026-07-31"),
    ],
)
def test_spans_that_cut_a_value_still_read_it(
    field: Field, line: str, words: str, expected: str
) -> None:
    assert read(field, line, words=words) == expected


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(list(Field)), st.sampled_from(list(Polarity)), st.data())
def test_any_span_of_any_field_gives_a_value_or_none(
    field: Field, polarity: Polarity, data: st.DataObject
) -> None:
    lines = (
        "R: So around fifty thousand, by June, on Zendesk, with Priya our CFO?",
        "P: Yeah, about that, or $40k-60k a year, me and her, in Leipzig, before the holidays.",
    )
    moment = moment_of(lines)
    start = data.draw(st.integers(0, len(moment.text) - 1))
    end = data.draw(st.integers(start + 1, len(moment.text)))
    value = value_for(field, moment, (start, end), polarity)
    assert value is None or isinstance(value, Money | Period | Count | Deciders | Label)
