"""The queue of calls to review, and the box that queries are typed into."""
