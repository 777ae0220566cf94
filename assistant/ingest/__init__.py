"""Files and pastes to transcripts: one reader a format, found by content."""
