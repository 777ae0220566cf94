"""Short labels for what a clause is about."""
