"""What the worksheet and the minutes are built from: the list of lines, its editor, saving, themes, questions.

Read in this order:

    autosave        what is typed goes to the workspace at once, one save of a thing at a time
    line_model      the lines of one list as Qt wants them
    faces, line_geometry, line_delegate   how a line looks, where its parts stand, and painting it
    line_editor     the one editor: text, and the keys that reach it; what they mean is asked of a `key_taker`
    typed_codes     codes such as "/a" in that text
    line_list       the list with the editor over its active line
    column_list     the same in two columns where a question weighs; column_layout and column_painter set and paint them
    line_order      where among its neighbours, and in which column, a line goes
    line_book       what happens to lines: begun, typed, split, joined, moved, removed; no widgets
    line_desk       list, book and undo together; line_steps, line_marks and line_keys work on it
    theme_offers, kind_choice, line_asks, under_line   what opens below a line
    verdicts        what changes where a question asks for a decision on each line
    capture_pane    a card in which all of this is joined
    capture_page    what worksheet_page and minutes_page have in common
"""
