"""Files of answers from other tools, read as tables of text."""
