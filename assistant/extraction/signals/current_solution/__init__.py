"""What the prospect uses or does today for the problem, and how it goes."""
