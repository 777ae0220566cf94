"""How large a transcript may be. Apart from its readers, which take long to load."""

MOST_BYTES = 20 * 1024 * 1024
MOST_TURNS = 50_000
MOST_CUES = 50_000
"""Of captions: a day of them, where one stands for two seconds."""
MOST_LINES = 300_000
"""Six for each turn: a cue has a number, times, two lines of words and a blank one."""
LONGEST_LINE = 1_000_000
LONGEST_TURN = 250_000
"""Characters: four hours of one voice that never stops."""
MOST_RECORDS = 100_000
"""In a list of JSON: ten hours of words, as some tools list them."""
