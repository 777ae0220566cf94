"""Masks who is spoken of: names, companies, addresses of every kind, numbers. Pure."""
