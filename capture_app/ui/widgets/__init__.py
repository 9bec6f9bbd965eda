"""The widgets every page is built from, one to a file.

Every widget takes the `Look` (theme and text scale) by constructor and has `set_look(look)`; the window calls
`style.relook(root, look)` when it changes. `icon` is a Phosphor name ("pencil-line"), `tint` a token of the theme
("text2"). Words come translated. `parent` is the last keyword of each and left out here.

    label.Label(text, kind)                          kinds: "" secondary caption hint strong capture heading label
                                                     question title welcome kiosk time-left good warn bad priv accent
    label.Elided(text, kind)                         one line, … where there is no room, whole in the tooltip
    label.Prose(text, look, kind, lead=)             sentences that wrap; set_words(text, lead=)
    button.Button(text, look, kind, size=, icon=, icon_after=, key=)
                                                     kind: normal primary quiet plain; size: row 28, normal 34,
                                                     welcome 44, kiosk 56; key "Ctrl O" draws a key cap;
                                                     fill_column(): as wide as its column, else as its words
    keycap.KeyCap(text, look, spoken=)
    icon.Icon(name, look, tint, size, words=)        show_icon(name, tint)
    icon.Badge(stance or None, look, size)           set_stance(stance)
    chip.Chip(words, look, kind, code=, icon=)       kind: theme emergent plain accent good warn bad priv
    chip.ChipButton(ChipFace(words, kind, code, icon, icon_after), look)
    card.Card(look, title, detail=, padded=)         add(widget), add_section(padded=), add_aside, add_foot, set_chosen
    card.Divider(upright=)
    banner.Banner(look, kind, sentence, help_line, icon=)   kind: warn priv bad good; add_button(Button(size="row"))
    action_bar.ActionBar(look)                       add_left(widget), add_note(words), add_right(widget)
    header.PageHeader(look, title, detail, ruled=)   add_fact, add_chip, add_aside, add_action(button), set_lead
    rail.Rail(look, places, foot)                    chosen(key); set_current(key), set_counter(key, n,
                                                     warns=), set_icons_only(bool)
    side_nav.SideNav(look, places, foot, title=, detail=)   as Rail; set_consultation(title, detail)
    nav_menu.NavMenu(look, places)                   the same behind one button; goes into PageHeader.set_lead
    nav.Place(key, words, icon)
    status_bar.StatusBar(look)                       saved, set_identity, set_second_copy, set_encrypted
    legend_bar.LegendBar(look, keymap, groups)       groups of legend.LegendGroup(actions, by="chord"|"typed", note=);
                                                     set_held(modifiers), set_locked({action: words}), note_used(action)
    stepper.Stepper(look, steps, current)            set_current(n)
    segments.Segments(look, name, [(key, words)])    chosen(key); set_chosen(key or None), chosen_key()
    choices.Check(text, look), choices.Radio(text, look), choices.DropDown(look, name)
    field.Field(look, label, editor, help_line)      set_error(sentence), clear_error()
    search_field.SearchField(look, name)             a QLineEdit; set_hits(n or None)
    coverage_bar.CoverageBar(look)                   set_counts(used, set_aside, pending), add_action(button)
    balance_bar.BalanceBar(look)                     set_counts(room, remote, chat, after=("", "", ""))
    time_left.TimeLeft(look, large=)                 set_time(minutes, "left in this part")
    figures.Figures(look, [(count, words)])          show_counts
    tag.Tag(look, icon, words, tint, ink=)           state as icon and word; show_face(TagFace(...))
    flow.FlowRow(look, gap)                          add(widget), clear(): chips that wrap
    progress_line.ProgressLine(look)                 start("Checking {count} of {total} bundles"),
                                                     show_progress, finish; signal cancelled()
    empty_state.EmptyState(look, icon, sentence, action)
    toast.Toast(host, look)                          offer("Line removed.", undo); tell(why)
    split_pane.SplitPane(look, (words, widget), (words, widget), share=)   moved(share)
    scroll.ScrollColumn(look, top=)                  column is the layout to fill; scrolls down only
    announce.announce(widget, words, assertive=)     says something through a screen reader
    saved_indicator.SavedIndicator(look)             typed(), saved(at), failed(); signal trouble(bool)

Plain QLineEdit, QPlainTextEdit, QTableView, QMenu take their look from the style sheet; `setProperty("kind", "bare")`
takes frame and ground off an input. Frames by `kind`: card, popup, drop, band, side, page-head, card-head, card-foot.

For delegates: `badges.paint_badge`, `icons.paint_icon`, `chip.paint_chip` with `chip.chip_size`, `tag.paint_tag`,
`keycap.paint_keycap`, `choices.paint_radio`, and `painting` (rounded, hatched, written, focus_ring, middle, advance).
"""
