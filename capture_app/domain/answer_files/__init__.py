"""Answers that were given in another tool: whose export a table is, and which question each column answers (F6)."""
