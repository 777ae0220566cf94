"""Who may write to a call: one window at a time, which keeps a lease of it."""

import os
import platform
from hashlib import sha256
from uuid import UUID, uuid4

from assistant.workflows.wiring import Workbench


def new_holder() -> str:
    """A name that no other window has; it tells this machine and this process, too."""
    return f"{_machine()}-{os.getpid()}-{uuid4().hex}"


def is_gone(holder: str) -> bool:
    """Whether the holder was a process of this machine that has ended: it was killed.

    Where that cannot be told it counts as there, and its lease becomes stale by itself.
    """
    machine, _, rest = holder.partition("-")
    process = rest.partition("-")[0]
    if os.name != "posix" or machine != _machine() or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _machine() -> str:
    return sha256(platform.node().encode()).hexdigest()[:12]


class Hold:
    """A window's lease of a call, or what keeps it from having one."""

    def __init__(self, bench: Workbench, call_id: UUID) -> None:
        self._bench = bench
        self._call_id = call_id
        self._holder = new_holder()
        self.mine = False
        self.whose = ""

    def take(self, *, force: bool = False) -> bool:
        """Take the lease where it is free, stale, or left by a killed window; whether it is mine.

        ``force`` takes it from a window that is alive.
        """
        store, who, now = self._bench.store, self._bench.who, self._bench.clock()
        lease = store.take_lease(self._call_id, self._holder, who, now, force=force)
        if lease.holder != self._holder and is_gone(lease.holder):
            lease = store.take_lease(self._call_id, self._holder, who, now, force=True)
        self.mine = lease.holder == self._holder
        self.whose = "" if self.mine else lease.who.name
        return self.mine

    @property
    def refusal(self) -> str:
        """Why nothing can be written, to the person who wants to."""
        return f"{self.whose or 'Another window'} has this call open. Take it over to write."

    def stands(self) -> bool:
        """Whether it is still mine, and kept now. Changes nothing else: any thread may ask."""
        store, now = self._bench.store, self._bench.clock()
        return self.mine and store.beat(self._call_id, self._holder, now)

    def keep(self) -> bool:
        """Keep it, or take it once it is free; whether it is mine.

        False once where another window had it meanwhile, even if it is free again: what that
        one wrote has to be seen before anything is written over it.
        """
        if self.stands():
            return True
        lost = self.mine
        self.take()
        self.mine = self.mine and not lost
        return self.mine

    def give_back(self) -> None:
        """Let others have it."""
        if self.mine:
            self._bench.store.release(self._call_id, self._holder)
            self.mine = False
