"""Pure normalisers: a string in, domain values with code-point offsets out.

Each finder leaves at once when the text holds none of its trigger words, splits the text
into words once, and reads them left to right in linear time. Nothing here knows spaCy, the
dialogue, or whose words they are: whether a value answers anything is for the signals.
"""
