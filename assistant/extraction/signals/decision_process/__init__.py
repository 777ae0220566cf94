"""Steps between now and a signature."""
