"""Clauses: the pieces of speech that answers are made of, with or without punctuation."""
