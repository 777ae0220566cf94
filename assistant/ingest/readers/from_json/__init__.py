"""Readers of JSON: what meeting tools and speech services give over their interfaces."""
