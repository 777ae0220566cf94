"""The command line: one file a group of commands; each calls workflows and prints."""
