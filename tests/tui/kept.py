"""Calls that are in the store before a test begins."""

from uuid import UUID

from assistant.domain.people import Lead
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.saving import save_annotation
from assistant.workflows.wiring import Workbench

SAID = """[00:00:05] Dana: hello, how are the trucks
[00:00:12] Luis: need: trucks leave late; need: drivers wait
[00:00:31] Dana: and the money, ask: budget.amount
[00:01:02] Luis: budget: forty thousand
[00:01:40] Luis: well that is all I know
"""


def keep_call(
    bench: Workbench, lead: Lead | None = None, *, text: str = SAID, name: str = "luis.txt"
) -> UUID:
    """A call with four answers, its verdict recorded."""
    read = annotate_text(bench, text, AnnotateOptions(rep="Dana"), name=name)
    return save_annotation(bench, read, lead)
