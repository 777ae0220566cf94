"""A rep's and a manager's workbench, each on a store of its own, with clocks of their own."""

from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from assistant.domain.calls import Consent
from assistant.domain.fields import Field
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.packing import pack_calls
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.unpacking import CameIn, unpack
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import DANA, MANAGER, Clock, bench_maker

TALK = "Dana: What have you put aside?\nInes: budget: forty thousand\nInes: need: a new plant\n"


class Two(NamedTuple):
    """The two, and a folder that both reach."""

    rep: Workbench
    manager: Workbench
    rep_clock: Clock
    manager_clock: Clock
    folder: Path

    def send(self, sender: Workbench, receiver: Workbench, *calls: UUID) -> CameIn:
        """Pack calls at one and take them in at the other."""
        number = len(list(self.folder.iterdir()))
        return unpack(receiver, pack_calls(sender, calls, self.folder / f"{number}.zip"))


def two_stores(tmp_path: Path, opened: ExitStack) -> Two:
    rep_clock, manager_clock = Clock(), Clock()
    folder = tmp_path / "shared"
    folder.mkdir()
    return Two(
        bench_maker(tmp_path / "rep.sqlite", rep_clock, opened)(DANA),
        bench_maker(tmp_path / "manager.sqlite", manager_clock, opened)(MANAGER),
        rep_clock,
        manager_clock,
        folder,
    )


def a_call(bench: Workbench, *notes: str, name: str = "Ines Ortega") -> UUID:
    """An ended call with those notes."""
    lead = add_lead(
        bench,
        NewLead(
            name=name, email=f"{name.split(maxsplit=1)[0].lower()}@example.com", account="Harbor"
        ),
    )
    call_id = start_call(bench, lead_id=lead.id, banks=("bant",), consent=Consent.ASKED_AND_AGREED)
    live = LiveCall(bench, call_id)
    live.keep_notes("".join(f"{note}\n" for note in notes))
    live.read_notes()
    live.add_transcript(TALK)
    live.end()
    live.close()
    return call_id


def answer_to(bench: Workbench, call_id: UUID, field: Field) -> str:
    """The id of the first answer to a field."""
    return next(one.id for one in bench.store.answers(call_id) if one.field is field)
