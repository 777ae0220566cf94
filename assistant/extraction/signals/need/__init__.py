"""Pains and problems that they have, or say that they do not have."""
