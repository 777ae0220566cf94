"""Attaches a meeting's typed chat to a stored call, where it is kept and never read as speech."""

from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from assistant.domain.fields import Kind
from assistant.ingest.reading import bytes_of, read_file
from assistant.workflows.reading_sources import content_of, origin_of
from assistant.workflows.taking_in import take_in
from assistant.workflows.viewing import call_of
from assistant.workflows.wiring import Workbench


class Attached(NamedTuple):
    """How many messages a chat has, and what its reader noted."""

    messages: int
    noted: tuple[str, ...]


def attach_chat(bench: Workbench, call_id: UUID, path: Path) -> Attached:
    """Keep a chat file as a source of a call, once.

    Raises ``BadInput``: it cannot be read, or is no chat.
    """
    data = bytes_of(path)
    chat = read_file(path, kind=Kind.CHAT, data=data)
    with bench.store.together():
        call = call_of(bench, call_id)
        take_in(bench, call, chat, content=content_of(data), origin=origin_of(path))
    return Attached(len(chat.turns), chat.warnings)
