"""Write docs/parts.md: what each part of the engine adds, on the development calls.

python docs/make_parts.py
"""

from collections.abc import Callable
from functools import partial

from assistant.domain.engine import Extractor
from assistant.extraction.loading import load_extractor
from assistant.settings.loading import load_settings
from assistant.workflows.evaluating import annotator, evaluate, read_asked_marks, read_calls
from assistant.workflows.wiring import Workbench
from docs.make_accuracy import DEV, NEW_WRITERS, ROOT, each_once, overall, table

PAGE = ROOT / "docs" / "parts.md"

ENGINES: dict[str, Callable[[], Extractor]] = {
    "rules alone": partial(load_extractor, model=None),
    "tagger alone": partial(load_extractor, rules="none"),
    "tagger, all rules beside it": partial(load_extractor, rules="all"),
    "as shipped": load_extractor,
}

INTRO = """# What each part adds

The figures of [accuracy](accuracy.md) with parts of the engine left out. Made by
`python docs/make_parts.py`; `assistant evaluate transcripts/corpus/dev --engine rules` (or
`tagger`) prints the first two columns.

As shipped, the tagger's answers stand, and beside them those answers of rules that the tagger
holds possible: whose words answer the rule's field with a probability of at least a tenth, on
average. With all rules beside it, no answer of a rule needs that.

## All development calls

"""


def page() -> str:
    """The page, under the default settings."""
    calls, asked = read_calls(DEV), read_asked_marks(DEV)
    new = [call for call in calls if call.id.startswith(NEW_WRITERS)]
    everywhere, among_new = {}, {}
    for name, load in ENGINES.items():
        loaded = load_settings(environ={}, file=ROOT / "no-settings.toml")
        annotate = each_once(annotator(Workbench(loaded, extractor=load())))
        everywhere[name] = evaluate(calls, annotate, asked=asked).figures
        among_new[name] = evaluate(new, annotate, asked=asked).figures
    text = INTRO + table(*overall(everywhere))
    return text + "\n## Calls by new writers\n\n" + table(*overall(among_new))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
