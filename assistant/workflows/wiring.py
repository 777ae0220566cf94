"""Composes the parts: a face gets everything that it needs from one ``Workbench``."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from assistant.domain.bank import Bank
from assistant.domain.engine import Extractor, Parts
from assistant.domain.errors import NotFound
from assistant.domain.people import Who
from assistant.domain.store import Store
from assistant.settings.loading import LoadedSettings, load_settings
from assistant.settings.paths import store_file, team_folder
from assistant.settings.settings import Settings
from assistant.settings.shipped import shipped

if TYPE_CHECKING:
    from assistant.extraction.apart.reader import ApartExtractor
    from assistant.playbook.playbook import Playbook
    from assistant.playbook.trackers import Trackers
    from assistant.trackers.finding import Finder


def utc_now() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)


class Workbench:
    """Settings, and the parts that are opened when they are first used.

    Each part is opened once, also when several threads ask for it at the same time.
    """

    def __init__(
        self,
        loaded: LoadedSettings,
        *,
        clock: Callable[[], datetime] = utc_now,
        extractor: Extractor | None = None,
    ) -> None:
        self.settings: Settings = loaded.settings
        self.origins: Mapping[str, str] = loaded.origins
        self.clock = clock
        self._extractor = extractor
        self._apart: ApartExtractor | None = None
        self._store: Store | None = None
        self.applies_retention = True
        self._opening_extractor = Lock()
        self._opening_store = Lock()

    @classmethod
    def open(cls, overrides: Mapping[str, str] | None = None) -> "Workbench":
        """A workbench of the settings in force. Raises ``BadInput`` for a bad settings file."""
        return cls(load_settings(overrides or {}))

    @property
    def who(self) -> Who:
        """Who I am: every decision carries it."""
        return self.settings.me

    def local(self, instant: datetime) -> datetime:
        """An instant in my time zone, whose date a call's relative dates start from."""
        return instant.astimezone(ZoneInfo(self.settings.time_zone))

    @property
    def store_path(self) -> Path:
        """Where the store is, or will be."""
        return self.settings.store or store_file()

    @property
    def store(self) -> Store:
        """The store, created or migrated when first used. Raises ``StoreUnavailable``.

        What is older than the settings keep it is erased then, unless ``applies_retention``
        was set to False before.
        """
        store = self._store
        if store is None:
            with self._opening_store:
                store, opened = self._store, self._store is None
                if store is None:
                    from assistant.qualification.standing import settle
                    from assistant.storage.opening import open_store

                    store = open_store(self.store_path, clock=self.clock, settle=settle)
                    self._store = store
            if opened and self.applies_retention:
                from assistant.workflows.retention import apply_at_start

                apply_at_start(self)
        return store

    @property
    def extractor(self) -> Extractor:
        """What reads the words. The first use loads it, which takes about a second."""
        with self._opening_extractor:
            if self._extractor is None:
                self._extractor = self._loaded_apart() or self._loaded_here()
            return self._extractor

    @staticmethod
    def _loaded_here() -> Extractor:
        from assistant.extraction.loading import load_extractor

        return load_extractor()

    def _loaded_apart(self) -> Extractor | None:
        """What reads in its own process, once it is loaded; None where there is no such."""
        if self._apart is None:
            return None
        from assistant.extraction.apart.reader import ReaderLost, ReadingFault

        try:
            _ = self._apart.engine
        except (ReaderLost, ReadingFault):
            self._apart.close()
            return None
        return self._apart

    def read_apart(self) -> None:
        """Read in a process of its own, which begins to load now.

        Where words are typed meanwhile, nobody waits for the reading: Python runs one thread
        at a time. Where no process can be started, the extractor is loaded here as usual.
        """
        if self._extractor is not None or self._apart is not None:
            return
        from assistant.extraction.apart.reader import ApartExtractor

        with suppress(OSError):
            self._apart = ApartExtractor()

    def read_with(self, engine: Parts) -> None:
        """Read with only a part of the engine, as an evaluation of the parts does."""
        if engine != "both":
            from assistant.extraction.loading import load_extractor

            only_rules = engine == "rules"
            self._extractor = (
                load_extractor(model=None) if only_rules else load_extractor(rules="none")
            )

    @property
    def extractor_ready(self) -> bool:
        """Whether using the extractor needs no loading."""
        return self._extractor is not None

    @cached_property
    def playbook(self) -> "Playbook":
        """Banks, lifecycles, ICP and points: the shipped ones, then the team's own."""
        from assistant.playbook.playbook import load_playbook

        return load_playbook([shipped("question_banks"), team_folder()], icp=self.settings.icp)

    @cached_property
    def trackers(self) -> "Trackers":
        """The shipped trackers, then the team's own."""
        from assistant.playbook.trackers import load_trackers

        return load_trackers([shipped("question_banks"), team_folder()])

    @cached_property
    def tracker_finder(self) -> "Finder":
        """What finds all trackers; the tagger's words are spelt right, whatever they are like."""
        from assistant.extraction.learned.vocabulary import whole_words
        from assistant.trackers.finding import Finder

        return Finder(tuple(self.trackers.trackers.values()), whole_words())

    def bank(self, name: str) -> Bank:
        """A bank by its id, or by the path of its file. Raises ``NotFound`` or ``BadInput``."""
        if name in self.playbook.banks:
            return self.playbook.banks[name]
        path = Path(name)
        if path.suffix in {".yaml", ".yml"} or path.exists():
            from assistant.playbook.banks import load_bank

            return load_bank(path)
        known = ", ".join(sorted(self.playbook.banks))
        raise NotFound(f"There is no bank {name!r}. Give a file, or one of: {known}.")

    def close(self) -> None:
        """Close the store, if it was opened, and end the process that reads."""
        if self._apart is not None:
            self._apart.close()
        if self._store is not None:
            self._store.close()
            self._store = None
