"""YAML with positions: one parser, and one error type that says where and what to write."""
