"""Loads the extractor: the port ``Extractor``."""

from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language

from assistant import __version__
from assistant.domain.engine import RULES, Engine, Extractor, Listener, ReadingFacts
from assistant.domain.fields import Field, Side
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.values import Label, Value
from assistant.extraction.collecting import uncollected
from assistant.extraction.data import make_all
from assistant.extraction.dialogue.asked import AskedFinder
from assistant.extraction.dialogue.sides import settle_sides
from assistant.extraction.for_questions.suggesting import QuestionEar
from assistant.extraction.language.detecting import language_of
from assistant.extraction.learned.component import NAME as TAGGER
from assistant.extraction.learned.model import FOLDER, ModelUnusable
from assistant.extraction.listening import Rules, TurnListener
from assistant.extraction.moment import TurnReader
from assistant.extraction.pipeline import build_pipeline
from assistant.extraction.reading_values import ReadValues
from assistant.extraction.signals.kinds import KIND_OF
from assistant.extraction.signals.registry import Signals
from assistant.extraction.values.money.call_currency import currency_of_call

_WARMING_DAY = date(2026, 1, 5)
_WARMING_WORDS = "Yeah, Ana Diaz, our CFO, put aside $40k for 20 people by the end of June."


@uncollected()
def load_extractor(model: Path | None = FOLDER, rules: Rules = "supported") -> Extractor:
    """The extractor: the tagger in ``model`` with these ``rules`` beside it; None is rules alone.

    Rules alone it is also where the model can't be loaded: ``notice`` says so. Takes a second
    or two, and hears one turn first, so that no list is read during a call.
    """
    nlp, checksum, notice = build_pipeline(), RULES, None
    try:
        checksum = RULES if model is None else _add_tagger(nlp, model)
    except ModelUnusable as error:
        notice = f"{error} Answers come from rules alone, which find fewer of them."
    extractor = TurnExtractor(nlp, model=checksum, notice=notice, rules=rules)
    make_all()
    listener = extractor.listen(ReadingFacts(call_date=_WARMING_DAY))
    listener.hear(Turn(index=0, text="What is the budget?", side=Side.REP))
    listener.hear(Turn(index=1, text=_WARMING_WORDS, side=Side.PROSPECT))
    return extractor


def _add_tagger(nlp: Language, model: Path) -> str:
    """Put the tagger at the pipeline's end; gives its checksum."""
    tagger: Any = nlp.add_pipe(TAGGER, config={"folder": str(model)})
    checksum: str = tagger.model.checksum
    return checksum


class TurnExtractor:
    """Reads with one pipeline, which has a tagger in it or not; ``notice`` says why not.

    ``model`` is the tagger's checksum.
    """

    def __init__(
        self,
        nlp: Language,
        *,
        model: str = RULES,
        notice: str | None = None,
        rules: Rules = "supported",
    ) -> None:
        self._nlp = nlp
        self._rules = rules
        self._engine = Engine(version=__version__, model=model)
        self._notice = notice
        self._reader = TurnReader(nlp)
        self._signals = Signals(nlp)
        self._asking = AskedFinder(nlp)

    @property
    def notice(self) -> str | None:
        """What the user has to know: why there are only rules; None where all is well."""
        return self._notice

    @property
    def engine(self) -> Engine:
        """What stands behind the answers."""
        return self._engine

    def settle_sides(self, transcript: Transcript, rep: str | None) -> Transcript:
        """The transcript with every turn's and participant's side set."""
        return settle_sides(transcript, rep)

    def language_of(self, transcript: Transcript) -> str:
        """ISO 639-1 code of the language; "en" where it is unsure."""
        return language_of(transcript)

    def currency_of(
        self, transcript: Transcript, fallback: str | None, country: str | None = None
    ) -> tuple[str | None, str]:
        """The currency that is said, else the place's, the account's, the fallback."""
        return currency_of_call(
            [turn.text for turn in transcript.turns],
            [turn.text for turn in transcript.turns if turn.side is not Side.REP],
            country=country,
            fallback=fallback,
        )

    def value_of(self, field: Field, text: str, facts: ReadingFacts) -> Value:
        """What a person typed as the field's value."""
        kind = KIND_OF.get(field)
        found = ReadValues(text, facts).of(kind) if kind else ()
        value: Value = found[0].value if found else Label(text=text.strip(), raw=text)
        return value

    def listen(self, facts: ReadingFacts) -> Listener:
        """Start reading a source."""
        return TurnListener(
            facts,
            engine=self._engine,
            reader=self._reader,
            signals=self._signals,
            asking=self._asking,
            ear=QuestionEar(self._nlp, facts.questions, facts.product_names),
            rules=self._rules,
        )
