"""What they will judge solutions by."""
