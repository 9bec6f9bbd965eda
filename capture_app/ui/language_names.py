"""What languages call themselves."""

from PySide6.QtCore import QLocale

from capture_app.words import SOURCE, SOURCE_NAME


def language_name(code: str) -> str:
    """What a language calls itself: "Cymraeg"; its code where nobody knows."""
    name = SOURCE_NAME if code == SOURCE else QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] or code
