"""One folder a field: the words that answer it.

How to add or mend a field:

1. ``signals/<field>/__init__.py`` with a one-line docstring, and ``phrases.yaml``::

       threshold: 0.5
       rules:
         - id: set_aside                  # the answer says found_by: rule:budget.set_aside
           say: [~set|~put|~earmark ... aside, ~budget ... for]   # patterns/syntax.py
           needs: [money]                 # a value that must lie in the quoted words
           negated: "no"                  # what "we haven't ..." makes of it; default: drop
           not_with: [~spend ... last year]
           confidence: 0.8

   Every key of a rule is explained in ``signals/rules.py``. Data only: no code is needed.
2. Loose rules belong under ``when: asked`` (the rep just asked for the field; in notes the
   line stands under the field's heading), often with ``first: 2`` or ``most_words: 6``.
   What the rep may ask with is in ``dialogue/asked.yaml``; cue words that hedge, deny or
   disqualify a clause (past, hypothetical, somebody else's) in ``qualifiers/cues.yaml``.
3. Only where phrases can't say it: ``signals/<field>/signal.py`` with either function or
   both. ``find(moment) -> Iterable[Candidate]`` adds candidates;
   ``refine(moment, candidate) -> Candidate | None`` sees each of the field's candidates,
   from rules or the tagger, and may mend its span or value, or drop it.
4. Tests: ``tests/extraction/signals/test_<field>.py``, marked text in, whole sets compared,
   with sentences that look alike and must give nothing.
5. ``python benchmarks/rules_on_corpus.py transcripts/corpus/train --fields <field>
   --errors 40`` says what is missed and what is invented. Never tune on one dev call.

Candidates that share words are settled by confidence (``resolving.py``), across fields too.
"""
