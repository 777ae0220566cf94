"""Builds the learned tagger from marked calls: ``python -m assistant.training``."""
