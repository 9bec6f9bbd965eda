"""Written feedback in the window: the responses, how one is typed up, and the decision to fold them in."""
