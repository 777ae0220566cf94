"""How urgent it is against other work, and what forces it."""
