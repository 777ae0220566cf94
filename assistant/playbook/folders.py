"""The YAML files of a team's folder."""

from pathlib import Path

from assistant.yamlfile.problems import Problem

SUFFIXES = frozenset({".yaml", ".yml"})


def yaml_files(folder: Path, problems: list[Problem]) -> list[Path]:
    """The files by name, hidden ones left out; a folder that can't be read adds a problem."""
    try:
        paths = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        message = f"cannot be read: {error.strerror or 'no reason given'}"
        problems.append(Problem(file=str(folder), message=message))
        return []
    return [path for path in paths if path.suffix in SUFFIXES and not path.name.startswith(".")]
