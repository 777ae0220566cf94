"""Reads a source of a call: turns in, answers out, questions ticked."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank
from assistant.domain.calls import Call
from assistant.domain.engine import Extractor, Heard, ReadingFacts
from assistant.domain.fields import Field, Kind, Side
from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Participant, Transcript
from assistant.settings.settings import Settings
from assistant.workflows.viewing import whom
from assistant.workflows.wiring import Workbench

Progress = Callable[[int, int], None]
"""Told how many of how many turns are read."""


class ReadSource(Frozen):
    """A transcript with its sides settled, and everything that was heard in it.

    ``about`` are the fields that turns of the rep ask for, by the turn's index.
    """

    transcript: Transcript
    answers: tuple[Answer, ...]
    asked: tuple[str, ...]
    about: dict[int, tuple[Field, ...]]
    language: str
    currency: str | None
    currency_from: str


def content_of(text: str | bytes) -> str:
    """The sha256 of a source's content, as stored with it."""
    return sha256(
        text.encode(errors="surrogatepass") if isinstance(text, str) else text
    ).hexdigest()


def origin_of(path: Path) -> str:
    """A file's name, as text that can be stored whatever bytes it is made of."""
    return os.fsencode(path.name).decode("utf-8", errors="replace")


def reading_facts(
    settings: Settings,
    banks: Sequence[Bank],
    *,
    source: str,
    kind: Kind,
    call_date: date,
    rep: str | None = None,
    participants: tuple[Participant, ...] = (),
    currency: str | None = None,
) -> ReadingFacts:
    """What the extractor has to know about a source, from settings and banks."""
    questions = {question.id: question for bank in banks for question in bank.questions}
    return ReadingFacts(
        source=source,
        kind=kind,
        call_date=call_date,
        rep=rep,
        participants=participants,
        currency=currency or settings.currency,
        date_order=settings.date_order,
        fiscal_year_start=settings.fiscal_year_start,
        product_names=settings.product_names,
        questions=tuple(questions.values()),
    )


def read_source(
    bench: Workbench,
    transcript: Transcript,
    banks: Sequence[Bank],
    *,
    source: str,
    call_date: date,
    rep: str | None = None,
    currency: str | None = None,
    country: str | None = None,
    progress: Progress | None = None,
) -> ReadSource:
    """Read a whole transcript (or notes), turn by turn; ``country`` is the account's.

    A language other than English gives no answers: blank is better than guessed.
    """
    extractor, settings = bench.extractor, bench.settings
    sided = extractor.settle_sides(transcript, rep)
    language = extractor.language_of(sided)
    said, known_from = currency_known(extractor, settings, sided, given=currency, country=country)
    facts = reading_facts(
        settings,
        banks,
        source=source,
        kind=sided.kind,
        call_date=call_date,
        rep=rep,
        participants=sided.participants,
        currency=said,
    )
    heard = _hear(extractor, sided, facts, progress) if language == "en" else []
    return ReadSource(
        transcript=sided,
        answers=_answers(heard),
        asked=_asked(heard),
        about=_about(sided, heard),
        language=language,
        currency=said,
        currency_from=known_from,
    )


def hear_source(
    bench: Workbench,
    transcript: Transcript,
    banks: Sequence[Bank],
    *,
    source: str,
    call_date: date,
    currency: str | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Answer, ...], tuple[str, ...]]:
    """The answers of a transcript whose sides are settled, and the questions asked in it."""
    facts = reading_facts(
        bench.settings,
        banks,
        source=source,
        kind=transcript.kind,
        call_date=call_date,
        rep=next((one.name for one in transcript.participants if one.side is Side.REP), None),
        participants=transcript.participants,
        currency=currency,
    )
    heard = _hear(bench.extractor, transcript, facts, progress)
    return _answers(heard), _asked(heard)


def _answers(heard: Sequence[Heard]) -> tuple[Answer, ...]:
    return tuple(answer for one in heard for answer in one.answers)


def _asked(heard: Sequence[Heard]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question for one in heard for question in one.asked))


def currency_known(
    extractor: Extractor,
    settings: Settings,
    transcript: Transcript,
    *,
    given: str | None,
    country: str | None,
) -> tuple[str | None, str]:
    """The currency of amounts that name none, and what tells it.

    What is said and the places named come first; then the account's ``country``, the one
    that was ``given``, and the settings' currency, else the settings' country.
    """
    fallback = given or settings.currency
    place = country or (None if fallback else settings.country)
    code, known_from = extractor.currency_of(transcript, fallback, place)
    return code, "settings" if known_from == "account" and not country else known_from


def account_country(bench: Workbench, call: Call) -> str | None:
    """The country of the account whose lead the call is with; None where nobody knows it."""
    _, account = whom(bench, call)
    return (account.country or None) if account else None


def _about(transcript: Transcript, heard: Sequence[Heard]) -> dict[int, tuple[Field, ...]]:
    """What the turns that ask for something ask for, by their index."""
    pairs = zip(transcript.turns, heard, strict=False)
    return {turn.index: one.about for turn, one in pairs if one.about}


def _hear(
    extractor: Extractor, transcript: Transcript, facts: ReadingFacts, progress: Progress | None
) -> list[Heard]:
    listener = extractor.listen(facts)
    heard: list[Heard] = []
    for number, one in enumerate(listener.hear_all(transcript.turns), start=1):
        heard.append(one)
        if progress is not None:
            progress(number, len(transcript.turns))
    return heard
