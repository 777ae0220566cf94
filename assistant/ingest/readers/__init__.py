"""One file a format; ``registry.py`` lists them all."""
