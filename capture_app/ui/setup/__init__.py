"""What the page of setting up has of its own beside its registers."""
