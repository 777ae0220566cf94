"""The playbook: everything that a team sells by, from the shipped files and its own."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field as Attribute

from assistant.domain.bank import Bank
from assistant.domain.frozen import Frozen
from assistant.domain.lifecycle import Lifecycle
from assistant.domain.people import Icp, PointsTable
from assistant.playbook.agreement import known_events, known_gates, known_lifecycle, same_answers
from assistant.playbook.banks import bank_of
from assistant.playbook.folders import SUFFIXES, yaml_files
from assistant.playbook.lifecycles import lifecycle_of
from assistant.playbook.profiles import icp_of, points_of
from assistant.yamlfile.checking import Check
from assistant.yamlfile.problems import Problem, YamlProblems, shown
from assistant.yamlfile.reading import YamlFile, read_yaml
from assistant.yamlfile.suggesting import suggestion

NO_POINTS = PointsTable(id="none", title="No points table", threshold=1, points={})
"""In force where no folder has a points table: nobody is engaged."""

_LIFECYCLE_KEYS = frozenset({"stages", "steps"})
_POINTS_KEYS = frozenset({"points", "threshold"})
_ICP_KEYS = frozenset({"industries", "locations", "titles", "employees_from", "employees_to"})
_KEYS_OF_OTHERS = _LIFECYCLE_KEYS | _POINTS_KEYS | _ICP_KEYS

Loaded = Bank | Lifecycle | Icp | PointsTable


class Playbook(Frozen):
    """What is in force, by id.

    ``problems`` are those of files that could not be used, or of which a part has no effect;
    they never stop the program. ``files`` has the file of each bank.
    """

    banks: dict[str, Bank]
    lifecycles: dict[str, Lifecycle]
    icp: Icp | None = None
    points: PointsTable = NO_POINTS
    problems: tuple[Problem, ...] = ()
    files: dict[str, Path] = Attribute(default_factory=dict)


def load_file(yaml: YamlFile, playbook: Playbook | None = None) -> Loaded:
    """What a file holds, told by its keys. Raises ``YamlProblems`` with every mistake.

    With a playbook it also has to fit everything there but what it would replace.
    """
    keys = yaml.data.keys()
    if keys & {"gates", "criteria"} or not keys & _KEYS_OF_OTHERS:
        return bank_of(yaml, *_checks_of_bank(playbook))
    if keys & _LIFECYCLE_KEYS:
        return lifecycle_of(yaml, *([known_gates(playbook.banks)] if playbook else []))
    return points_of(yaml) if keys & _POINTS_KEYS else icp_of(yaml)


def load_playbook(folders: Sequence[Path], icp: str | None = None) -> Playbook:
    """Everything in the folders and their ``lifecycles``; by id, later folders win.

    ``icp`` is the id of an ideal customer profile there, or the path of one's file; without
    it none is in force.
    """
    shelf = _Shelf()
    for folder in folders:
        shelf.take_all(folder)
        shelf.take_all(folder / "lifecycles")
    profile = shelf.profile(icp) if icp else None
    playbook = Playbook(
        banks=shelf.banks,
        lifecycles=shelf.lifecycles,
        icp=profile,
        points=shelf.points,
        files={bank_id: Path(yaml.name) for bank_id, yaml in shelf.bank_files.items()},
    )
    problems = (*shelf.problems, *_unfit(playbook, shelf))
    return playbook.model_copy(update={"problems": problems})


def _checks_of_bank(playbook: Playbook | None) -> list[Check]:
    if playbook is None:
        return []
    checks = [same_answers(playbook.banks), known_lifecycle(playbook.lifecycles)]
    if playbook.points.points:
        checks.append(known_events(playbook.points))
    return checks


def _unfit(playbook: Playbook, shelf: "_Shelf") -> Iterator[Problem]:
    """What does not fit together, now that everything is here.

    Of two banks that disagree the later one is at fault.
    """
    earlier: dict[str, Bank] = {}
    for bank_id, yaml in shelf.bank_files.items():
        for check in _checks_of_bank(playbook.model_copy(update={"banks": earlier})):
            yield from check(yaml)
        earlier[bank_id] = playbook.banks[bank_id]
    for yaml in shelf.lifecycle_files.values():
        yield from known_gates(playbook.banks)(yaml)


class _Shelf:
    """What has been read so far."""

    def __init__(self) -> None:
        self.banks: dict[str, Bank] = {}
        self.bank_files: dict[str, YamlFile] = {}
        self.lifecycles: dict[str, Lifecycle] = {}
        self.lifecycle_files: dict[str, YamlFile] = {}
        self.icps: dict[str, Icp] = {}
        self.points = NO_POINTS
        self.problems: list[Problem] = []

    def take_all(self, folder: Path) -> None:
        """Read a folder's YAML files by name; one with mistakes leaves what was there before."""
        for path in yaml_files(folder, self.problems):
            self._take(path)

    def profile(self, name: str) -> Icp | None:
        """The ideal customer profile with this id, or in this file."""
        if name in self.icps:
            return self.icps[name]
        try:
            if Path(name).suffix in SUFFIXES:
                return icp_of(read_yaml(Path(name)))
        except YamlProblems as error:
            self.problems += error.problems
            return None
        message = f"there is no ideal customer profile {shown(name)!r}"
        offer = suggestion(name, self.icps)
        self.problems.append(Problem(file="settings", key="icp", message=message, instead=offer))
        return None

    def _take(self, path: Path) -> None:
        try:
            yaml = read_yaml(path)
            self._put(load_file(yaml), yaml)
        except YamlProblems as error:
            self.problems += error.problems

    def _put(self, loaded: Loaded, yaml: YamlFile) -> None:
        match loaded:
            case Bank():
                for shelf in (self.banks, self.bank_files):
                    shelf.pop(loaded.id, None)  # what replaces another is later than all
                self.banks[loaded.id] = loaded
                self.bank_files[loaded.id] = yaml
            case Lifecycle():
                self.lifecycles[loaded.id] = loaded
                self.lifecycle_files[loaded.id] = yaml
            case Icp():
                self.icps[loaded.id] = loaded
            case PointsTable():
                self.points = loaded
