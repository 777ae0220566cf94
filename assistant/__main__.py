"""``python -m assistant`` is the same as ``assistant``."""

from assistant.cli.main import run

if __name__ == "__main__":
    run()
