"""Which part of the guide speaks of which page of the window: a page's key, and a file and anchor of the guide.

A key with a part after a slash ("worksheet/…") is looked up by what stands before it.
"""

START = "welcome"
"""Where Help leads from a page that is not listed."""

PLACES = {
    "welcome": "guide.md#the-guide",
    "worksheet": "guide.md#write-the-worksheet",
    "minutes": "guide.md#write-the-minutes",
    "questions": "guide.md#before-people-answer",
    "hand_over": "guide.md#hand-over",
    "sessions": "guide.md#make-the-packs",
    "bundles": "guide.md#merge",
    "synthesis": "guide.md#write-the-synthesis",
    "settings": "guide.md#settings",
    "lock": "guide.md#locking-the-window",
}
