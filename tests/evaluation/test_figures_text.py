from assistant.domain.fields import Field
from assistant.evaluation.figures import figures_text
from assistant.evaluation.scoring import score

FIGURES = {"precision": 0.8123, "recall": 0.5, "f1": 0.619, "gold": 12, "found": 9}
RESULT = {
    "calls": 2,
    "answers": FIGURES,
    "spans": FIGURES,
    "turns": FIGURES,
    "checklist": FIGURES,
    "macro_f1": 0.61,
    "polarity": 0.9,
    "hedged": FIGURES,
    "value": {"right": 0.7, "wrong": 0.2, "blank": 0.1, "invented": 0.05},
    "criteria": {"accuracy": 0.75, "false_met": 0.1, "confusion": {"met->met": 6, "met->unmet": 2}},
    "verdict": 0.5,
    "fields": {"budget": FIGURES | {"value": 0.6667}, "need": FIGURES | {"value": None}},
}


def test_every_figure_has_a_place() -> None:
    assert figures_text(RESULT).splitlines() == [
        "2 calls",
        "answers              P 0.812  R 0.500  F1 0.619   gold   12  found    9",
        "spans                P 0.812  R 0.500  F1 0.619   gold   12  found    9",
        "same turn            P 0.812  R 0.500  F1 0.619   gold   12  found    9",
        "checklist            P 0.812  R 0.500  F1 0.619   gold   12  found    9",
        "macro F1 0.610   polarity 0.900   hedged F1 0.619",
        "value  right 0.700   wrong 0.200   blank 0.100   invented 0.050",
        "criteria accuracy 0.750   wrongly met 0.100   verdict 0.500",
        "criteria, marked -> found  met->met 6  met->unmet 2",
        "  budget             P 0.812  R 0.500  F1 0.619   gold   12  found    9   value 0.667",
        "  need               P 0.812  R 0.500  F1 0.619   gold   12  found    9",
    ]


def test_what_the_rep_asked_for_comes_last() -> None:
    asked = FIGURES | {"calls": 1, "turns": 34, "fields": {"budget": FIGURES}}
    assert figures_text(RESULT | {"asked": asked}).splitlines()[-3:] == [
        "what the rep asked for, 34 turns of 1 calls",
        "asked                P 0.812  R 0.500  F1 0.619   gold   12  found    9",
        "  budget             P 0.812  R 0.500  F1 0.619   gold   12  found    9",
    ]


def test_nothing_scored_is_all_zeros() -> None:
    figures = score([], frozenset(Field))
    assert figures["calls"] == 0
    assert figures["fields"] == {}
    assert figures["hedged"]["f1"] == figures["verdict"] == figures["macro_f1"] == 0
    assert figures_text(figures).startswith("0 calls")
