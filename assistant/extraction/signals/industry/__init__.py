"""The prospect's trade."""
