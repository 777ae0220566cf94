"""Sizes of a company: people, seats, sites, vehicles, revenue."""
