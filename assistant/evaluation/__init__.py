"""An annotation's answers against the marks of people; the rules of how answers count."""
