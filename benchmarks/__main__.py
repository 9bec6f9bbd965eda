"""Runs every benchmark, or those named: saving, starting, merging, keys, documents."""

import sys

from benchmarks import documents, keys, merging, saving, starting

ALL = {"saving": saving, "starting": starting, "merging": merging, "keys": keys, "documents": documents}

for name in sys.argv[1:] or ALL:
    ALL[name].run()
