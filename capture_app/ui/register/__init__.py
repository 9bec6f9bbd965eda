"""Registers: a list of records of one kind, and a form for the one chosen. A page only says which fields it shows."""
