"""Parts of screens. Views go down into them, messages come up."""
