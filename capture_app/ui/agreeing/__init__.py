"""What the lead's page of minutes is made of: the streams beside each other, and what is agreed of them."""
