"""Runs every benchmark, or those named: saving, starting, merging, keys, searching, pages, documents, answers."""

import sys

from benchmarks import answers, documents, keys, merging, pages, saving, searching, starting

ALL = {
    "saving": saving,
    "starting": starting,
    "merging": merging,
    "keys": keys,
    "searching": searching,
    "pages": pages,
    "documents": documents,
    "answers": answers,
}

for name in sys.argv[1:] or ALL:
    ALL[name].run()
