"""The page of results: counts drawn, the same question in other sessions, what was written."""
