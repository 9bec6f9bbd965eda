"""What a file from outside may hold at most, so that a hostile one costs little. Part of the file format.

Sizes are bytes unless a name says otherwise. docs/bundle-format.md lists the same numbers.
"""

MEGABYTE = 1024 * 1024

FILE = 256 * MEGABYTE
"""The file as it travels; it is opened in memory."""

MEMBERS = 20_000
MEMBER = 256 * MEGABYTE
TOTAL = 2048 * MEGABYTE
"""All members together, unpacked."""

RATIO = 200
RATIO_FROM = 64 * 1024
"""Members up to this size may be packed tighter than `RATIO`."""

MANIFEST = 16 * MEGABYTE
SIGNATURE = 4096
LINE = MEGABYTE
LINES_A_FILE = 5_000
TEXT_CHARACTERS = 256 * 1024
"""One text inside a body, in characters."""

WORDS_CHARACTERS = 400
"""A label, or why something was kept back, in characters."""

PARENTS = 64
ENTRIES = 1_000_000
ENTRIES_OF_ONE_RECORD = 20_000
ERASURES = 100_000

DEPTH = 8
"""How deep JSON may be nested; the outermost object counts as one."""

WHOLE_NUMBER = 2**53

SCRYPT_WORK_FACTOR = 22
"""The highest work factor of a passphrase: 2 to this power rounds, at one kilobyte of memory each."""
