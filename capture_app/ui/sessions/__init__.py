"""The parts of the sessions page: what a session and an agenda template show, and what is done with each."""
