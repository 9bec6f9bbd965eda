"""What the settings page is made of: cards of choices, and the list of keys."""
