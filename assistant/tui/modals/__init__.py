"""Small forms and lists that lie over a screen and give back one result."""
