"""The names of what stands in the zip."""

import re

MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
PACK = "pack.json"
CARE = "care.json"
ERASURES = "erasures.jsonl"
READ_ME = "read-me-first.html"

SYNTHESIS = "synthesis.pdf"
"""The synthesis, for whoever opens the file with an age tool."""

EXTRAS = frozenset({SYNTHESIS})
"""The members a caller may add."""

TAKEN = EXTRAS | {PACK, CARE, ERASURES}
"""The members, beside the log, that a reader takes something from."""

LOG = re.compile(r"log/\d{4}\.jsonl")
