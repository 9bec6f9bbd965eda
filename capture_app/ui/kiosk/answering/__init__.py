"""The ways to answer on the kiosk, one for each kind of question."""
