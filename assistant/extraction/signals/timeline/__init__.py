"""When they will decide, buy, sign, start or be live; or that there is no date."""
