"""Rows to domain types and back, one file a topic. Every reading validates."""
