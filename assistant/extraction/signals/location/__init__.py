"""Where the prospect is or operates."""
