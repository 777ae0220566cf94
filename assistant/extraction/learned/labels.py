"""What the outputs mean: the order of fields, tags, polarities. Training keeps to it, too."""

from assistant.domain.fields import Field, Kind, Polarity, Side
from assistant.domain.values import Say

FIELDS = tuple(sorted(Field))
"""The fields in the order of the outputs."""
OUTSIDE = 0
"""The tag of words that answer nothing; 1 + 2 x field begins an answer, 2 + 2 x field goes on."""
TAGS = 1 + 2 * len(FIELDS)
POLARITIES = (Polarity.YES, Polarity.NO, Polarity.OPEN)
SAYS: tuple[Say | None, ...] = ("yes", "no", "shared", None)
"""What an answer about authority says of the speaker's own say, as in ``Deciders``."""

START = "[CLS]"
"""The piece that begins every window."""
MARKERS = {
    Side.REP: "[unused1]",
    Side.PROSPECT: "[unused2]",
    Side.UNKNOWN: "[unused2]",
    Side.OTHER: "[unused3]",
}
NOTE_MARKER = "[unused4]"
"""The piece that begins a turn says who speaks; a line of notes has its own."""


def marker_of(side: Side, kind: Kind) -> str:
    """The piece that a turn begins with. Who is unknown may be the prospect."""
    return NOTE_MARKER if kind is Kind.NOTES else MARKERS[side]


def begins(field: int) -> int:
    """The tag that begins an answer to ``FIELDS[field]``."""
    return 1 + 2 * field


def goes_on(field: int) -> int:
    """The tag that an answer to ``FIELDS[field]`` goes on with."""
    return 2 + 2 * field
