"""The extractor in a process of its own, so that reading never holds up what is typed.

``reader`` is the port ``Extractor`` on this side, and loads nothing heavy; ``serving`` is the
other side; ``messages`` is what goes between them, as lines of JSON through pipes.
"""
