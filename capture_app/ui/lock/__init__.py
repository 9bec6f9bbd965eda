"""The lock: when it falls, what is shown meanwhile, and how it opens."""
