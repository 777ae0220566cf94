"""Money set aside, expected, available or refused for this purchase."""
