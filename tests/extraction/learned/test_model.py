import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from assistant.domain.engine import RULES, Heard, ReadingFacts
from assistant.domain.fields import Field, Kind, Side
from assistant.domain.transcript import Turn
from assistant.extraction.learned.encoding import LONGEST, REP_PIECES, Encoder
from assistant.extraction.learned.model import (
    CARD,
    FOLDER,
    NOTHING,
    PIECES,
    WEIGHTS,
    ModelUnusable,
)
from assistant.extraction.learned.model import load_model as load
from assistant.extraction.learned.windows import Talk
from assistant.extraction.loading import load_extractor
from tests.extraction.marked_text import CALL_DATE


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "model"))


def damage(name: str, folder: Path) -> None:
    path = folder / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", [WEIGHTS, PIECES])
def test_a_damaged_file_is_not_loaded(name: str, copied: Path) -> None:
    damage(name, copied)
    with pytest.raises(ModelUnusable, match="is not the one that was shipped"):
        load(copied)


@pytest.mark.parametrize("name", [WEIGHTS, PIECES, CARD])
def test_a_missing_file_is_said(name: str, copied: Path) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelUnusable):
        load(copied)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"fields": ["mood"]}', "\x00"])
def test_a_bad_card_is_said(text: str, copied: Path) -> None:
    (copied / CARD).write_text(text, encoding="utf-8")
    with pytest.raises(ModelUnusable, match="card"):
        load(copied)


def test_weights_that_are_none_are_said(copied: Path) -> None:
    from hashlib import sha256

    (copied / WEIGHTS).write_bytes(b"weights")
    card = json.loads((copied / CARD).read_text(encoding="utf-8"))
    card["sha256"][WEIGHTS] = sha256(b"weights").hexdigest()
    (copied / CARD).write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(ModelUnusable, match="cannot be loaded"):
        load(copied)


def test_without_a_model_the_rules_read_and_it_is_said(tmp_path: Path) -> None:
    extractor = load_extractor(tmp_path)
    assert extractor.engine.model == RULES
    assert extractor.notice is not None
    assert "rules alone" in extractor.notice
    listener = extractor.listen(ReadingFacts(call_date=CALL_DATE))
    assert listener.hear(Turn(index=0, text="We've set aside $40,000 for this.")).answers


def test_rules_that_are_wanted_need_no_notice() -> None:
    extractor = load_extractor(model=None)
    assert (extractor.engine.model, extractor.notice) == (RULES, None)


def test_with_the_model_its_checksum_stands_behind_the_answers() -> None:
    extractor = load_extractor()
    card = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))
    assert extractor.engine.model == card["sha256"][WEIGHTS]
    assert extractor.notice is None


def test_pieces_stand_for_the_code_points_of_the_text() -> None:
    text = "Ärger 🤷 mit Zoë's €40k"
    (part,) = Encoder((FOLDER / PIECES).read_bytes()).encode(text, Side.PROSPECT, Kind.CALL)
    pieces = [text[start:end] for start, end in part.spots[1:]]
    assert "".join(pieces) == text.replace(" ", "")
    assert part.spots[0] == (0, 0)


def test_a_long_turn_is_cut_and_a_pitch_is_read_from_its_end() -> None:
    encoder = Encoder((FOLDER / PIECES).read_bytes())
    text = " ".join(["word"] * 300) + " end"
    parts = encoder.encode(text, Side.PROSPECT, Kind.CALL)
    assert [len(part) for part in parts] == [LONGEST + 1, LONGEST + 1, 301 - 2 * LONGEST + 1]
    (pitch,) = encoder.encode(text, Side.REP, Kind.CALL)
    assert len(pitch) == REP_PIECES + 1
    assert pitch.spots[-1] == (len(text) - 3, len(text))
    assert len(encoder.encode(text, Side.REP, Kind.NOTES)) == 3


def said_in(heard: Heard) -> list[tuple[str, object, object, object]]:
    return [(each.id, each.polarity, each.certainty, each.value) for each in heard.answers]


def test_the_same_is_heard_turn_by_turn_and_at_once() -> None:
    extractor = load_extractor()
    said = [
        (Side.REP, "So what made you take the call today?"),
        (Side.PROSPECT, "We keep missing appointments, nobody knows where the vans are."),
        (Side.REP, "And who would sign for something like this?"),
        (Side.PROSPECT, "Me. Though our finance director has to see it first."),
        (Side.REP, "What have you put aside?"),
        (Side.PROSPECT, "Roughly forty grand for the year, I think."),
    ] * 8
    turns = [Turn(index=n, text=text, side=side) for n, (side, text) in enumerate(said)]
    facts = ReadingFacts(call_date=CALL_DATE)
    # Sums of fractions differ in the last digits by how many are added at once.
    at_once = list(extractor.listen(facts).hear_all(turns))
    listener = extractor.listen(facts)
    one_by_one = [listener.hear(turn) for turn in turns]
    assert [(said_in(heard), heard.about) for heard in one_by_one] == [
        (said_in(heard), heard.about) for heard in at_once
    ]
    found = {answer.field for heard in at_once for answer in heard.answers}
    assert {Field.NEED, Field.AUTHORITY, Field.BUDGET} <= found


def test_a_talk_that_only_lists_knows_no_words() -> None:
    model = load(FOLDER)
    (window,) = Talk().add(0, model.encoder.encode("", Side.PROSPECT, Kind.CALL))
    [out], _ = model.run(window)
    assert len(out.tags) == 0


def test_a_rep_is_only_asked_about_questions() -> None:
    model = load(FOLDER)
    talk = Talk()
    windows = [
        *talk.add(0, model.encoder.encode("What have you put aside?", Side.REP, Kind.CALL)),
        *talk.add(1, model.encoder.encode("Forty grand", Side.PROSPECT, Kind.CALL)),
    ]
    (outputs, _), (more, _) = map(model.run, windows)
    assert [len(out.tags) for out in (*outputs, *more)] == [0, 2]
    assert all(len(out.asked) == len(Field) for out in (*outputs, *more))


def test_on_top_of_what_is_kept_the_same_is_said() -> None:
    model = load(FOLDER)
    talk = Talk()
    kept = NOTHING
    for index in range(40):
        text = f"We pay {index} grand a year and Ana signs it." if index % 3 else "So, why now?"
        side = Side.PROSPECT if index % 3 else Side.REP
        for window in talk.add(index, model.encoder.encode(text, side, Kind.CALL)):
            [alone], _ = model.run(window)
            [on_top], kept = model.run(window, kept)
            for one, other in zip(alone, on_top, strict=True):
                assert np.allclose(one, other, atol=0.02)
