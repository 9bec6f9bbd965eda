"""Which part of the guide speaks of which page of the window: a page's key, and a file and anchor of the guide.

A key with a part after a slash ("worksheet/…") is looked up by what stands before it.
"""

START = "welcome"
"""Where Help leads from a page that is not listed."""

PLACES = {
    "welcome": "guide.md#the-guide",
    "session": "facilitator.md#run-the-session",
    "here": "facilitator.md#who-is-here",
    "observation": "facilitator.md#if-somebody-observes",
    "confidence": "facilitator.md#what-contributors-report",
    "worksheet": "scribe.md#write-the-worksheet",
    "minutes": "scribe.md#write-the-minutes",
    "questions": "facilitator.md#before-people-answer",
    "hand_over": "scribe.md#hand-over",
    "sessions": "lead.md#your-first-consultation-in-twenty-minutes",
    "agreeing": "lead.md#agree-the-minutes",
    "bundles": "lead.md#when-bundles-come-back",
    "synthesis": "lead.md#write-the-synthesis",
    "results": "lead.md#read-the-results",
    "setup": "lead-reference.md#what-stands-under-set-up",
    "people": "lead-reference.md#people-and-organisations",
    "claims": "lead.md#reported-facts",
    "laptops": "lead.md#laptops",
    "documents": "lead.md#write-documents",
    "search": "help.md#finding-things-and-what-became-of-them",
    "settings": "help.md#settings",
    "lock": "help.md#locking-the-window",
}
