"""The query grammar of search, filters and the command line: read, print, complete, plan. Pure."""
