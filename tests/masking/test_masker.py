"""Who is spoken of is replaced, the same way all through a call; what is sold is not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.masking.masked import Edit, Identifier, replaced
from assistant.masking.masker import Masker

PEOPLE = ("Dana Reyes", "Luis Ortega", "Will Young", "Anne-Marie O'Brien", "José", "Speaker 1")
COMPANIES = ("Harbor Mills Ltd.", "Acme")


def masker(*texts: str, seed: int = 3) -> Masker:
    return Masker(PEOPLE, COMPANIES, texts, seed)


def masked(text: str) -> str:
    return masker(text).mask(text).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luis's budget, and LUIS said so", "Morgan's budget, and MORGAN said so"),
        ("luis ortega signs. Ortega?", "morgan farrow signs. Farrow?"),
        ("danas idea, Dana\u2019s idea", "taylors idea, Taylor\u2019s idea"),
        ("will you ask Will? will young will.", "will you ask Riley? riley garner will."),
        ("Will's turn. Willing? Willow.", "Riley's turn. Willing? Willow."),
        ("anne-marie o\u2019brien and jose", "avery-hadley ingram and quinn"),
        ("Jose\u0301 and JOSE", "Quinn and QUINN"),
        ("@dana_reyes, danareyes, dana2", "@taylor_ellison, taylorellison, taylor2"),
        ("Speaker 1 has 1 speaker", "Speaker 1 has 1 speaker"),
        ("Harbor Mills Ltd. and HARBOR  MILLS", "Eastvale Ltd. and EASTVALE"),
        ("At Harbor we ship from the harbor", "At Eastvale we ship from the harbor"),
        ("www.harbormills.com or acme.com", "https://page1.example or fernhill.com"),
        ("Macmeister, danaher, louis", "Macmeister, danaher, louis"),
    ],
)
def test_a_name_is_replaced_however_it_is_written(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mail luis.ortega@harbormills.com.", "mail morgan.farrow@eastvale.example."),
        ("DANA@ACME.COM", "taylor@fernhill.example"),
        ("x.99+q@gmail.com, X.99+q@gmail.com", "rowan@mail.example, rowan@mail.example"),
        ("y@gmail.com or z@gmail.com", "rowan@mail.example or sasha@mail.example"),
    ],
)
def test_an_address_becomes_one_that_nobody_has(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "number",
    [
        "+1 (555) 123-4567",
        "+44 (0)20 7946 0958",
        "(212) 736-5000",
        "513.736.0148",
        "1-800-736-0199",
        "030 1234567",
        "0412 736 019",
        "5137360148",
        "555-4142",
        "+1 555 123 4567x12",
    ],
)
def test_a_phone_number_becomes_another_that_looks_the_same(number: str) -> None:
    text = f"call {number}, or {number}"
    result = masker().mask(text)
    first, second = result.edits
    assert (first.kind, second.kind) == (Identifier.PHONE, Identifier.PHONE)
    assert first.new == second.new != number
    assert re.sub(r"\d", "9", result.text) == re.sub(r"\d", "9", text)


@pytest.mark.parametrize(
    "figure",
    [
        "40000-50000",
        "100-1500 users",
        "2026-03-12",
        "08-09-2026",
        "03/04/2026",
        "01.06.2026",
        "1 200 000",
        "168.000",
        "$5000000000",
        "10000000000",
        "00:12:03",
        "0800-1700",
        "1,250,000.00",
        "+40%",
    ],
)
def test_a_figure_or_a_date_stays(figure: str) -> None:
    assert masked(f"it is {figure}, about") == f"it is {figure}, about"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("will young", "Riley Garner"),
        ("Dana", "Taylor"),
        ("Speaker 1", "Speaker 1"),
        ("Dr. Ortega", "Dr. Farrow"),
        ("+49 30 1234567", "+45 55 0100500"),
    ],
)
def test_a_label_is_masked_also_where_it_is_a_word(label: str, expected: str) -> None:
    assert masker().mask_name(label) == expected


def test_behind_a_title_stands_a_family_name() -> None:
    assert Masker(["Mrs van Dyk"], [], [], 0).mask("mrs van Dyk").text == "mrs van Abbott"


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("Huy Le", "Alex Abbott"),
        ("Luis de la Cruz", "Alex de la Abbott"),
        ("Will Church", "Alex Abbott"),
        ("CFO", "CFO"),
        ("the board", "the board"),
        ("Luis (sales)", "Alex (sales)"),
    ],
)
def test_titles_and_particles_stay_and_no_name_is_taken_for_one(person: str, expected: str) -> None:
    mask = Masker([person], [], [], 0)
    assert mask.mask_name(person) == mask.mask(person).text == expected


def test_names_that_are_common_words_leave_sentences_alone() -> None:
    mask = Masker(["So Min", "Don Lee"], ["The Group"], [], 0)
    assert mask.mask("So what? Don't. The group. So Min did, says Don.").text == (
        "So what? Don't. The group. Alex Abbott did, says Casey."
    )


def test_a_name_of_no_letters_masks_nothing() -> None:
    mask = Masker(["", "1", "?!", "J."], ["", "-", "Inc."], [], 0)
    assert mask.mask("1 - J. ?! Inc.").edits == ()


def test_a_script_without_spaces_is_masked_within_a_sentence() -> None:
    mask = Masker(["王伟"], [], [], 0)
    assert mask.mask("我是王伟。").text == "我是Alex。"


def test_a_word_of_the_call_is_no_stand_in() -> None:
    assert masker("ask morgan, and eastvale").mask("Luis of Harbor Mills").text == (
        "Riley of Fernhill"
    )


def test_stand_ins_never_run_out() -> None:
    names = [f"Name{chr(97 + a)}{chr(97 + b)}" for a in range(10) for b in range(10)]
    mask = Masker(names, [], [], 0)
    assert len({mask.mask_name(name) for name in names}) == len(names)


def test_calls_differ_and_a_call_stays() -> None:
    said = "Luis of Acme"
    results = [masker(said, seed=seed).mask(said).text for seed in (1, 1, 2)]
    assert results[0] == results[1] != results[2]


def test_places_follow_their_words() -> None:
    text = "Dana asks luis@acme.com what Acme pays"
    result = masker(text).mask(text)
    start, end = result.span(text.index("what"), text.index(" pays"))
    assert result.text[start:end] == "what Fernhill"
    inside = result.span(text.index("@"), text.index("@") + 1)
    assert result.text[slice(*inside)] == "morgan@fernhill.example"


MASKER = masker()
pieces = st.sampled_from(
    ["Dana", "reyes", "LUIS", "'s", " ", ".", "@", "acme.com", "Harbor Mills", "will", "\u017f",
     "\u0131", "ß", "555-0123", "{", "\u202e", "\n", "x"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(pieces, max_size=12).map("".join))
def test_no_name_is_left_and_every_place_is_within_the_text(text: str) -> None:
    result = MASKER.mask(text)
    left = re.findall(r"(?<![^\W\d_])(?:dana|reyes|luis|acme)(?![^\W\d_])", result.text.casefold())
    assert left == []
    for start in range(len(text) + 1):
        low, high = result.span(start, len(text))
        assert 0 <= low <= high == len(result.text)


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_any_text_and_any_names_can_be_masked(text: str, person: str, company: str) -> None:
    mask = Masker([person], [company], [text], 5)
    result = mask.mask(text)
    assert replaced(text, result.edits) == result
    assert isinstance(mask.mask_name(person), str)


@settings(deadline=None)
@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.text(max_size=4)), max_size=3),
)
def test_words_outside_the_edits_stay(text: str, places: list[tuple[int, str]]) -> None:
    starts = sorted({start for start, _ in places if start < len(text)})
    new = dict(places)
    edits = [Edit(start, start + 1, new[start], Identifier.NAME) for start in starts]
    result = replaced(text, edits)
    for place in set(range(len(text))) - set(starts):
        low, high = result.span(place, place + 1)
        assert result.text[low:high] == text[place]
