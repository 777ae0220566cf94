"""A setting that was chosen on a screen is kept; the rest of the file stays as it is."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.settings.keeping import keep_setting, with_setting
from assistant.settings.loading import load_settings
from assistant.settings.starter import starter_text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('theme = "ink"', 'theme = "paper"', id="set"),
        pytest.param(
            'bank = "bant"\ntheme="ink"  # my eyes # tire\n\n# who\n[me]\nname = "Dana"\n',
            'bank = "bant"\ntheme = "paper"  # my eyes # tire\n\n# who\n[me]\nname = "Dana"\n',
            id="set, with a comment after it",
        ),
        pytest.param(
            'theme = "#1"  # odd\n', 'theme = "paper"  # odd\n', id="a sign of comments in it"
        ),
        pytest.param(
            'theme = """\nink"""\nbank = "bant"\n',
            'theme = "paper"\nbank = "bant"\n',
            id="over two lines",
        ),
        pytest.param(
            '# Colours.\n# theme = "contrast"\n\n[me]\nname = "theme"\n',
            '# Colours.\n# theme = "contrast"\ntheme = "paper"\n\n[me]\nname = "theme"\n',
            id="below the line that explains it",
        ),
        pytest.param(
            '# mine\nbank = "bant"\n\n# theme = "ink" is dull\n[me]\nname = "Dana"\n'
            '# theme = "ink"\n',
            '# mine\nbank = "bant"\n\n# theme = "ink" is dull\ntheme = "paper"\n[me]\n'
            'name = "Dana"\n# theme = "ink"\n',
            id="above the first table",
        ),
        pytest.param(
            'bank = "bant"\n\n[me]\nname = "Dana"\n',
            'bank = "bant"\ntheme = "paper"\n\n[me]\nname = "Dana"\n',
            id="below the last setting of no table",
        ),
        pytest.param('[me]\nname = "D"\n', 'theme = "paper"\n[me]\nname = "D"\n', id="on top"),
    ],
)
def test_one_line_changes(before: str, after: str) -> None:
    assert with_setting(before, "theme", "paper") == after


def test_the_file_is_made_as_config_edit_makes_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"

    keep_setting(file, "theme", "paper")

    without = file.read_text(encoding="utf-8").replace('\ntheme = "paper"', "", 1)
    assert without == starter_text()
    assert load_settings(environ={}, file=file).settings.theme == "paper"


def test_line_ends_mark_and_link_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    real.write_bytes(b'\xef\xbb\xbfbank = "champ"\r\n# end\r\n')
    try:
        link.symlink_to(real)
    except OSError:  # Windows, without the right to make links
        link = real

    keep_setting(link, "theme", "paper")

    assert real.read_bytes() == b'\xef\xbb\xbfbank = "champ"\r\ntheme = "paper"\r\n# end\r\n'
    assert {one.name for one in tmp_path.iterdir()} == {real.name, link.name}


def test_a_file_that_is_no_toml_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("theme = \n", encoding="utf-8")

    with pytest.raises(BadInput, match=r"settings\.toml:1:"):
        keep_setting(file, "theme", "paper")

    assert file.read_text(encoding="utf-8") == "theme = \n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(BadInput, match="cannot be written"):
        keep_setting(tmp_path / "settings.toml", "theme", "paper")


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()

    with pytest.raises(BadInput, match="cannot be read"):
        keep_setting(tmp_path / "settings.toml", "theme", "paper")


LINES = st.sampled_from(
    ["", "# theme = 3", '# "', 'bank = "x"', "icp = 'a # b'", "[me]", 'name = "n"  # theme = 1',
     "[[odd]]", "list = [\n 1, # one\n 2]"]
)  # fmt: skip


@given(st.lists(LINES, max_size=8), st.sampled_from(["", 'theme = "ink"', "theme = 'ink' # no"]))
def test_every_other_value_and_line_stays(rest: list[str], first: str) -> None:
    text = "\n".join([first, *rest])
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return

    kept = with_setting(text, "theme", "paper")

    assert tomllib.loads(kept) == {**before, "theme": "paper"}
    others = [line for line in text.split("\n") if not line.startswith("theme")]
    assert [line for line in kept.split("\n") if not line.startswith("theme")] == others
