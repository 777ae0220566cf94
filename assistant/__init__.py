"""A conversational discovery-call assistant that works offline."""

__version__ = "0.1.0"
