"""Text of every format: what it says is read, and damaged it is read or refused."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.domain.transcript import Transcript
from assistant.ingest.own_json import as_json_text
from assistant.ingest.readers.registry import CHAT_READER, READERS
from assistant.ingest.reading import read_bytes, read_text
from tests.ingest.texts import NAMELESS, TEXTS, Talk, Writer, as_word_file, damaged, talks

FORMS = st.sampled_from([(form, writer) for form, writers in TEXTS.items() for writer in writers])
KINDS = {"notes": Kind.NOTES, "paste": Kind.CALL}


def test_every_reader_of_text_has_a_strategy() -> None:
    assert set(TEXTS) == {reader.id for reader in (CHAT_READER, *READERS)}


@settings(deadline=None)
@given(form=FORMS, talk=talks())
def test_what_is_written_is_read(form: tuple[str, Writer], talk: Talk) -> None:
    name, write = form
    read = read_bytes(write(talk).encode("utf-8"), name="call", kind=KINDS.get(name), chat=True)
    assert read.format == name
    assert read.warnings == ()
    texts = [said for _, said in talk]
    if name == "youtube_xml":  # XML cannot hold control characters; its white space is layout
        texts = [" ".join(said.replace("\x1b", "").split()) for said in texts]
    assert [turn.text for turn in read.turns] == texts
    if name == "granola":
        talk = [(("You", "Guest")[at % 2], said) for at, (_, said) in enumerate(talk)]
    speakers = [None if name in NAMELESS else speaker for speaker, _ in talk]
    assert [turn.speaker for turn in read.turns] == speakers


@settings(deadline=None)
@given(form=FORMS, talk=talks(), kind=st.sampled_from([None, *Kind]), data=st.data())
def test_damaged_it_is_read_or_refused(
    form: tuple[str, Writer], talk: Talk, kind: Kind | None, data: st.DataObject
) -> None:
    with suppress(BadInput):
        _check(read_bytes(data.draw(damaged(form[1](talk))), name="call", kind=kind, chat=True))


@settings(deadline=None)
@given(form=FORMS, talk=talks(), data=st.data())
def test_in_a_word_file_it_is_read_or_refused(
    form: tuple[str, Writer], talk: Talk, data: st.DataObject
) -> None:
    text = data.draw(damaged(form[1](talk))).decode("utf-8", errors="ignore")
    with suppress(BadInput):
        _check(read_bytes(as_word_file(text), name="call", chat=True))


def _check(read: Transcript) -> None:
    assert [turn.index for turn in read.turns] == list(range(len(read.turns)))
    assert any(turn.text.strip() for turn in read.turns)
    if read.kind is not Kind.CHAT:
        assert read_text(as_json_text(read)) == read
