"""Places: towns, regions and countries, known or named after "in" and the like."""
