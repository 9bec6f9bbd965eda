"""Words made safe for the XML and HTML that files are made of."""

from html import escape


def escaped(text: str) -> str:
    """Text in which nothing is taken as markup, for between tags and within quotes."""
    return escape(text, quote=True)
