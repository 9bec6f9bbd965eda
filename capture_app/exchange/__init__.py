"""Files that travel: session packs and bundles. Everything read here is distrusted first.

Begin with `container`, which writes and reads them; docs/bundle-format.md says what is inside.
"""
