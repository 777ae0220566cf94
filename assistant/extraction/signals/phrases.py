"""Turns the rules of all fields into candidates, in one pass over a turn."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language

from assistant.domain.answers import Cue
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.extraction.clauses.splitting import Range
from assistant.extraction.moment import Moment, Spoken
from assistant.extraction.patterns.book import Hit, Look, PatternBook
from assistant.extraction.patterns.syntax import Syntax
from assistant.extraction.qualifiers.reading import Qualities, Spot, as_cue, qualify
from assistant.extraction.signals.candidate import Candidate
from assistant.extraction.signals.rules import Rule, RuleFile
from assistant.extraction.signals.signs import SignBook, timely
from assistant.extraction.signals.spans import in_place, span_of
from assistant.extraction.signals.valuing import fixed_value, value_in

_AFTER_HEADING = frozenset({":", "->", "→", "=", "-", "\N{EN DASH}", "—"})
_SURER = 0.02
"""What each point beyond enough adds to the confidence of a rule with signs."""
_SUREST = 0.74
_LAST_WORDS = 30
"""A prompt stands at the end of the rep's turn: only so many tokens are looked at."""


@dataclass(frozen=True, slots=True)
class _Keyed:
    field: Field
    rule: Rule


class Phrases:
    """The rules of all fields, compiled into one book."""

    def __init__(self, nlp: Language, files: Mapping[Field, RuleFile]) -> None:
        syntax, self._book = Syntax(nlp), PatternBook(nlp.vocab)
        self._prompts, self._signs = PatternBook(nlp.vocab), SignBook(nlp.vocab)
        self._rules: dict[str, _Keyed] = {}
        self._without_words: list[str] = []
        for field, file in files.items():
            for name, patterns in file.prompts.items():
                for pattern in patterns:
                    self._prompts.add(f"{field}.{name}", syntax.compile(pattern))
            for rule in file.rules:
                key = f"{field}.{rule.id}"
                self._rules[key] = _Keyed(field, rule)
                for pattern in rule.say:
                    self._book.add(key, syntax.compile(pattern))
                for pattern in rule.not_with:
                    self._book.add_aside(key, syntax.compile(pattern))
                if rule.signs:
                    self._signs.add(key, field, rule, syntax)
                elif not rule.say:
                    self._without_words.append(key)

    def find(self, moment: Moment, fields: frozenset[Field]) -> tuple[Candidate, ...]:
        """What the rules of ``fields`` find."""
        prompted = self._prompted(moment)

        @cache
        def applies(key: str) -> bool:
            keyed = self._rules[key]
            return keyed.field in fields and self._applies(keyed, moment, prompted)

        look = self._book.look(moment.spoken.doc, moment.spoken.labelled)
        blocks = _Blocks(look)
        hits: dict[str, list[Hit]] = defaultdict(list)
        for hit in look.hits(applies):
            if in_place(hit, moment.spoken):
                hits[hit.key].append(hit)
        for key in filter(applies, self._without_words):
            hits[key].extend(self._hits_without_words(key, moment))
        found = (
            self._candidate(hit, moment, blocks) for several in hits.values() for hit in several
        )
        added_up = (
            _surer(self._candidate(summed.hit, moment, blocks), summed.beyond)
            for summed in self._signs.find(moment, prompted, applies)
        )
        return tuple(candidate for candidate in (*found, *added_up) if candidate is not None)

    def _prompted(self, moment: Moment) -> frozenset[str]:
        """The prompts, as ``field.name``, that the rep's turn right before ends with."""
        if moment.guess is None:
            return frozenset()
        doc = moment.guess.doc
        begins = len(doc) - _LAST_WORDS
        return frozenset(
            hit.key
            for hit in self._prompts.find(doc)
            if hit.start >= begins and in_place(hit, moment.guess)
        )

    def _hits_without_words(self, key: str, moment: Moment) -> Iterator[Hit]:
        """Every value that the rule needs; every clause where it needs none."""
        spoken = moment.spoken
        if not self._rules[key].rule.needs:
            after_heading = spoken.clauses[moment.notes and _has_heading(spoken) :]
            yield from (Hit(key, clause.inner.start, clause.inner.end) for clause in after_heading)
        for kind in self._rules[key].rule.needs:
            for found in spoken.values.of(kind):
                tokens = spoken.tokens((found.start, found.end))
                if tokens is not None:
                    yield Hit(key, *tokens)

    def _applies(self, keyed: _Keyed, moment: Moment, prompted: frozenset[str]) -> bool:
        rule = keyed.rule
        if rule.for_ != "both" and (rule.for_ == "notes") != moment.notes:
            return False
        if not timely(rule.when, rule.after, keyed.field, moment, prompted):
            return False
        return rule.most_words is None or moment.spoken.words <= rule.most_words

    def _candidate(self, hit: Hit, moment: Moment, blocks: "_Blocks") -> Candidate | None:
        field, rule = self._rules[hit.key].field, self._rules[hit.key].rule
        spoken, trigger = moment.spoken, Range(hit.start, hit.end)
        clause = spoken.clause_at(hit.start)
        if clause is None or (rule.first is not None and clause >= rule.first):
            return None
        value = _needed(rule, spoken, trigger, clause)
        if rule.needs and value is None:
            return None
        spot = span_of(rule, spoken, trigger, clause, value)
        inner, over = _reaches(spoken, spot)
        if blocks.within(hit.key, over):
            return None
        denies = Range(0, 0) if rule.signs else trigger
        qualities = qualify(spoken.doc, inner, denies, spoken.value_spots)
        polarity = _polarity(rule, qualities)
        if polarity is None or _disqualified(rule, qualities, notes=moment.notes):
            return None
        words = moment.text[spot[0] : spot[1]]
        return Candidate(
            field=field,
            start=spot[0],
            end=spot[1],
            polarity=polarity,
            certainty=_certainty(rule, qualities),
            confidence=rule.confidence,
            found_by=f"rule:{hit.key}",
            value=fixed_value(field, rule.value, words)
            if rule.value
            else value_in(field, spoken, spot),
            why=_why(spoken, trigger, qualities),
        )


class _Blocks:
    """Where the words stand that a rule does not go with; looked for once it matters."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._starts: dict[str, tuple[int, ...]] = {}

    def within(self, key: str, tokens: Range) -> bool:
        """Whether any of the rule's begin in the tokens."""
        if key not in self._starts:
            self._starts[key] = tuple(hit.start for hit in self._look.hits_aside(key))
        return any(tokens.start <= start < tokens.end for start in self._starts[key])


def _surer(candidate: Candidate | None, beyond: float) -> Candidate | None:
    """The candidate of a rule whose signs add up, with points beyond enough."""
    if candidate is None:
        return None
    return replace(candidate, confidence=min(_SUREST, candidate.confidence + _SURER * beyond))


def _reaches(spoken: Spoken, spot: Spot) -> tuple[Range, Range]:
    """The tokens of the clauses that a quote touches: without their lead-ins, and all."""
    numbers = spoken.clauses_of(spot)
    first, last = spoken.clauses[numbers.start], spoken.clauses[numbers.end - 1]
    return Range(first.inner.start, last.whole.end), Range(first.whole.start, last.whole.end)


def _has_heading(spoken: Spoken) -> bool:
    """Whether the first clause of a note is what the note is about ("Pain: ...")."""
    end = spoken.clauses[0].whole.end if spoken.clauses else len(spoken.doc)
    return end < len(spoken.doc) and spoken.doc[end].text in _AFTER_HEADING


def _needed(rule: Rule, spoken: Spoken, trigger: Range, clause: int) -> Spot | None:
    """The first value of a needed kind in the clauses that the rule may quote."""
    if not rule.needs:
        return None
    reach = (
        span_of(rule, spoken, trigger, clause, None)
        if rule.span != "trigger_and_value"
        else (spoken.spot(spoken.clauses[clause].whole))
    )
    for kind in rule.needs:
        for found in spoken.values.within(kind, reach):
            return found.start, found.end
    return None


def _polarity(rule: Rule, qualities: Qualities) -> Polarity | None:
    if qualities.negation is None or rule.negated == "same":
        return rule.polarity
    return None if rule.negated == "drop" else Polarity(rule.negated)


def _certainty(rule: Rule, qualities: Qualities) -> Certainty:
    return rule.certainty or (Certainty.HEDGED if qualities.hedge else Certainty.FIRM)


def _disqualified(rule: Rule, qualities: Qualities, *, notes: bool) -> bool:
    barring = ["hypothetical", "past", "elsewhere", "question"] + ["own"] * notes
    return any(
        getattr(qualities, quality) is not None
        for quality in barring
        if quality not in rule.despite
    )


def _why(spoken: Spoken, trigger: Range, qualities: Qualities) -> tuple[Cue, ...]:
    cues = (qualities.negation, qualities.hedge)
    return (
        as_cue(spoken.doc, trigger, "phrase"),
        *(cue for cue in cues if cue is not None),
    )
