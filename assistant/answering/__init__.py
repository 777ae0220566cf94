"""Questions about a call, answered from what is known of it. Pure; never guesses."""
