"""How large a zip file's list of files is, before that list is parsed.

Python's zipfile makes an object for each file in it, so a list of a million takes seconds.
"""

TAIL = 22 + 65_535
"""So many of the last bytes of a zip file tell it: a record, with a comment at the most."""
_END = b"PK\x05\x06"
_LARGE_END = b"PK\x06\x06"
_LARGE_RECORD = 56 + 20


def directory_bytes(tail: bytes) -> int:
    """The bytes that the list takes, by the file's last ones; 0 where they don't tell.

    Found as zipfile finds it: a record for large files counts in place of the other.
    """
    at = tail.rfind(_END)
    if at < 0:
        return 0
    large = tail[max(0, at - _LARGE_RECORD) : at]
    if len(large) == _LARGE_RECORD and large.startswith(_LARGE_END):
        return int.from_bytes(large[40:48], "little")
    return int.from_bytes(tail[at + 12 : at + 16], "little")
