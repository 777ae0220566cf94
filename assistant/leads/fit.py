"""How well a lead matches the ideal customer profile: answers to a bank's lead questions."""

from collections.abc import Sequence

from assistant.domain.answers import Answer, answer_id
from assistant.domain.bank import LeadAnswer, Question
from assistant.domain.fields import Polarity
from assistant.domain.people import Account, Icp, Lead
from assistant.domain.values import Count, Label, Value
from assistant.leads.likeness import Likeness, likeness

_POLARITY: dict[Likeness, Polarity] = {
    "same": Polarity.YES,
    "related": Polarity.OPEN,
    "different": Polarity.NO,
}


def lead_answers(
    lead: Lead, account: Account | None, icp: Icp | None, questions: Sequence[Question]
) -> tuple[Answer, ...]:
    """An answer to each lead question whose attribute is known, in the questions' order.

    Yes: it is what the profile asks for, or the profile (or none) asks nothing of it. Open:
    it is related, and a person has to tell. ``found_by`` is "lead:<attribute>".
    """
    asked = [(one, one.answer) for one in questions if isinstance(one.answer, LeadAnswer)]
    found = ((one, spec.lead, _value(spec.lead, lead, account)) for one, spec in asked)
    return tuple(
        Answer(
            id=answer_id(f"lead:{lead.id}", 0, 0, 0, question.id),
            field=None,
            question=question.id,
            polarity=_fits(attribute, value, icp),
            value=value,
            found_by=f"lead:{attribute}",
        )
        for question, attribute, value in found
        if value is not None
    )


def _value(attribute: str, lead: Lead, account: Account | None) -> Value | None:
    """The attribute as far as it is known; None where it is blank."""
    if attribute == "title":
        return _label(lead.title)
    if account is None:
        return None
    if attribute == "company_size":
        return _employees(account)
    if attribute == "industry":
        return _label(account.sector)
    return _label(", ".join(filter(None, (account.place.strip(), account.country.strip()))))


def _label(text: str) -> Label | None:
    return Label(text=text.strip(), raw=text) if text.strip() else None


def _employees(account: Account) -> Count | None:
    return Count(count=account.employees, unit="employees") if account.employees else None


def _fits(attribute: str, value: Value, icp: Icp | None) -> Polarity:
    if icp is None:
        return Polarity.YES
    if isinstance(value, Count):
        return _size_fits(value.count, icp)
    wanted = {"title": icp.titles, "industry": icp.industries, "location": icp.locations}
    entries = wanted.get(attribute, ())
    text = value.text if isinstance(value, Label) else ""
    return _POLARITY[likeness(text, entries)] if entries else Polarity.YES


def _size_fits(employees: float, icp: Icp) -> Polarity:
    enough = icp.employees_from is None or employees >= icp.employees_from
    few_enough = icp.employees_to is None or employees <= icp.employees_to
    return Polarity.YES if enough and few_enough else Polarity.NO
