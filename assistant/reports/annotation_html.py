"""An annotation as one page of HTML: no scripts, no requests, nothing in it is obeyed."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from assistant.domain.annotation import Annotation
from assistant.domain.inert import make_inert
from assistant.reports.highlights import spoken_turns
from assistant.reports.outline import answer_lines, outline
from assistant.reports.showing import STATUS_SIGNS, unconfirmed_words


def as_html(annotation: Annotation) -> str:
    """A whole page. Its policy lets it run no script and load nothing."""
    report = outline(annotation)
    lines = answer_lines(annotation)
    return (
        _environment()
        .get_template("annotation.html.j2")
        .render(
            report=report,
            turns=spoken_turns(annotation, lines.values()),
            language=annotation.call.language,
            placed={line.id for line in lines.values() if line.turn is not None},
            signs=STATUS_SIGNS,
            style=_style(),
            style_hash=b64encode(sha256(_style().encode()).digest()).decode(),
            unconfirmed_words=unconfirmed_words,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("assistant.reports"),
        autoescape=True,
        finalize=_inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _inert(shown: Any) -> Any:
    """Whatever the template shows is made inert here, before it is escaped."""
    if isinstance(shown, Markup) or not isinstance(shown, str):
        return shown
    return make_inert(shown)


@cache
def _style() -> Markup:
    """Our own stylesheet, the only text that goes into the page as it is."""
    file = files("assistant.reports").joinpath("templates", "annotation.css")
    return Markup(file.read_text(encoding="utf-8").replace("\r\n", "\n"))  # noqa: S704
