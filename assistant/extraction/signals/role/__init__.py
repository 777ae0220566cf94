"""The speaking prospect's own title or function."""
