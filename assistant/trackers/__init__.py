"""Finds a team's words and phrases in turns: in every form, and misspelt. Pure."""
