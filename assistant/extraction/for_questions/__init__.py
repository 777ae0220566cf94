"""Suggestions for questions that extraction does not fill: choices, yes or no, text."""
