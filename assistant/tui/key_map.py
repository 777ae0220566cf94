"""The key maps of the settings, as Textual takes them."""

from assistant.settings.settings import KEY_MAPS, Settings

_NAMES = {",": "comma"}
"""A key map of Textual's has commas between keys."""


def binding_id(table: str, action: str) -> str:
    """The id of the binding that a key map gives its letter."""
    return f"{table}.{action}"


def keymap_of(settings: Settings) -> dict[str, str]:
    """The keys in force by the ids of their bindings."""
    tables = {table: getattr(settings, table) for table in KEY_MAPS}
    letters = {
        binding_id(table, action): _NAMES.get(letter, letter)
        for table, its in tables.items()
        for action, letter in its
    }
    return {"leader": settings.keys.leader, **letters}
