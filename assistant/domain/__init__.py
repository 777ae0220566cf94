"""Frozen types and ports that every other folder speaks in. No I/O here."""
