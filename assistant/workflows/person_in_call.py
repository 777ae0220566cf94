"""What a call holds about a person."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from assistant.domain.answers import Answer
from assistant.domain.calls import Call
from assistant.domain.fields import Kind
from assistant.domain.held import Concern, HeldEntry, HeldKind
from assistant.domain.marks import in_force
from assistant.domain.people import Who
from assistant.domain.scorecards import FilledCard
from assistant.domain.values import Deciders
from assistant.domain.wording import meaning
from assistant.workflows.person_naming import Naming
from assistant.workflows.wiring import Workbench


class Matter:
    """Looks calls through for a person."""

    def __init__(
        self, bench: Workbench, naming: Naming, leads: frozenset[UUID], users: Sequence[Who]
    ) -> None:
        self._store = bench.store
        self._naming = naming
        self._leads = leads
        self._users = {one.id for one in users}
        self._finders = {among: naming.finder(among=among) for among in (False, True)}

    def is_in(self, call: Call) -> bool:
        """Whether the person is the call's lead or rep, or took part in it."""
        return self._concern(call) is not None

    def of(self, call: Call) -> Iterator[HeldEntry]:
        """All that concerns the person in a call."""
        concern = self._concern(call)
        found = _InCall(self, call, among=concern is not None)
        names = ", ".join(f"{one.name} ({one.side.value})" for one in call.participants)
        inside = [*found.said(), *found.noted(), *found.answered(), *found.judged()]
        if concern or inside or self.finds(call.title, among=False):
            yield found.entry("call", concern or "is named", text=call.title, where=names)
            yield from found.consents(everything=concern == "is the lead")
            yield from inside

    def finds(self, text: str, *, among: bool) -> bool:
        """Whether a text names the person."""
        return bool(text and self._finders[among].search(text))

    def is_user(self, who: Who | None) -> bool:
        """Whether somebody who acted here is this person."""
        return who is not None and who.id in self._users

    def is_called(self, name: str | None, *, among: bool) -> bool:
        """Whether a name is this person's."""
        return self._naming.is_called(name, among=among)

    def _concern(self, call: Call) -> Concern | None:
        if call.lead_id in self._leads:
            return "is the lead"
        if self.is_user(call.rep):
            return "is the rep"
        if any(self.is_called(one.name, among=False) for one in call.participants):
            return "took part"
        return None


class _InCall:
    def __init__(self, matter: Matter, call: Call, *, among: bool) -> None:
        self._matter = matter
        self._store = matter._store  # noqa: SLF001  # of one file
        self._call = call
        self._among = among

    def entry(
        self, kind: HeldKind, concern: Concern, *, where: str = "", by: str = "", text: str = ""
    ) -> HeldEntry:
        return HeldEntry(
            kind=kind,
            concern=concern,
            call_id=self._call.id,
            day=self._call.call_date,
            where=where,
            by=by,
            text=text,
        )

    def said(self) -> Iterator[HeldEntry]:
        """Turns that the person spoke, and turns of others that name the person."""
        spoke = in_force(self._store.turn_marks(self._call.id), "speaker")
        for source in self._store.sources(self._call.id):
            kind: HeldKind = "chat" if source.kind is Kind.CHAT else "turn"
            for turn in source.turns:
                mark = spoke.get((source.name, turn.index))
                by = (mark.text if mark else turn.speaker) or ""
                where = f"{source.name} {turn.index}"
                if self._matter.is_called(by, among=self._among):
                    yield self.entry(kind, "spoke", where=where, by=by, text=turn.text)
                elif self._names(turn.text):
                    yield self.entry(kind, "is named", where=where, by=by, text=turn.text)

    def noted(self) -> Iterator[HeldEntry]:
        """Lines of notes that name the person, earlier revisions of them too."""
        for line in self._store.note_history(self._call.id):
            if self._names(line.text):
                where = f"line {line.number}, revision {line.revision}"
                yield self.entry("note", "is named", where=where, text=line.text)
        draft = self._store.draft(self._call.id)
        if self._names(draft):
            yield self.entry("draft", "is named", text=draft)

    def answered(self) -> Iterator[HeldEntry]:
        """Answers that the person gave or that name the person, and decisions on answers."""
        for answer in self._store.answers(self._call.id):
            words = answer.evidence
            spoke = words is not None and self._matter.is_called(words.speaker, among=self._among)
            if spoke or self._names(_told(answer)):
                quote = f"“{words.quote}”" if words else ""
                comes_to = meaning(answer)
                yield self.entry(
                    "answer",
                    "spoke" if spoke else "is named",
                    where=f"{answer.key}, {answer.status.value}",
                    by=(words.speaker or "") if words else "",
                    text="; ".join(filter(None, (quote, comes_to))),
                )
        for one in self._store.decisions(self._call.id):
            mine = self._matter.is_user(one.by)
            if mine or self._names(one.reason):
                concern: Concern = "wrote" if mine else "is named"
                where = f"{one.action} {one.after.key}"
                yield self.entry("decision", concern, where=where, by=one.by.name, text=one.reason)

    def judged(self) -> Iterator[HeldEntry]:
        """Verdicts, reviews, scorecards and marks that the person made or that name the person."""
        acts: list[tuple[HeldKind, str, Who | None, str]] = [
            ("verdict", f"{one.kind}: {one.verdict.outcome}", one.by, one.reason)
            for one in self._store.verdicts(self._call.id)
        ]
        acts += [
            ("review", one.action, one.by, one.text) for one in self._store.reviews(self._call.id)
        ]
        acts += [
            ("mark", f"{one.source} {one.turn}, {one.kind}", one.by, one.text or "")
            for one in self._store.turn_marks(self._call.id)
        ]
        acts += [
            ("scorecard", one.card.title, one.by, "\n".join(_written(one)))
            for one in self._store.scorecards(self._call.id)
        ]
        for kind, where, by, text in acts:
            mine = self._matter.is_user(by)
            if mine or self._names(text):
                concern: Concern = "wrote" if mine else "is named"
                yield self.entry(kind, concern, where=where, by=by.name if by else "", text=text)

    def consents(self, *, everything: bool) -> Iterator[HeldEntry]:
        """What was noted about consent: all of it where the person is the lead."""
        for one in self._store.consents(self._call.id):
            called = self._matter.is_called(one.said_by, among=self._among)
            if everything or called or self._matter.is_user(one.by) or self._names(one.words):
                concern: Concern = "spoke" if called else "is named"
                yield self.entry(
                    "consent", concern, where=one.consent.value, by=one.said_by, text=one.words
                )

    def _names(self, text: str) -> bool:
        return self._matter.finds(text, among=self._among)


def _written(card: FilledCard) -> Iterator[str]:
    """The texts of a scorecard."""
    for mark in card.marks:
        yield f"{mark.item}: {mark.value} {mark.comment}".strip()
    if card.note:
        yield card.note


def _told(answer: Answer) -> str:
    """The texts of an answer that can name somebody."""
    value = answer.value
    people = value.people if isinstance(value, Deciders) else ()
    quote = answer.evidence.quote if answer.evidence else ""
    raw = value.raw if value is not None else ""
    return "\n".join((quote, raw, meaning(answer), *(one.name or "" for one in people)))
