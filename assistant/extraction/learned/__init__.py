"""The seam for a learned span tagger. None ships: the rules are the whole engine."""
