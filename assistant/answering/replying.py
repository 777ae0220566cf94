"""Answers a question from what is known. It says so where nothing is, and guesses nothing."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from assistant.answering import comparing, on_verdict
from assistant.answering.knowledge import CallKnown, Known, Said
from assistant.answering.on_verdict import Told
from assistant.answering.searching import Hit, Sought, find, occurs, quoted, seek
from assistant.answering.stating import (
    answer_statement,
    ask_statements,
    field_statements,
    hit_statement,
    nothing_in,
    ranked,
    theirs,
    title,
    under,
)
from assistant.answering.stemming import stem
from assistant.answering.understanding import Asked, understand
from assistant.answering.words import Intent
from assistant.domain.fields import Field
from assistant.domain.replies import Reply, Statement
from assistant.domain.wording import date_text

FIRST = 3
"""So many places where the very words are said come before answers that are about others."""
MOST = 8
"""So many statements are given; a reply is read at a glance."""
EXAMPLES = (
    "?who signs   ?budget   ?deadline   ?competitors: what was answered",
    "?missing   ?next   ?why nurture   ?what would change it: the verdict",
    "?what did they say about security   ?security: the words that were said",
    "?when did they mention the contract   ?Luis said: when, and who",
    "?last time budget   ?what changed since last time: the earlier calls with this lead",
)


def reply_to(question: str, known: Known) -> Reply:
    """The reply to a question, with or without the question mark before it."""
    text = question.strip().removeprefix("?").strip()
    calls = [*_calls(known, earlier=False)]
    said = {id(call): tuple(call.said()) for call, _ in calls}
    every = [one for some in said.values() for one in some]
    asked = understand(
        text, speakers=known.speakers(), occurs=lambda stem: occurs(frozenset((stem,)), every)
    )
    about, (heading, statements) = _Answering(known, asked, said).told(text)
    unique = list(_unique(statements))
    return Reply(
        question=text,
        about=about,
        heading=heading,
        statements=tuple(unique[:MOST]),
        more=max(0, len(unique) - MOST),
    )


def _calls(known: Known, *, earlier: bool) -> Iterator[tuple[CallKnown, bool]]:
    """The calls that are asked about, and whether each is an earlier one."""
    if not earlier:
        yield known.now, False
    yield from ((call, True) for call in known.earlier)


def _unique(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Each statement once; words that were found only where nothing else quotes their turn."""
    seen: set[object] = set()
    for one in statements:
        same = (_place(one), one.origin, one.text, one.quote)
        found = one.spot is not None and not one.standing
        if same not in seen and not (found and _place(one) in seen):
            seen |= {same, _place(one)}
            yield one


class _Answering:
    """One question against what is known."""

    def __init__(self, known: Known, asked: Asked, said: dict[int, tuple[Said, ...]]) -> None:
        self._known = known
        self._asked = asked
        self._said = said

    def told(self, text: str) -> tuple[str, Told]:
        """What the question was taken for, and what there is to say."""
        asked = self._asked
        if not any(character.isalnum() for character in text):
            return "help", self._help()
        if asked.person and not self._of_speaker(Field.ROLE):
            return "words", self._words(())
        if asked.why and asked.fields and not asked.words[1:]:
            told = on_verdict.criterion(self._known, asked.fields)
            if told is not None:
                return f"why {asked.fields[0]}", told
        if asked.fields:
            return str(asked.fields[0]), self._fields()
        searched = self._are_said(asked.words)
        if asked.outcome is not None and not searched:
            return f"why {asked.outcome}", on_verdict.why(self._known, asked.outcome)
        if asked.intent is not None and not searched:
            return asked.intent, self._intent(asked.intent)
        if asked.why and not asked.words:
            return "why", on_verdict.why(self._known, None)
        if asked.words or asked.speaker:
            return "words", self._words(asked.words)
        return "help", self._help()

    def _are_said(self, words: Sequence[str]) -> bool:
        """Whether a word is said in any of the calls: else it cannot be what is searched for."""
        every = [one for some in self._said.values() for one in some]
        return any(occurs(frozenset((stem(word),)), every) for word in words)

    def _of_speaker(self, field: Field) -> list[Statement]:
        """The answers to a field, as far as they are of whom is asked for."""
        found = field_statements(self._known, field, earlier_only=self._asked.earlier)
        speaker = self._asked.speaker
        return [one for one in found if not speaker or one.speaker == speaker]

    def _intent(self, intent: Intent) -> Told:
        match intent:
            case "missing":
                return on_verdict.missing(self._known)
            case "next":
                return on_verdict.next_questions(self._known)
            case "verdict":
                return on_verdict.why(self._known, None)
            case "change":
                return on_verdict.change(self._known)
            case "changed":
                return comparing.changed(self._known)
            case "contradictions":
                return on_verdict.contradictions(self._known)
            case "people":
                return self._people()
            case "everything":
                return self._everything()
            case "help":
                return self._help()

    def _help(self) -> Told:
        return "Ask about this call and this lead's earlier ones:", [
            Statement(text=one, origin="help") for one in EXAMPLES
        ]

    def _people(self) -> Told:
        people = [
            Statement(text=f"{person.name} ({person.side})", origin="the call")
            for person in self._known.now.call.participants
        ]
        if self._known.lead is not None:
            lead, account = self._known.lead, self._known.account
            parts = [lead.name, lead.title, account.name if account else ""]
            people.append(
                Statement(
                    text="The lead: " + ", ".join(part for part in parts if part),
                    origin="the lead's record",
                )
            )
        names = self._known.speakers()
        known = {person.name for person in self._known.now.call.participants}
        spoke = {one.speaker for one in self._said[id(self._known.now)] if one.speaker}
        people += [Statement(text=name, origin="the call") for name in names
                   if name in spoke - known]  # fmt: skip
        return ("Who is in this call:" if people else "Nobody is named in this call."), people

    def _everything(self) -> Told:
        answers = [
            answer_statement(self._known.now, ranked(self._known.now.answers, field)[0])
            for field in Field
            if any(one.in_force for one in ranked(self._known.now.answers, field))
        ]
        said = [under(title(one.key), one) for one in answers]
        count = len(said)
        heading = f"{count} of {len(Field)} fields are answered." if said else "No answer yet."
        return heading, said

    def _fields(self) -> Told:
        """Answers to the fields; below them the words that they were asked by, where said."""
        asked, known = self._asked, self._known
        found = [one for field in asked.fields for one in self._of_speaker(field)]
        words = (*asked.named, *asked.words)
        sought, hits = self.hits(asked.words or words)
        turns = {_place(hit) for hit in hits}
        apt = [one for one in found if _place(one) in turns and (asked.words or asked.vague)]
        first = hits[:FIRST] if asked.vague and not apt else []
        found = [*apt, *first, *(one for one in found if one not in apt)]
        names = ", ".join(title(field) for field in asked.fields)
        who = f" from {asked.speaker}" if asked.speaker else ""
        if first and found:
            return f"Said about {_topic(sought)}; then {names.lower()}{who}:", [*found, *hits]
        if found:
            return f"{names}{who}{_standing(found)}", [*found, *hits]
        where = nothing_in(known, earlier_only=asked.earlier)
        ask = ask_statements(known, [field.value for field in asked.fields])
        if hits:
            heading = f"{names}: no answer{who} yet; words about {_topic(sought)}:"
            return heading, [*hits, *ask]
        return f"{names}: nothing was said{who} {where}.", ask

    def _words(self, words: Sequence[str]) -> Told:
        asked, known = self._asked, self._known
        sought, hits = self.hits(words)
        topic = f"“{' '.join(words)}”" if words else ""
        if not hits:
            others = self._others(words)
            nothing = f"{_nobody(asked)} {f'about {topic}' if words else ''}".rstrip()
            if others:
                return f"{nothing}; others did:", others
            return f"{nothing} {nothing_in(known, earlier_only=asked.earlier)}.", []
        if not words:
            return f"{asked.speaker} said this, the latest first:", hits
        when = _times(hits) if asked.when else _only_before(hits, asked)
        return f"Said about {_topic(sought)}{when}:", hits

    def hits(self, words: Sequence[str]) -> tuple[Sought, list[Statement]]:
        """Where words are said, in this call first, by whom they are asked for."""
        asked = self._asked
        if not words and not asked.speaker:
            return Sought(), []
        calls = [*_calls(self._known, earlier=asked.earlier)]
        if not words:
            return Sought(), [
                _whole(call, one, before)
                for call, before in calls
                for one in self._said[id(call)][::-1]
                if self._meant(one) and one.text.strip()
            ]
        sought = seek(words, [one for call, _ in calls for one in self._heard[id(call)]])
        hits = [
            one
            for call, before in calls
            for hit in find(sought, self._heard[id(call)])
            for one in self._found(call, hit, before)
        ]
        return sought, hits

    @cached_property
    def _heard(self) -> dict[int, list[Said]]:
        """What is searched in each call: words of those meant, and what the rep asked them."""
        return {
            call: [one for one in said if self._meant(one) or _is_question(one)]
            for call, said in self._said.items()
        }

    def _found(self, call: CallKnown, hit: Hit, before: bool) -> Iterator[Statement]:  # noqa: FBT001
        """A hit; behind a question of the rep's, what was said to it."""
        if self._meant(hit.said):
            yield hit_statement(call, hit, before=before)
        if not _is_question(hit.said):
            return
        said = self._said[id(call)]
        at = next(number for number, one in enumerate(said, 1) if one is hit.said)
        for reply in said[at : at + 1]:
            if theirs(reply) and self._meant(reply):
                yield _whole(call, reply, before).model_copy(update={"text": "When asked"})

    def _others(self, words: Sequence[str]) -> list[Statement]:
        """The words said by those who were not asked for."""
        if not words or (not self._asked.speaker and self._asked.whose == "anyone"):
            return []
        anyone = self._asked.model_copy(update={"speaker": "", "whose": "anyone"})
        return _Answering(self._known, anyone, self._said).hits(words)[1]

    def _meant(self, said: Said) -> bool:
        """Whether it is said by whom the question is for."""
        if self._asked.speaker:
            return said.speaker == self._asked.speaker
        match self._asked.whose:
            case "theirs":
                return theirs(said)
            case "ours":
                return not theirs(said)
            case "anyone":
                return True


def _is_question(said: Said) -> bool:
    """Whether the rep asks something."""
    return not theirs(said) and said.text.rstrip().endswith("?")


def _whole(call: CallKnown, said: Said, before: bool) -> Statement:  # noqa: FBT001
    start, end = quoted(said.text, 0, 0)
    return hit_statement(call, Hit(said=said, start=start, end=end, found=0), before=before)


def _place(statement: Statement) -> tuple[object, ...]:
    spot = statement.spot
    return (spot.call_id, spot.source, spot.turn) if spot else ()


def _topic(sought: Sought) -> str:
    """What was searched for in the end, and what in vain."""
    topic = f"“{' '.join(sought.words)}”"
    if sought.misspelt:
        topic += f" (you wrote “{' '.join(sought.misspelt)}”)"
    if sought.absent:
        topic += f", nobody about “{' '.join(sought.absent)}”"
    return topic


def _nobody(asked: Asked) -> str:
    if asked.speaker:
        return f"{asked.speaker} said nothing"
    who = {"theirs": "They said nothing", "ours": "You said nothing"}
    return who.get(asked.whose, "Nobody said anything")


def _standing(found: Sequence[Statement]) -> str:
    """How sure it is, for the heading."""
    first = found[0]
    if any(one.standing == "contradicted" for one in found):
        return ": these contradict each other."
    if first.day is not None:
        return f": no answer in this call; on {date_text(first.day)}:"
    return f", {first.standing}:" if first.standing else ":"


def _only_before(hits: Sequence[Statement], asked: Asked) -> str:
    nothing_now = all(one.day is not None for one in hits)
    return ", but not in this call" if nothing_now and not asked.earlier else ""


def _times(hits: Sequence[Statement]) -> str:
    """How often."""
    days = len({one.day for one in hits if one.day is not None})
    now = sum(one.day is None for one in hits)
    parts = [f"{now} times in this call" if now != 1 else "once in this call"] if now else []
    parts += [f"in {days} earlier call{'s' if days > 1 else ''}"] if days else []
    return f", {' and '.join(parts)}"
