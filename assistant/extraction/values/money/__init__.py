"""Amounts of money: currency, range, rate and bound."""
