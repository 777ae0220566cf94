"""One screen a file, its stylesheet beside it. The app imports them when they are shown."""
