"""Whether a saved query names somebody who is to be forgotten."""

import re
from collections.abc import Iterable

from assistant.storage.connecting import folded

_ASKED = re.compile(r'(?:lead|account):(?:"((?:[^"\\]|\\.)*)"|([^\s()"]+))')


def names_anybody(query: str, names: Iterable[str]) -> bool:
    """Whether it has one of the names or e-mails, or asks for a lead or account by a part."""
    query = folded(query)
    parts = [quoted or bare for quoted, bare in _ASKED.findall(query)]
    known = [folded(name) for name in names if name.strip()]
    return any(name in query or any(part in name for part in parts) for name in known)
