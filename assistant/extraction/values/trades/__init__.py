"""Trades: what kind of company somebody works for."""
