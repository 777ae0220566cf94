"""Follows a transcript while it is written: turns and answers go into a call as they come."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from assistant.domain.answers import Answer
from assistant.domain.calls import Call, Consent, Source
from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Turn
from assistant.figures.talk import Talk
from assistant.ingest.growing.transcript import GrowingTranscript
from assistant.ingest.pieces import Piece
from assistant.workflows.consent import may_read
from assistant.workflows.feeds import Feed, FileFeed
from assistant.workflows.live_call import start_call
from assistant.workflows.live_ear import EarHeard, LiveEar
from assistant.workflows.naming_late import late_names, name_late, told_sides, told_turns
from assistant.workflows.reading_sources import content_of
from assistant.workflows.taking_in import source_name, tick, with_stale
from assistant.workflows.viewing import call_of, sources_of
from assistant.workflows.views import FollowState, FollowView
from assistant.workflows.wiring import Workbench

QUIET = 2.0
"""Seconds without a new word, after which whole lines are finished."""
QUIET_MIDLINE = 5.0
"""The same where the last line has no end: its writer may only be slow."""
AT_ONCE = 30
"""So many turns are heard before other work has its turn."""
SHOWN = 8
"""The last turns that a face is shown."""


def follow_file(
    bench: Workbench,
    path: Path,
    *,
    title: str = "",
    lead_id: UUID | None = None,
    banks: Sequence[str] = (),
    consent: Consent = Consent.UNKNOWN,
) -> tuple[UUID, bool]:
    """The call that follows a file, and whether it was resumed.

    It is the open call that followed this file before, if there is one: the program was
    left, or killed. Else it begins now.
    """
    content = content_of(FileFeed(path).key)
    for row in bench.store.calls():
        if row.call.content == content and row.call.ended_at is None:
            return row.call.id, True
    call_id = start_call(
        bench, title=title or path.stem, lead_id=lead_id, banks=banks, consent=consent
    )
    call = call_of(bench, call_id)
    bench.store.save_call(call.model_copy(update={"content": content}))
    return call_id, False


class Following:
    """Takes what a feed brings into a call. Everything is stored before it is shown.

    Turns never change once they are stored, so a turn is stored when it is finished. A name
    that comes late is a mark beside it.
    """

    def __init__(
        self, bench: Workbench, call_id: UUID, feed: Feed, *, rep: str | None = None
    ) -> None:
        self._bench = bench
        self._call_id = call_id
        feed.begin()
        self._feed = feed
        self._rep = rep
        self._content = content_of(feed.key)
        call, marks = call_of(bench, call_id), bench.store.turn_marks(call_id)
        sources = sources_of(bench, call)
        stored = next((one for one in sources if one.content == self._content), None)
        turns = stored.turns if stored else ()
        self._source = stored
        self._name = stored.name if stored else source_name("call", [one.name for one in sources])
        self._labels = self._transcribed()
        self._late = late_names(marks, self._name)
        self._growing = GrowingTranscript(
            zip(self._labels, (turn.text for turn in turns), strict=True), self._late
        )
        self._ear = LiveEar(bench, call, self._name, rep=rep, turns=turns, told=told_sides(marks))
        self._talk = Talk()
        self._talk.add(turns)
        self._finished = len(turns)
        self._places = list(range(len(turns)))
        self._renamed: dict[int, str | None] = {}
        self._pieces: list[tuple[int, Piece]] = []
        self._open: tuple[Piece, ...] = ()
        self._unsaved: list[EarHeard] = []
        self._changed_at: datetime | None = None
        self._allowed, self._withdrawn = True, False

    @property
    def source(self) -> Source | None:
        """The source as it is stored by now."""
        if self._source is None:
            return None
        return self._source.model_copy(update={"turns": tuple(self._ear.turns)})

    @property
    def more(self) -> bool:
        """Whether turns or late names are waiting to be heard or stored."""
        return bool(self._pieces or self._unsaved or self._renamed)

    def _transcribed(self) -> list[str | None]:
        """The labels of the stored turns, as they were transcribed."""
        stored = self._bench.store.sources(self._call_id)
        return [turn.speaker for one in stored if one.name == self._name for turn in one.turns]

    def look(self) -> bool:
        """See what is new. True where turns have to be taken in."""
        consent = call_of(self._bench, self._call_id).consent
        self._withdrawn = consent is Consent.WITHDRAWN
        self._allowed = may_read(self._bench, consent)
        if not self._allowed:
            return False
        text = self._feed.look()
        if text is not None:
            self._changed_at = self._bench.clock()
            grown = self._growing.grow(text)
            self._await(grown.finished)
            self._open = grown.open
        elif (self._open or self._feed.ended) and self._is_quiet():
            self.settle()
        return self.more

    def settle(self) -> None:
        """Finish every word that is there."""
        self._await(self._growing.settle().finished)
        self._open = ()

    def _await(self, finished: Sequence[Piece]) -> None:
        """Turns that are heard and stored next; and whose those before turn out to be."""
        self._pieces += enumerate(finished, self._finished)
        self._finished += len(finished)
        self._ear.unclear = self._growing.unclear_labels
        self._name_late()

    def _name_late(self) -> None:
        known = self._growing.late_names
        names = {at: known[place] for at, place in enumerate(self._places) if place in known}
        if names == self._late:
            return
        marks = self._bench.store.turn_marks(self._call_id)
        changed = {at for at in names | self._late if names.get(at) != self._late.get(at)}
        changed -= told_turns(marks, self._name)
        self._late = names
        self._ear.rename({at: names.get(at, self._labels[at]) for at in changed})
        self._renamed |= {at: names.get(at) for at in changed}
        self._talk = Talk()
        self._talk.add(self._ear.turns)

    def _is_allowed(self) -> bool:
        """Whether the call may be read, as the team's setting and its consent say."""
        return may_read(self._bench, call_of(self._bench, self._call_id).consent)

    def _is_quiet(self) -> bool:
        if self._changed_at is None or self._feed.ended:
            return True
        quiet = QUIET if self._growing.whole_lines else QUIET_MIDLINE
        return (self._bench.clock() - self._changed_at).total_seconds() >= quiet

    def take(
        self, *, read: bool = True, breathe: Callable[[], None] = lambda: None
    ) -> tuple[str, ...]:
        """Hear and store turns that are waiting, so many at once. Returns the keys answered.

        ``read`` is False where no reader can be loaded: then turns are stored unheard. Where
        consent was withdrawn since they were said, they are dropped.
        """
        if not self._is_allowed():
            self._drop()
            return ()
        pieces = self._pieces[:AT_ONCE]
        if pieces or self._renamed:
            turns = self._next(pieces)
            del self._pieces[:AT_ONCE]
            self._talk.add(turns)
            self._unsaved.append(self._heard(turns, breathe) if read else self._ear.keep(turns))
        answers = [answer for one in self._unsaved for answer in self._store(one)]
        self._unsaved.clear()
        return tuple(answer.key for answer in answers)

    def _next(self, pieces: Sequence[tuple[int, Piece]]) -> list[Turn]:
        """The turns of pieces, each with the name that is known for it by now."""
        first, named = len(self._ear.turns), self._growing.late_names
        turns: list[Turn] = []
        for at, (place, piece) in enumerate(pieces, first):
            turn = _turn(at, piece._replace(speaker=named.get(place, piece.speaker)))
            turns.append(_behind((turns or self._ear.turns)[-1:], turn))
            self._places.append(place)
            if place in named:
                self._late[at] = named[place]
        self._labels += [turn.speaker for turn in turns]
        return turns

    def _drop(self) -> None:
        for at in self._renamed:
            self._late.pop(at, None)
        self._renamed.clear()
        self._pieces.clear()
        self._unsaved.clear()

    def _heard(self, turns: list[Turn], breathe: Callable[[], None]) -> EarHeard:
        """What turns gave. They are not lost if hearing them goes wrong."""
        try:
            return self._ear.hear(turns, breathe)
        except Exception:
            self._unsaved.append(EarHeard(turns=tuple(turns)))
            raise

    def _store(self, heard: EarHeard) -> tuple[Answer, ...]:
        store, now = self._bench.store, self._bench.clock()
        source = self._source or self._new_source(now)
        known = store.answers(self._call_id) if heard.again or self._renamed else ()
        before = known if heard.again else ()
        found = with_stale(before, heard.answers, self._name, now)
        with store.together():
            call = call_of(self._bench, self._call_id)
            if self._source is None:
                store.save_source(source)
            store.add_turns(source, heard.turns)
            store.save_answers(self._call_id, self._as_spoken(known, found))
            if self._renamed:
                name_late(self._bench, self._call_id, self._name, self._renamed)
            tick(self._bench, self._call_id, heard.asked)
            self._save_facts(call)
        self._source = source
        self._renamed = {}
        return heard.answers

    def _as_spoken(self, known: Sequence[Answer], found: Sequence[Answer]) -> list[Answer]:
        """What was found, and what was known before of turns that are somebody else's now."""
        ids = {one.id for one in found}
        spoken = [(one, self._spoken(one)) for one in known if one.id not in ids]
        return [*map(self._spoken, found), *(now for one, now in spoken if now != one)]

    def _spoken(self, answer: Answer) -> Answer:
        words, turns = answer.evidence, self._ear.turns
        if words is None or words.source != self._name or words.turn >= len(turns):
            return answer
        who = {"speaker": turns[words.turn].speaker, "side": turns[words.turn].side}
        return answer.model_copy(update={"evidence": words.model_copy(update=who)})

    def _save_facts(self, call: Call) -> None:
        facts = {"participants": self._ear.participants, "language": self._ear.language}
        if (call.participants, call.language) != tuple(facts.values()):
            self._bench.store.save_call(call.model_copy(update=facts))

    def _new_source(self, now: datetime) -> Source:
        return Source(
            id=uuid4(),
            call_id=self._call_id,
            name=self._name,
            kind=Kind.CALL,
            format=self._growing.format,
            origin=self._feed.name,
            content=self._content,
            added_at=now,
        )

    def view(self) -> FollowView:
        """What a face shows of it."""
        sides, count = self._ear.sides, len(self._ear.turns)
        waiting = self._turns_shown([piece for _, piece in self._pieces[-SHOWN:]], count)
        return FollowView(
            name=self._feed.name,
            state=self._state(),
            turns=count,
            last=(*self._ear.turns[-SHOWN:], *waiting)[-SHOWN:],
            open=self._turns_shown(self._open, count + len(self._pieces)),
            talk=self._talk.figures(sides),
            language=self._ear.language,
        )

    def _turns_shown(self, pieces: Sequence[Piece], first: int) -> tuple[Turn, ...]:
        turns = (_turn(first + at, piece) for at, piece in enumerate(pieces))
        return tuple(_sided(turn, self._ear.sides) for turn in turns)

    def _state(self) -> FollowState:
        unread = self._open or self.more if self._allowed else not self._withdrawn
        if self._feed.ended and not unread:
            return "ended"
        if not self._allowed:
            return "withdrawn" if self._withdrawn else "consent"
        if not self._feed.there:
            return "waiting"
        return "gone" if self._feed.gone else "following"


def _turn(index: int, piece: Piece) -> Turn:
    return Turn(
        index=index,
        text=piece.text,
        speaker=piece.speaker,
        start=piece.start,
        end=piece.end,
        line=piece.line,
    )


def _behind(before: Sequence[Turn], turn: Turn) -> Turn:
    """The turn; the rest of a cue whose beginning is one already begins where that ends."""
    same = [one for one in before if (one.speaker, one.start) == (turn.speaker, turn.start)]
    if not same or turn.start is None or same[0].end is None or turn.end is None:
        return turn
    return turn.model_copy(update={"start": min(same[0].end, turn.end)})


def _sided(turn: Turn, sides: dict[str, Side]) -> Turn:
    side = sides.get(turn.speaker or "", Side.UNKNOWN)
    return turn.model_copy(update={"side": side})
