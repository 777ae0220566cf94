"""Products and vendors that are known by name, and the ways of working without any."""
