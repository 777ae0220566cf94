"""Adds a lead, and its account where it is new."""

from typing import TYPE_CHECKING
from uuid import UUID

from textual.app import ComposeResult
from textual.widgets import Input

from assistant.domain.errors import WrongUsage
from assistant.tui.modals.form import Form, labelled
from assistant.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from assistant.domain.lifecycle import Lifecycle
    from assistant.workflows.people import NewLead

FIELDS = (
    ("name", "Name", "the person's name"),
    ("title", "Title", "as COO, head of logistics"),
    ("email", "E-mail", ""),
    ("account", "Account", "company; empty for a consumer"),
    ("sector", "Sector", "of a new account"),
    ("place", "Place", "of a new account"),
    ("country", "Country", "two letters, as ES"),
    ("employees", "Employees", "how many, of a new account"),
)
_MOST_DIGITS = 9
"""Of a number of employees."""


class AddLead(Form[UUID]):
    """Gives back the id of the lead that was added."""

    HEADING = "Add a lead"
    APPLY = "Add"

    def fields(self) -> ComposeResult:
        for name, label, about in FIELDS:
            yield labelled(label, Input(id=name, compact=True, placeholder=about))
        yield labelled("Lifecycle", Choice([("", "as usual")], id="lifecycle"))

    def on_mount(self) -> None:
        self.query_one(".sheet").add_class("dense")
        self.query_one("#name").focus()
        self.app.ask(self, self._lifecycles, self._offer, slips_in=True)

    def _lifecycles(self) -> "list[Lifecycle]":
        return list(self.app.bench.playbook.lifecycles.values())

    def _offer(self, lifecycles: "list[Lifecycle]") -> None:
        options = [(one.id, one.title) for one in lifecycles]
        self.query_one("#lifecycle", Choice).offer(options, self.app.bench.settings.lifecycle)

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _new(self) -> "NewLead":
        from assistant.workflows.people import NewLead

        employees = self._typed("employees").replace(",", "")
        if employees and not (employees.isdecimal() and len(employees) <= _MOST_DIGITS):
            raise WrongUsage("Give the number of employees as a whole number.")
        return NewLead(
            name=self._typed("name"),
            title=self._typed("title"),
            email=self._typed("email"),
            account=self._typed("account"),
            sector=self._typed("sector"),
            place=self._typed("place"),
            country=self._typed("country"),
            employees=int(employees) if employees else None,
            lifecycle=self.query_one("#lifecycle", Choice).value,
        )

    def apply(self) -> None:
        try:
            new = self._new()
        except WrongUsage as error:
            self.complain(error)
            return

        def add() -> UUID:
            from assistant.workflows.people import add_lead

            return add_lead(self.app.bench, new).id

        self.send(lambda failed: self.app.ask(self, add, self.done, failed, slips_in=True))
