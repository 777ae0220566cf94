"""The option ``--mask``: stand-ins in place of names, companies, addresses and numbers."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.streams import complain

if TYPE_CHECKING:
    from uuid import UUID

    from assistant.domain.annotation import Annotation
    from assistant.domain.searching import HitPage
    from assistant.domain.transcript import Transcript
    from assistant.workflows.wiring import Workbench

Masked = Annotated[
    bool,
    typer.Option("--mask", help="Put stand-ins for names, companies, addresses and numbers."),
]


def masked_annotation(
    bench: "Workbench", annotation: "Annotation", call_id: "UUID | None" = None
) -> "Annotation":
    """The annotation with stand-ins; what was masked is said on standard error."""
    from assistant.workflows import masking

    masked, mask = masking.masked_annotation(bench, annotation, call_id)
    complain(mask.told())
    return masked


def masked_transcript(bench: "Workbench", transcript: "Transcript") -> "Transcript":
    """The transcript with stand-ins; what was masked is said on standard error."""
    from assistant.workflows import masking

    masked, mask = masking.masked_transcript(bench, transcript)
    complain(mask.told())
    return masked


def masked_hits(bench: "Workbench", page: "HitPage") -> "HitPage":
    """The hits with stand-ins; what was masked is said on standard error."""
    from assistant.workflows import masking

    masked, counts = masking.masked_hits(bench, page)
    complain(masking.told(counts))
    return masked
