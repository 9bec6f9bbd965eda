"""Runs every benchmark, or those named: saving, starting, merging, keys, searching, pages, documents."""

import sys

from benchmarks import documents, keys, merging, pages, saving, searching, starting

ALL = {
    "saving": saving,
    "starting": starting,
    "merging": merging,
    "keys": keys,
    "searching": searching,
    "pages": pages,
    "documents": documents,
}

for name in sys.argv[1:] or ALL:
    ALL[name].run()
