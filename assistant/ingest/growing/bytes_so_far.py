"""The bytes of a file that is being written to text."""

import codecs

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_so_far(data: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.

    Half a character at the end waits for its other half. Zero bytes are room that a writer
    has reserved, and no text.
    """
    wide = data.startswith(_WIDE)
    decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")
    try:
        text = decoder("replace" if wide else "strict").decode(data)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\0", "")
