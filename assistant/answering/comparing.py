"""What is different from the lead's earlier calls. Pure."""

from collections.abc import Iterator

from assistant.answering.knowledge import CallKnown, Known
from assistant.answering.on_verdict import Told
from assistant.answering.stating import answer_statement, ranked, title, under
from assistant.domain.answers import Answer
from assistant.domain.fields import SINGLE_VALUED, Field
from assistant.domain.replies import Statement
from assistant.domain.wording import date_text


def changed(known: Known) -> Told:
    """What both this call and one before it answer, and answer differently."""
    if not known.earlier:
        return "This lead has no earlier call.", []
    since = date_text(known.earlier[0].call.call_date)
    found = {field: list(_differing(known, field)) for field in Field if field in SINGLE_VALUED}
    fields = [field for field, some in found.items() if some]
    if not fields:
        return f"Nothing that was answered before is answered differently since {since}.", []
    names = ", ".join(map(title, fields))
    return f"Changed since {since}: {names}.", [one for field in fields for one in found[field]]


def _differing(known: Known, field: Field) -> Iterator[Statement]:
    now = _standing(known.now, field)
    for call in known.earlier:
        before = _standing(call, field)
        if before is None:
            continue
        if now is not None and _essence(now) != _essence(before):
            yield under(title(field), answer_statement(known.now, now))
            yield under(title(field), answer_statement(call, before, before=True))
        return


def _standing(call: CallKnown, field: Field) -> Answer | None:
    return next((one for one in ranked(call.answers, field) if one.in_force), None)


def _essence(answer: Answer) -> object:
    value = answer.value.model_dump(exclude={"raw"}) if answer.value else None
    return answer.polarity, value
