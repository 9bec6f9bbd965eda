"""What became of a record: each change of it, and the way back to an older one."""
