"""The page in a real browser: it is styled under its own policy and obeys nothing in it."""

import os
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from assistant.domain.inert import make_inert
from assistant.reports.annotation_html import as_html
from tests.reports.making import HOSTILE, a_call, hostile

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--window-size=1100,1400",
)  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]


def opened(html: str, folder: Path, *flags: str) -> str:
    """What Chromium prints for the page."""
    page = folder / "page.html"
    page.write_text(html, encoding="utf-8")
    done = subprocess.run(
        [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", *flags, page.as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
        env={**os.environ, "HOME": str(folder)},
    )
    return done.stdout.decode("utf-8")


def picture(html: str, folder: Path) -> bytes:
    shot = folder / "page.png"
    opened(html, folder, f"--screenshot={shot}")
    return shot.read_bytes()


def test_scripts_and_markup_in_the_call_stay_words(tmp_path: Path) -> None:
    dom = opened(as_html(hostile()), tmp_path, "--dump-dom")
    title = dom[dom.index("<title>") + len("<title>") : dom.index("</title>")]
    assert unescape(title) == make_inert(HOSTILE)
    assert "<script" not in dom
    assert "<img" not in dom


def test_a_script_in_the_page_would_not_run(tmp_path: Path) -> None:
    planted = as_html(a_call()).replace("</head>", "<script>document.title='owned'</script></head>")
    dom = opened(planted, tmp_path, "--dump-dom")
    assert "<title>Acme, first call</title>" in dom


def test_the_stylesheet_is_let_through_by_the_policy(tmp_path: Path) -> None:
    html = as_html(a_call())
    styled = picture(html, tmp_path)
    assert styled.startswith(b"\x89PNG")
    assert styled != picture(html.replace("sha256-", "sha256-x"), tmp_path)
