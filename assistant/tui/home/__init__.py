"""What the home screen lists: calls and leads, and what it says of the chosen one."""
