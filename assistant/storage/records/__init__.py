"""Calls, leads and accounts as whole records, which travel between stores."""
