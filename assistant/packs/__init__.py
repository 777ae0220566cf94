"""Packs: calls that travel between stores. Merging is pure; files are read without a trace."""
