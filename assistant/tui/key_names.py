"""Keys as a person reads them. Pure."""


def shown(key: str) -> str:
    """A key in few cells: "^L" for ctrl+l, "F2" for f2, a letter as it is."""
    control, _, letter = key.rpartition("+")
    return f"^{letter.upper()}" if control == "ctrl" else key.upper() if len(key) > 1 else key


def spelled(key: str) -> str:
    """A key with what to press: "^L (Ctrl and L)", "F2"."""
    control, _, letter = key.rpartition("+")
    return f"{shown(key)} (Ctrl and {letter.upper()})" if control == "ctrl" else shown(key)
