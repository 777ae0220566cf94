"""Which language a text is in, as far as it takes to leave other languages blank."""
