"""Word patterns: a small notation, compiled to spaCy matchers that wake on an anchor word."""
