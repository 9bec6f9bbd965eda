"""Bringing in answers that people gave in another tool."""
