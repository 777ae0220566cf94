"""Masks who is spoken of: names, companies, e-mail addresses, phone numbers. Pure."""
