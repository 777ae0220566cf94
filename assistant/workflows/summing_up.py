"""The summary of a call, a few lines for the clipboard or a file, and a mail to the lead."""

from collections.abc import Container
from pathlib import Path
from typing import get_args
from uuid import UUID

from assistant.domain.errors import BadInput, FileIsThere
from assistant.workflows.annotating import Format, annotation_of_call, render
from assistant.workflows.known_files import remember
from assistant.workflows.viewing import call_of, view_call, whom
from assistant.workflows.views import CallView
from assistant.workflows.wiring import Workbench

MOST_OPEN = 3
"""So many open questions are put into a mail."""
ENDINGS: dict[str, Format] = {f".{form}": form for form in get_args(Format) if form != "text"}


def summary_of(bench: Workbench, call_id: UUID) -> str:
    """The summary as plain lines."""
    from assistant.reports.summary_text import as_summary

    annotation = annotation_of_call(bench, call_id)
    lead, account = whom(bench, call_of(bench, call_id))
    names = [lead.name if lead and lead.name != annotation.call.title else ""]
    names.append(account.name if account else "")
    return as_summary(annotation, with_whom=", ".join(filter(None, names)))


def follow_up_of(bench: Workbench, call_id: UUID) -> str:
    """A mail to the lead as plain lines: what was confirmed and agreed, and what is open."""
    from assistant.reports.follow_up import UNDERSTOOD, as_follow_up

    view = view_call(bench, call_id)
    return as_follow_up(
        annotation_of_call(bench, call_id),
        to=view.lead.name if view.lead else "",
        sign=view.call.rep.name,
        ask=open_questions(view, UNDERSTOOD),
    )


def open_questions(view: CallView, fields: Container[str]) -> tuple[str, ...]:
    """The questions of criteria that nothing is known about, asked or not; at most three.

    Only those that one of ``fields`` answers: the others are not for a mail.
    """
    unknown = [
        key
        for bank, assessment in zip(view.banks, view.assessments, strict=True)
        for criterion in bank.criteria
        if criterion.id in assessment.verdict.missing
        for key in criterion.sources
        if key in fields
    ]
    asks: dict[str, str] = {}
    for gate in view.gates:
        for one in gate.questions:
            if one.state in {"open", "asked"} and one.question.key in unknown:
                asks.setdefault(one.question.key, one.question.ask)
    return tuple(asks.values())[:MOST_OPEN]


def save_summary(bench: Workbench, call_id: UUID, path: Path, *, over: bool = False) -> Path:
    """Write the summary, or the whole report where the name ends like one (.md, .html, .json).

    Raises as ``save_text`` does. Gives the whole path.
    """
    form = ENDINGS.get(path.suffix.casefold())
    whole = form and render(annotation_of_call(bench, call_id), form)
    return save_text(bench, call_id, whole or summary_of(bench, call_id), path, over=over)


def save_text(
    bench: Workbench, call_id: UUID, text: str, path: Path, *, over: bool = False
) -> Path:
    """Write a text about a call to a file, which forgetting the call reaches. Gives the whole path.

    A file that is there is written ``over`` only. Raises ``FileIsThere`` for one, and
    ``BadInput`` that says why it can't be written.
    """
    path = _write(text, path, over=over)
    remember(bench, path, "export", [call_id])
    return path


def _write(text: str, path: Path, *, over: bool) -> Path:
    file = str(path)
    try:
        path = path.expanduser().absolute()
        with path.open("w" if over else "x", encoding="utf-8") as out:
            out.write(text.rstrip("\n") + "\n")
    except FileExistsError:
        raise FileIsThere("it is there already. Give another name.", file=file) from None
    except (OSError, RuntimeError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"it cannot be written: {why}", file=file) from error
    return path
