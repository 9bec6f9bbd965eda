"""A worksheet read back to its group in large letters, closed, and opened again."""
