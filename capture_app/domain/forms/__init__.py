"""What a form asks of whom: conditions, limits, languages, and what keeps two editions comparable.

All of it is data in `Form`, small enough for a web page to work out in the same way. The examples both have to agree
on are in `tests/vectors/forms.json`; `docs/bundle-format.md` says it in words.
"""
