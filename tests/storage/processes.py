"""Runs the store in processes of their own."""

import subprocess
import sys
from pathlib import Path

HEAD = """
import sys, os
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4
from assistant.storage.opening import open_store
from tests.storage.samples import *
path = Path(sys.argv[1])
clock = lambda: datetime.now(UTC)
def say(word): print(word, flush=True)
"""


def start(code: str, path: Path, *arguments: str) -> "subprocess.Popen[str]":
    """A Python that runs ``code`` with ``path``, ``clock``, ``say``; it can be talked to."""
    return subprocess.Popen(
        [sys.executable, "-c", HEAD + code, str(path), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )


def run_together(code: str, path: Path, count: int) -> list[str]:
    """What so many processes said, each after it read a line that all got at once."""
    processes = [start("say('ready'); input()\n" + code, path) for _ in range(count)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return [finished(process) for process in processes]


def finished(process: "subprocess.Popen[str]") -> str:
    """What it says until it ends well."""
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return out.strip()
