"""What languages call themselves."""

from PySide6.QtCore import QLocale

from capture_app.words import SOURCE, SOURCE_NAME


def language_to_choose(code: str) -> str:
    """A language as somebody finds it who does not speak it: "Arabic, العربية"."""
    english, own = QLocale.languageToString(QLocale(code).language()), language_name(code)
    return own if own == english else f"{english}, {own}"


def language_name(code: str) -> str:
    """What a language calls itself: "Cymraeg"; its code where nobody knows."""
    name = SOURCE_NAME if code == SOURCE else QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] or code
