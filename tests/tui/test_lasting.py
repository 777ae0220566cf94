import os
from pathlib import Path

import pytest

from assistant.tui.lasting import LastingOutput


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that takes nothing")
def test_what_nobody_takes_is_dropped() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as taken_by_nobody:
        output = LastingOutput(taken_by_nobody)
        assert output.write("a picture of the screen" * 1_000) == 23_000
        output.flush()
        output.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), taken_by_nobody.fileno())


def test_what_is_taken_arrives(tmp_path: Path) -> None:
    with (tmp_path / "screen").open("w", encoding="utf-8") as file:
        output = LastingOutput(file)
        output.write("drawn")
        output.flush()
        assert output.fileno() == file.fileno()

    assert (tmp_path / "screen").read_text(encoding="utf-8") == "drawn"
