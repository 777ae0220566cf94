"""YouTube's timed text (XML): ``<transcript><text start dur>`` and ``<timedtext><p t d>``."""

import re
from html import unescape
from xml.parsers import expat

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind
from assistant.ingest.json_values import seconds_in
from assistant.ingest.limits import MOST_CUES
from assistant.ingest.lines import Line, Lines, filled
from assistant.ingest.pieces import Reading
from assistant.ingest.readers.captions import turns_of
from assistant.ingest.readers.cues import Cue
from assistant.ingest.readers.srt import voices

_TIMEDTEXT = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:transcript|timedtext)[\s>]")
_MILLISECONDS = 0.001
_HEAD = 400


def is_timedtext(text: str) -> bool:
    """Whether it begins as YouTube's timed text does."""
    return _TIMEDTEXT.match(text) is not None


class YouTubeXmlReader:
    """Captions whose words are escaped as HTML inside the XML."""

    id = "youtube_xml"
    title = "YouTube captions (.xml)"
    kinds = (Kind.CALL, Kind.NOTES)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        return is_timedtext("\n".join(line.text for line in lines[:3])[:_HEAD])

    def read(self, lines: Lines) -> Reading:
        return Reading(turns_of(_Cues(lines).cues(), voices))


class _Cues:
    """Takes the parser's events, and keeps the cues."""

    def __init__(self, lines: Lines) -> None:
        self._lines = filled(lines)
        self._cues: list[Cue] = []
        self._parts: list[str] | None = None
        self._parser = expat.ParserCreate("utf-8")  # whatever the text says that it was
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._take

    def cues(self) -> list[Cue]:
        """Parse. Raises BadInput: it is no XML, or declares a document type."""
        text = "\n".join(line.text for line in self._lines).lstrip()
        try:
            self._parser.Parse(text.encode("utf-8"), True)
        except expat.ExpatError as error:
            line = self._line(error.lineno)
            raise BadInput(f"the XML is damaged at line {line}; export it again") from None
        return self._cues

    def _line(self, number: int) -> int:
        """The source's line of a line that the parser counts, which sees no blank ones."""
        return self._lines[min(number, len(self._lines)) - 1].number

    def _refuse(self, *_: object) -> None:
        raise BadInput("it declares a document type, as no captions do")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in {"text", "p"}:
            return
        names, unit = (("start", "dur"), 1.0) if tag == "text" else (("t", "d"), _MILLISECONDS)
        if len(self._cues) >= MOST_CUES:
            raise BadInput(f"it has more than {MOST_CUES:,} cues; split it")
        start, length = (seconds_in(attributes.get(name), unit) for name in names)
        end = round(start + length, 3) if start is not None and length is not None else None
        line = Line(self._line(self._parser.CurrentLineNumber), "")
        self._cues.append(Cue(start=start, end=end, words=[line]))
        self._parts = []

    def _take(self, words: str) -> None:
        if self._parts is not None:
            self._parts.append(words)

    def _end(self, tag: str) -> None:
        if tag in {"text", "p"} and self._parts is not None:
            said = " ".join(unescape("".join(self._parts)).split())
            self._cues[-1].words = [Line(self._cues[-1].words[0].number, said)]
            self._parts = None
