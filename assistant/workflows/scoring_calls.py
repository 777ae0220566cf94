"""Scorecards: a manager and the rep fill one in, each for themselves, and compare."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.frozen import Frozen
from assistant.domain.inert import inert_json
from assistant.domain.people import Who
from assistant.domain.scorecards import MOST_POINTS, CardItem, FilledCard, Mark, Scorecard
from assistant.settings.paths import team_folder
from assistant.settings.shipped import shipped
from assistant.workflows.viewing import call_of
from assistant.workflows.wiring import Workbench

if TYPE_CHECKING:
    from assistant.playbook.scorecards import Scorecards

YES, NO = ("yes", "y", "true"), ("no", "n", "false")


class Compared(Frozen):
    """An item, and what each person marked, in the order of ``Comparison.people``."""

    item: CardItem
    marks: tuple[Mark | None, ...]

    @property
    def differs(self) -> bool:
        """Whether not all of them say the same; texts always may."""
        values = [mark.value if mark else None for mark in self.marks]
        return self.item.kind != "text" and len(set(map(repr, values))) > 1


class Comparison(Frozen):
    """A card as everybody filled it in last: the rep first, then in the order of time."""

    card: Scorecard
    filled: tuple[FilledCard, ...]
    items: tuple[Compared, ...]

    @property
    def people(self) -> tuple[Who, ...]:
        """Who filled it in."""
        return tuple(one.by for one in self.filled)


def scorecards() -> "Scorecards":
    """The shipped cards, then the team's own."""
    from assistant.playbook.scorecards import load_scorecards

    return load_scorecards([shipped("question_banks"), team_folder()])


def card_of(name: str = "") -> Scorecard:
    """A card by its id; without one the first there is. Raises ``NotFound``."""
    cards = scorecards().cards
    if name in cards:
        return cards[name]
    if not name and cards:
        return next(iter(cards.values()))
    known = ", ".join(cards) or "none"
    raise NotFound(f"There is no scorecard {name!r}. There are: {known}.")


def fill_card(
    bench: Workbench, call_id: UUID, card: Scorecard, said: Mapping[str, str], note: str = ""
) -> FilledCard:
    """Keep what I say of a call, by the ids of items: ``4``, ``yes``, ``4: calm, but late``.

    What I said before of other items stays. Raises ``WrongUsage`` for what can't be said.
    """
    call_of(bench, call_id)
    before = latest(bench.store.scorecards(call_id), card.id).get(bench.who.id)
    marks = {one.item: one for one in before.marks if card.item(one.item)} if before else {}
    for item_id, text in said.items():
        item = card.item(item_id)
        if item is None:
            known = ", ".join(one.id for one in card.items)
            raise WrongUsage(f"{card.title} has no item {item_id!r}. It has: {known}.")
        if text.strip():
            marks[item_id] = mark_of(item, text)
        else:
            marks.pop(item_id, None)
    kept_note = note.strip() or (before.note if before else "")
    if not marks and not kept_note:
        raise WrongUsage("Say something of at least one item.")
    filled = FilledCard(
        id=uuid4(),
        call_id=call_id,
        card=card,
        marks=tuple(marks[one.id] for one in card.items if one.id in marks),
        note=kept_note,
        by=bench.who,
        at=bench.clock(),
    )
    bench.store.add_scorecard(filled)
    return filled


def mark_of(item: CardItem, text: str) -> Mark:
    """What is written of an item; a comment follows a colon. Raises ``WrongUsage``."""
    if item.kind == "text":
        return Mark(item=item.id, value=text.strip())
    value, _, comment = (part.strip() for part in text.partition(":"))
    return Mark(item=item.id, value=_value(item, value), comment=comment)


def _value(item: CardItem, text: str) -> bool | int | str:
    wanted = text.casefold()
    if item.kind == "points" and text.isdecimal() and int(text) <= MOST_POINTS:
        return int(text)
    if item.kind == "yes_no" and wanted in (*YES, *NO):
        return wanted in YES
    if item.kind == "choice":
        found = [one for one in item.choices if one.casefold().startswith(wanted)]
        exact = [one for one in found if one.casefold() == wanted]
        if len(exact or found) == 1:
            return (exact or found)[0]
    raise WrongUsage(f"{item.title}: {text!r} can't be said. Write {wording(item)}.")


def wording(item: CardItem) -> str:
    """What can be written of an item."""
    return {
        "points": f"0 to {MOST_POINTS}",
        "yes_no": "yes or no",
        "choice": " or ".join(item.choices),
        "text": "words",
    }[item.kind]


def told(mark: Mark | None) -> str:
    """A mark in words; a comment follows it."""
    if mark is None:
        return ""
    yes_no = "yes" if mark.value else "no"
    value = yes_no if isinstance(mark.value, bool) else str(mark.value)
    return f"{value}: {mark.comment}" if mark.comment else value


def latest(filled: Sequence[FilledCard], card: str) -> dict[str, FilledCard]:
    """The last filling of a card by each person, by the person's id."""
    ordered = sorted((one for one in filled if one.card.id == card), key=lambda one: one.at)
    return {one.by.id: one for one in ordered}


def compare(bench: Workbench, call_id: UUID, name: str = "") -> Comparison:
    """A card as everybody filled it in. Raises ``NotFound`` where nobody has."""
    call = call_of(bench, call_id)
    filled = bench.store.scorecards(call_id)
    used = [one.card.id for one in filled]
    wanted = name or (used[-1] if used else "")
    people = latest(filled, wanted)
    if not people:
        raise NotFound("Nobody has filled in such a scorecard of this call yet.")
    rep_first = sorted(people.values(), key=lambda one: (one.by.id != call.rep.id, one.at))
    card = max(rep_first, key=lambda one: (one.card.version, one.at)).card
    return Comparison(
        card=card,
        filled=tuple(rep_first),
        items=tuple(
            Compared(item=item, marks=tuple(one.mark(item.id) for one in rep_first))
            for item in card.items
        ),
    )


def comparison_json(comparison: Comparison) -> str:
    """A comparison as one JSON object."""
    return inert_json(
        {
            "schema": "assistant.scorecard/1",
            "card": comparison.card.model_dump(mode="json"),
            "filled": [
                one.model_dump(mode="json", exclude={"card"}) | {"percent": one.percent}
                for one in comparison.filled
            ],
            "differ": [one.item.id for one in comparison.items if one.differs],
        },
    )


def comparison_rows(comparison: Comparison) -> list[tuple[str, ...]]:
    """A row of text for each item: its title, with a sign where they differ; what each said."""
    rows = [
        (
            f"≠ {one.item.title}" if one.differs else one.item.title,
            *(told(mark) or "-" for mark in one.marks),
        )
        for one in comparison.items
    ]
    percents = ("" if one.percent is None else f"{one.percent} of 100" for one in comparison.filled)
    rows.append(("In all", *percents))
    if any(one.note for one in comparison.filled):
        rows.append(("Note", *(one.note for one in comparison.filled)))
    return rows
