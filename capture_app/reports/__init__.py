"""Documents for people: PDF and DOCX. reportlab lives here alone."""
