"""Outcomes and targets that they want."""
