"""Runs every benchmark, or those named: saving, starting, merging, keys."""

import sys

from benchmarks import keys, merging, saving, starting

ALL = {"saving": saving, "starting": starting, "merging": merging, "keys": keys}

for name in sys.argv[1:] or ALL:
    ALL[name].run()
