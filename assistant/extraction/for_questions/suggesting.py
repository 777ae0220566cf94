"""Listens for the phrases that a bank's question gives under ``listen_for``.

A phrase is found word by word (spaCy's ``PhraseMatcher``); a longer one also where a clause
is nearly the same (rapidfuzz). A yes-or-no question about the rep's own company listens for
the product's names besides, under the option ``yes``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.process import extract_iter
from spacy.language import Language
from spacy.matcher import PhraseMatcher

from assistant.domain.answers import Cue
from assistant.domain.bank import ChoiceAnswer, Question, TypedAnswer
from assistant.domain.fields import Certainty, Polarity
from assistant.domain.values import Label
from assistant.extraction.clauses.splitting import Range
from assistant.extraction.moment import Spoken
from assistant.extraction.qualifiers.reading import Qualities, qualify

PRODUCT = "<product>"
"""A ``listen_for`` phrase that stands for any of the product's names."""
_ALIKE = 88.0
_FUZZY_WORDS = 4
_EXACT, _NEARLY = 0.7, 0.55


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Code points ``[start, end)`` suggest ``option`` for ``question``."""

    question: str
    option: Label
    start: int
    end: int
    polarity: Polarity
    certainty: Certainty
    confidence: float
    why: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    question: Question
    option: str
    text: str


class QuestionEar:
    """Listens for one source's questions."""

    def __init__(
        self, nlp: Language, questions: Sequence[Question], product_names: Sequence[str]
    ) -> None:
        self._phrases: dict[str, _Phrase] = {}
        self._longer: dict[str, list[_Phrase]] = {}
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        for phrase in _phrases(questions, product_names):
            key = f"{len(self._phrases)}"
            self._phrases[key] = phrase
            self._matcher.add(key, [nlp.make_doc(phrase.text)])
            if len(phrase.text.split()) >= _FUZZY_WORDS:
                self._longer.setdefault(phrase.text.lower(), []).append(phrase)

    def hear(self, spoken: Spoken) -> tuple[Suggestion, ...]:
        """What the turn suggests, at most one a question: the surest."""
        best: dict[str, Suggestion] = {}
        for suggestion in (*self._exact(spoken), *self._nearly(spoken)):
            known = best.get(suggestion.question)
            if known is None or suggestion.confidence > known.confidence:
                best[suggestion.question] = suggestion
        return tuple(best.values())

    def _exact(self, spoken: Spoken) -> Iterator[Suggestion]:
        for key, start, end in self._matcher(spoken.doc):
            clause = spoken.clause_at(start)
            if clause is not None:
                phrase = self._phrases[spoken.doc.vocab.strings[key]]
                yield from _suggest(spoken, phrase, clause, Range(start, end), _EXACT)

    def _nearly(self, spoken: Spoken) -> Iterator[Suggestion]:
        for number, clause in enumerate(spoken.clauses):
            said = spoken.doc[clause.inner.start : clause.inner.end].text.lower()
            if len(said.split()) < _FUZZY_WORDS:
                continue
            alike = extract_iter(
                said, list(self._longer), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE
            )
            for text, _, _ in alike:
                for phrase in self._longer[text]:
                    yield from _suggest(spoken, phrase, number, clause.inner, _NEARLY)


def _phrases(questions: Sequence[Question], names: Sequence[str]) -> Iterator[_Phrase]:
    for question in filter(lambda one: one.by_hand, questions):
        for option, texts in question.listen_for.items():
            for text in texts:
                for each in names if text == PRODUCT else (text,):
                    yield _Phrase(question, option, each)


def _suggest(
    spoken: Spoken, phrase: _Phrase, clause: int, trigger: Range, confidence: float
) -> Iterator[Suggestion]:
    inner = spoken.clauses[clause].inner
    qualities = qualify(spoken.doc, inner, trigger)
    if qualities.question or qualities.hypothetical or qualities.elsewhere:
        return
    option = _option(phrase, qualities)
    if option is None:
        return
    start, end = spoken.spot(Range(min(inner.start, trigger.start), max(inner.end, trigger.end)))
    first, last = spoken.spot(trigger)
    words = spoken.turn.text[first:last]
    yield Suggestion(
        question=phrase.question.id,
        option=Label(text=option, raw=words),
        start=start,
        end=end,
        polarity=counts(phrase.question, option),
        certainty=Certainty.HEDGED if qualities.hedge else Certainty.FIRM,
        confidence=confidence,
        why=(Cue(kind="phrase", start=first, end=last, text=words),),
    )


def _option(phrase: _Phrase, qualities: Qualities) -> str | None:
    """The option meant; denied, a yes turns into no, and a choice means nothing."""
    if qualities.negation is None:
        return phrase.option
    return {"yes": "no", "no": "yes"}.get(phrase.option)


def counts(question: Question, option: str) -> Polarity:
    """How an option of a question counts."""
    answer = question.answer
    if isinstance(answer, ChoiceAnswer):
        return next((one.counts for one in answer.choice if one.say == option), Polarity.YES)
    if isinstance(answer, TypedAnswer) and answer.type == "yes_no" and option == "no":
        return Polarity.NO
    return Polarity.YES
