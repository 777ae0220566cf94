"""How large a transcript may be. Apart from its readers, which take long to load."""

MOST_BYTES = 20 * 1024 * 1024
MOST_TURNS = 50_000
MOST_LINES = 400_000
LONGEST_TURN = 250_000
"""Characters: four hours of one voice that never stops."""
