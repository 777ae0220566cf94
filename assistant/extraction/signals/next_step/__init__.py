"""What happens next, as the prospect agrees to, offers or refuses it."""
