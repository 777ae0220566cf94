"""Runs a plan on the text index and the index of calls."""
