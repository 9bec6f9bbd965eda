"""What happens to a workspace whose program dies: a scribe types in the real editor and is killed, again and again.

    python -m tests.durability --kills 300

`script` is what is typed and what has to be there; `scribe` is the program that types; `kills` ends it and looks.
`jobs` are long jobs that are cut off; `planted` are bugs that have to be noticed.
"""
