"""Use cases: start a call, hear a line, import, decide, review, hand over. No UI.

The faces (``cli``, ``tui``) call these and nothing below them. Heavy folders (extraction,
storage, reports) are imported inside the functions that need them, so that a face starts
at once.
"""
