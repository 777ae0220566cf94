"""Turns in, answers out: the only user of spaCy.

The way of a turn: ``pipeline`` (tokens, stems, cues, clauses) -> ``moment`` (the turn with
what came before it) -> ``signals`` (candidates, one folder a field) -> ``signals.resolving``
(no two answers on the same words) -> ``listening`` (answers with their evidence).
"""
