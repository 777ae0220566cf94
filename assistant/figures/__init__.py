"""How a call is talked, while it goes on and afterwards. Pure."""
