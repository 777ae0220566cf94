"""An annotation as JSON, text, Markdown and HTML."""
