"""Makes text that comes from outside harmless and visible wherever it is shown.

A terminal obeys control characters, a reader is misled by characters that reorder or hide
text. Each of them is replaced by a symbol that shows what stood there.
"""

import json
import re
from collections.abc import Iterable

_REORDERING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_LINE_BREAKING = (0x2028, 0x2029)
_HIDING = (0x00AD, 0x180E, 0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), 0xFEFF)
_INTERLINEAR = (0xFFF9, 0xFFFA, 0xFFFB)
_TAGS = range(0xE0000, 0xE0080)


def _code(point: int) -> str:
    return f"\N{MATHEMATICAL LEFT ANGLE BRACKET}U+{point:04X}\N{MATHEMATICAL RIGHT ANGLE BRACKET}"


def _symbols() -> dict[int, str]:
    table = {point: chr(0x2400 + point) for point in range(0x20)}
    table[ord("\t")] = " "
    table[0x7F] = "\N{SYMBOL FOR DELETE}"
    coded: Iterable[int] = (
        *range(0x80, 0xA0), *_REORDERING, *_LINE_BREAKING, *_HIDING, *_INTERLINEAR, *_TAGS
    )  # fmt: skip
    table |= {point: _code(point) for point in coded}
    # A lone surrogate cannot be written as UTF-8.
    table |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
    return table


_SYMBOLS = _symbols()
_NOT_PLAIN = re.compile("[^ -~\\n]")


def make_inert(text: str) -> str:
    """One line of plain text without a character that steers, reorders or hides.

    Control characters become their pictures (``ESC`` is shown as U+241B), the others their
    code in angle brackets; a tab becomes a space. Joiners that scripts and emoji need stay.
    The result has no line break. It is not escaped for HTML or any other markup.
    """
    return text.translate(_SYMBOLS)


def inert_json(value: object, *, indent: int | None = None) -> str:
    """A value as JSON text that is safe on a terminal and as UTF-8.

    Characters that steer, reorder or hide are written as escapes; letters of other scripts
    stay readable.
    """
    return _NOT_PLAIN.sub(_as_escape, json.dumps(value, ensure_ascii=False, indent=indent))


def _as_escape(found: re.Match[str]) -> str:
    char = found[0]
    return char if make_inert(char) == char else json.dumps(char)[1:-1]
