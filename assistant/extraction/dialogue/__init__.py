"""Who is who, what was asked, and what was confirmed."""
