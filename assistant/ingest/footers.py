"""Lines that a recorder adds above the first words or below the last ones."""

from assistant.ingest.speakers import could_be_name
from assistant.ingest.words import words

_LONGEST = 160


def is_footer(text: str) -> bool:
    """Whether it is such a line and nothing that was said: "Dana stopped transcription"."""
    if len(text) > _LONGEST:
        return False
    plain = text.strip(" *#").casefold()
    if plain.startswith(words().footers.begin):
        return True
    end = next((one for one in words().footers.after_name if plain.endswith(one)), None)
    name = plain.removesuffix(end).strip() if end else ""
    return end is not None and (not name or could_be_name(name))
