"""Dates and spans of days, resolved against the day of the call."""
