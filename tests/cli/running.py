"""Runs the program as a user does: another process, with this test's folders."""

import os
import subprocess
import sys
from collections.abc import Mapping


def run_program(
    *arguments: str, given: str | bytes = b"", environ: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """The finished program with its output. ``given`` is its standard input."""
    raw = subprocess.run(
        [sys.executable, "-m", "assistant", *arguments],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        check=False,
        env={**os.environ, **(environ or {})},
        timeout=120,
    )
    return subprocess.CompletedProcess(
        raw.args, raw.returncode, _text(raw.stdout), _text(raw.stderr)
    )


def _text(output: bytes) -> str:
    return output.decode("utf-8").replace("\r\n", "\n")
