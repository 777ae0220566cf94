"""Whether they mean to buy, or are not in the market."""
