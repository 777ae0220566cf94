"""Transcripts that are still being written."""
