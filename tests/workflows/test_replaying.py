"""A sample is written as it would be said."""

from pathlib import Path

import pytest

from assistant.workflows.replaying import Replay, written


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Ana: We lose\nBen: Oh\n",
            [(0.0, "Ana: "), (0.4, "We "), (0.8, "lose\n"), (1.2, "Ben: "), (1.6, "Oh\n")],
        ),
        (
            "1\n00:00:02,000 --> 00:00:09,000\nOh\n\n2\n00:00:09,500 --> 00:00:10,000\r\nNo",
            [
                (0.0, "1\n"),
                (2.0, "00:00:02,000 --> 00:00:09,000\n"),
                (2.0, "Oh\n"),
                (2.4, "\n"),
                (2.4, "2\n"),
                (9.5, "00:00:09,500 --> 00:00:10,000\r\n"),
                (9.5, "No"),
            ],
        ),
        ("", []),
    ],
)
def test_words_take_their_while_and_times_are_kept(
    text: str, pieces: list[tuple[float, str]]
) -> None:
    found = list(written(text))
    assert [piece for _, piece in found] == [piece for _, piece in pieces]
    assert [at for at, _ in found] == pytest.approx([at for at, _ in pieces])


def test_the_file_becomes_the_text(tmp_path: Path) -> None:
    path = tmp_path / "captions.txt"
    replay = Replay("Ana: Hello\r\nBen: é\n", path, speed=1000)
    replay.start()
    while not path.exists() or path.read_bytes() != "Ana: Hello\r\nBen: é\n".encode():
        pass
    replay.stop()


def test_it_can_be_stopped(tmp_path: Path) -> None:
    replay = Replay("Ana: one two three\n" * 1000, tmp_path / "captions.txt", speed=0.1)
    replay.start()
    replay.stop()
    assert (tmp_path / "captions.txt").stat().st_size < 100
