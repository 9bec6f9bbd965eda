"""Worksheets and questionnaires, written in the window."""
