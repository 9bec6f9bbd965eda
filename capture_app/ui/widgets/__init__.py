"""The widgets every page is built from, one to a file.

Every widget takes the `Look` (theme and text scale) by constructor and has `set_look(look)`; the window calls
`style.relook(root, look)` when it changes. `icon` is a Phosphor name ("pencil-line"), `tint` a token of the theme
("text2"). Words come translated. `parent` is the last keyword of each and left out here.

    label.Label(text, kind)                          kinds: "" secondary caption hint strong capture heading label
                                                     question title welcome kiosk time-left good warn bad priv accent
    label.Prose(text, look, kind, lead=)             sentences that wrap; set_words(text, lead=)
    button.Button(text, look, kind, size=, icon=, icon_after=, key=)
                                                     kind: normal primary quiet plain; size: row 28, normal 34,
                                                     welcome 44, kiosk 56; key "Ctrl O" draws a key cap
    keycap.KeyCap(text, look, spoken=)
    icon.Icon(name, look, tint, size, words=)        show_icon(name, tint)
    icon.Badge(stance or None, look, size)           set_stance(stance)
    chip.Chip(words, look, kind, code=, icon=)       kind: theme emergent plain accent good warn bad priv
    chip.ChipButton(ChipFace(words, kind, code, icon, icon_after), look)
    card.Card(look, title, detail=, padded=)         add(widget), add_section(padded=), add_aside, add_foot, set_chosen
    card.Divider(upright=)
    banner.Banner(look, kind, sentence, help_line, icon=)   kind: warn priv bad good; add_button(Button(size="row"))
    action_bar.ActionBar(look)                       add_left(widget), add_right(widget)
    header.PageHeader(look, title, detail, ruled=)   add_fact, add_chip, add_aside, add_action(button)
    rail.Rail(look, places, foot)                    chosen(key); set_current(key), set_counter(key, n, warns=)
    side_nav.SideNav(look, places, foot, title=, detail=)   as Rail; set_consultation(title, detail)
    nav.Place(key, words, icon)
    status_bar.StatusBar(look)                       saved, set_identity, set_second_copy, set_encrypted
    saved_indicator.SavedIndicator(look)             typed(), saved(at), failed(); signal trouble(bool)

For delegates: `badges.paint_badge`, `icons.paint_icon`, `chip.paint_chip` with `chip.chip_size`,
`keycap.paint_keycap`, and `painting` (rounded, written, focus_ring, middle, advance).
"""
