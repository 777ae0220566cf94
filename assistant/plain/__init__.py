"""A call led in plain lines: for screen readers, pipes and terminals that only print."""
