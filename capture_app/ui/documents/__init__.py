"""What the Documents page is made of: choosing, and the receipt of what was written."""
