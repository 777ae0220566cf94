"""Where things lie, what the user has set, and the data that ships with the program."""
