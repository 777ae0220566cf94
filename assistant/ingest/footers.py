"""What a recorder adds above the first words, below the last ones, or between them."""

import re

from assistant.ingest.speakers import could_be_name
from assistant.ingest.words import words

_LONGEST = 160
_MARKUP = " *#_"
_ASIDES = ("ACTION ITEM: ", "SCREEN SHARING: ")
_ASIDE = re.compile(r"\s*(?:[A-Z][A-Z ]{3,30}: .{1,1000}? )?- WATCH(?:: \S+)?(?:\s+|$)")


def is_footer(text: str) -> bool:
    """Whether it is such a line and nothing that was said: "Dana stopped transcription"."""
    if len(text) > _LONGEST:
        return False
    plain = _bare(text).casefold()
    if plain.startswith(words().footers.begin):
        return True
    end = next((one for one in words().footers.after_name if plain.endswith(one)), None)
    name = plain.removesuffix(end).strip(_MARKUP) if end else ""
    return end is not None and (not name or could_be_name(name))


def _bare(text: str) -> str:
    """The line without Markdown, and without the full stop of one that is slanted or bold."""
    bare = text.strip(_MARKUP)
    return bare.rstrip(_MARKUP + ".") if text.lstrip().startswith(("*", "_")) else bare


def without_aside(text: str) -> str:
    """A line without what Fathom notes in front of its words: "ACTION ITEM: ... - WATCH: ..."."""
    found = _ASIDE.match(text) if "- WATCH" in text else None
    if found:
        return text[found.end() :]
    return "" if text.lstrip().startswith(_ASIDES) else text
