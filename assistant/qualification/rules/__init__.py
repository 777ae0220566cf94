"""One rule a file: what the answers counted say about a criterion, as GUIDE.md defines it."""
