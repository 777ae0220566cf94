"""What the program holds in memory as a call of many hours goes on."""

import time
from collections.abc import Callable, Iterator
from itertools import islice

from benchmarks.call_screen.program import Memory, Place, memory_of, reader_ready, talk

TURNS_AN_HOUR = 662
"""Of an hour's call of 9,000 words; docs/speed.md measures the same one."""
NOTES_AN_HOUR = 30


def measure(
    place: Place, *, hours: int, turns_a_second: float, tell: Callable[[Memory], None]
) -> list[Memory]:
    """What each process holds after each hour; it is told when it is known."""
    said: Iterator[str] = talk()
    held: list[Memory] = []
    with place.follow() as terminal:
        terminal.wait(reader_ready, what="the reader")
        for hour in range(1, hours + 1):
            for number, line in enumerate(islice(said, TURNS_AN_HOUR)):
                place.say(line)
                if number % (TURNS_AN_HOUR // NOTES_AN_HOUR) == 0:
                    terminal.press(f"{line[6:60]} {hour}.{number}\r")
                time.sleep(1 / turns_a_second)
            place.say(f"Luis: That was hour number {hour}.", "Dana: Let us go on.")
            terminal.wait_for(f"hour number {hour}.", seconds=600)
            held.append(memory_of(terminal.process.pid))
            tell(held[-1])
            terminal.forget()
    return held
