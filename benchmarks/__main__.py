"""Runs every benchmark, or those named: saving, starting, merging, keys, searching, pages."""

import sys

from benchmarks import keys, merging, pages, saving, searching, starting

ALL = {
    "saving": saving,
    "starting": starting,
    "merging": merging,
    "keys": keys,
    "searching": searching,
    "pages": pages,
}

for name in sys.argv[1:] or ALL:
    ALL[name].run()
