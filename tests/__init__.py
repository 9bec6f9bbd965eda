"""The tests, in folders as the program is, and the tools that try it hard: `mutants` and `shots`."""
