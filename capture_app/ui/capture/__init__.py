"""What the worksheet and the minutes are built from: the list of lines, its editor, saving, themes, questions.

autosave.Autosave            what is typed goes to the workspace at once, one save of a thing at a time
line_model.LineModel         the lines of one list as Qt wants them
faces, line_geometry, line_delegate   how a line looks, where its parts stand, and painting it
line_editor.LineEditor       the one editor: keys, codes, letters for a theme
line_list.LineList           the list with the editor over its active line
line_book.LineBook           what happens to lines: next, split, join, change, remove, undo; no widgets
capture_pane.CapturePane     a card with the list, the popups under a line, and all keys joined to the book
item_list.ItemList           the questions of a worksheet beside the lines
"""
