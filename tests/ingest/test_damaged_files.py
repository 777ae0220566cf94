"""Files of every format, damaged: they are read or refused, never anything else."""

from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.ingest.own_json import as_json_text
from assistant.ingest.reading import read_bytes, read_text

TRANSCRIPTS = Path(__file__).parents[2] / "transcripts"
FILES = {
    path.name: path.read_bytes()
    for folder in ("formats", "samples")
    for path in sorted((TRANSCRIPTS / folder).iterdir())
}
PIECES = st.sampled_from(
    [
        b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\n\n", b"<", b"</v>", b"<v ", b"-->",
        b"99:99:99", b"100:00:00.000 --> 0:0:0.0", b"\x1b[31m", b"[bold]", b"\xe2\x80\xae",
        b"{", b"}", b"[", b'"', b"\\ud800", b"\\u0000", b"&#x110000;", b"&lt;", b"WEBVTT", b": ",
        b"\t", b"1e999", b"null", b"# ", b"<!DOCTYPE a>", b"]]>",
        b"PK\x03\x04", b"=1+1", b"\xf0\x9f\x99", b"9" * 40,
    ]
)  # fmt: skip


@settings(deadline=None)
@given(name=st.sampled_from(sorted(FILES)), data=st.data())
def test_it_is_read_or_refused(name: str, data: st.DataObject) -> None:
    damaged = FILES[name]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged)))
        upto = at + data.draw(st.integers(0, 40))
        kept = data.draw(st.sampled_from(["", "cut", "twice"]))
        middle = {"": b"", "cut": b"", "twice": damaged[at:upto] * 2}[kept]
        tail = b"" if kept == "cut" else damaged[upto:]
        damaged = damaged[:at] + data.draw(PIECES) + middle + tail
    with suppress(BadInput):
        read = read_bytes(damaged, name=name)
        assert [turn.index for turn in read.turns] == list(range(len(read.turns)))
        assert any(turn.text.strip() for turn in read.turns)
        assert read_text(as_json_text(read)) == read
