"""Who is here while a session runs: the list, its counts, and the field for somebody who was not expected."""
