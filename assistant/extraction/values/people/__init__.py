"""People who decide: their titles and names."""
