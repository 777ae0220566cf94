"""The summary of a call: a few lines, for the clipboard or a file."""

from pathlib import Path
from typing import get_args
from uuid import UUID

from assistant.domain.errors import BadInput
from assistant.workflows.annotating import Format, annotation_of_call, render
from assistant.workflows.viewing import call_of, whom
from assistant.workflows.wiring import Workbench

ENDINGS: dict[str, Format] = {f".{form}": form for form in get_args(Format) if form != "text"}


def summary_of(bench: Workbench, call_id: UUID) -> str:
    """The summary as plain lines."""
    from assistant.reports.summary_text import as_summary

    annotation = annotation_of_call(bench, call_id)
    lead, account = whom(bench, call_of(bench, call_id))
    names = [lead.name if lead and lead.name != annotation.call.title else ""]
    names.append(account.name if account else "")
    return as_summary(annotation, with_whom=", ".join(filter(None, names)))


def save_summary(bench: Workbench, call_id: UUID, path: Path) -> Path:
    """Write the summary, or the whole report where the name ends like one (.md, .html, .json).

    A file that is there is never written over. Raises ``BadInput`` that says why it can't be
    written. Gives the whole path.
    """
    form = ENDINGS.get(path.suffix.casefold())
    file = str(path)
    text = render(annotation_of_call(bench, call_id), form) if form else summary_of(bench, call_id)
    try:
        path = path.expanduser().absolute()
        with path.open("x", encoding="utf-8") as out:
            out.write(text.rstrip("\n") + "\n")
    except FileExistsError:
        raise BadInput("it is there already. Give another name.", file=file) from None
    except (OSError, RuntimeError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"it cannot be written: {why}", file=file) from error
    return path
