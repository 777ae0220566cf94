"""Answers and a bank in; criteria, gates, verdict and the next best question out. Pure."""
