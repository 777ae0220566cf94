"""Who decides, signs or approves, and whether the speaker does."""
