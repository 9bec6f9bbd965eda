"""The few dialogs there are. Each asks one thing, opens without stopping the window, and closes when told to."""
