"""The learned span tagger: a small encoder that marks what answers which field."""
