"""The window. PySide6 lives here alone; no page waits for the disk."""
