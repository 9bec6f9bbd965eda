"""Many documents at once: as many processes write them as the computer has processors, up to a few.

The libraries that write documents take all the time there is, and Python lets one thread at a time work. Processes
of our own begin anew, read nothing but what they are sent, and write nothing: a document comes back as bytes.
"""

import os
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby
from multiprocessing import get_context

from capture_app.reports.blocks import Report
from capture_app.reports.making import PLAIN_DRESS, Dress, file_of
from capture_app.words import speak, spoken

FEW = 8
"""Files that are written sooner than a process has begun."""
_MOST = 4
"""Processes at most: each takes the memory of a small program."""

Wanted = tuple[Report, str]
"""A document and the ending of the file it becomes."""


def files_of(wanted: Sequence[Wanted], dress: Dress = PLAIN_DRESS) -> Generator[bytes]:
    """Each as `file_of` makes it, in the order in which they are wanted; raises as that does.

    Whoever stops asking stops the rest. Where no process can be had, or one is ended from outside, the rest is
    made here.
    """
    processes = min(os.cpu_count() or 1, _MOST)
    made = 0
    if len(wanted) > FEW and processes > 1:
        try:
            for file in elsewhere(wanted, dress, processes):
                yield file
                made += 1
        except BrokenProcessPool:
            pass
    for report, ending in wanted[made:]:
        yield file_of(report, ending, dress)


def elsewhere(wanted: Sequence[Wanted], dress: Dress, processes: int) -> Iterator[bytes]:
    """The same in so many processes of our own. Raises BrokenProcessPool where none can be had, or one is ended."""
    begin_anew = get_context("spawn")  # a copy of this process would have its threads and its open workspace
    with ProcessPoolExecutor(processes, begin_anew, initializer=speak, initargs=spoken()) as pool:
        try:
            jobs = [pool.submit(_all_of, report, endings, dress) for report, endings in _by_report(wanted)]
        except OSError as error:
            raise BrokenProcessPool from error  # this computer lets us begin none
        try:
            for job in jobs:
                yield from job.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _by_report(wanted: Sequence[Wanted]) -> Iterator[tuple[Report, tuple[str, ...]]]:
    """The same in the same order, kinds of file of one report together: sending a report takes its time."""
    for _same, files in groupby(wanted, key=lambda one: id(one[0])):
        reports, endings = zip(*files, strict=True)
        yield reports[0], endings


def _all_of(report: Report, endings: Sequence[str], dress: Dress) -> list[bytes]:
    return [file_of(report, ending, dress) for ending in endings]
