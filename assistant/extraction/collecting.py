"""Keeps Python's garbage collector away from what lives as long as the program."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """What is made inside is neither looked through now nor ever again; also as a decorator.

    The lists and patterns are some hundred thousand objects: to look through all of them
    in the middle of a call would hold it up by a tenth of a second.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if collecting:
            gc.enable()
