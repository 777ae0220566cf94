"""Other vendors and options that the prospect considers, or has ruled out."""
