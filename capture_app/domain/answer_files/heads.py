"""Heads of columns that are about a response and no answer, as the tools write them in several languages (F6)."""

from capture_app.domain.answer_files.folding import folded

__all__ = [
    "ABOUT",
    "ALWAYS_ABOUT",
    "FINISHED",
    "NAMING",
    "NOBODY",
    "NUMBERS",
    "SIGNS_OF_GOOGLE",
    "SIGNS_OF_MICROSOFT",
]


def _all(*heads: str) -> frozenset[str]:
    return frozenset(map(folded, heads))


_MICROSOFT = (
    ("Start time", "Completion time"),
    ("Startzeit", "Fertigstellungszeit"),
    ("Heure de début", "Heure de fin"),
    ("Hora de inicio", "Hora de finalización"),
    ("Ora di inizio", "Ora di completamento"),
    ("Begintijd", "Tijd van voltooien"),
    ("Hora de início", "Hora de conclusão"),
)
SIGNS_OF_MICROSOFT = tuple(_all(*pair) for pair in _MICROSOFT)
"""When somebody began and ended: only Microsoft Forms writes it so."""

_GOOGLE = (
    *("Timestamp", "Zeitstempel", "Horodateur", "Marca temporal", "Informazioni cronologiche"),
    *("Carimbo de data/hora", "Tijdstempel"),
)
SIGNS_OF_GOOGLE = tuple(map(_all, _GOOGLE))

FINISHED = _all(
    *(
        "submitdate",
        "Date submitted",
        "Completed",
        "Datum Abgeschickt",
        "Date de soumission",
        "Fecha de envío",
    ),
)
"""The day on which somebody handed in their answers, as LimeSurvey calls it."""

NUMBERS = _all(
    *(
        "ID",
        "Response ID",
        "ResponseId",
        "Respondent ID",
        "Antwort ID",
        "ID de la réponse",
        "ID de respuesta",
    ),
)
"""The number of a response, by which one is told that stands in a file twice."""

NAMING = _all(
    *("Email", "Name", "Username", "Email Address", "First Name", "Last Name", "Recipient Email", "E-mail"),
    *(
        "RecipientEmail",
        "RecipientLastName",
        "RecipientFirstName",
        "Recipient Last Name",
        "Recipient First Name",
    ),
    *(
        "token",
        "Access code",
        "Full name",
        "Vorname",
        "Nachname",
        "E-Mail-Adresse",
        "Nutzername",
        "Zugangscode",
    ),
    *("Adresse de messagerie", "Adresse e-mail", "Nom", "Prénom", "Nom d’utilisateur", "Code d'accès"),
    *("Correo electrónico", "Dirección de correo electrónico", "Nombre", "Nombre de usuario"),
    *("Posta elettronica", "Indirizzo email", "Nome", "Nome utente", "E-mailadres", "Naam", "Gebruikersnaam"),
    *("Endereço de e-mail", "Nome de usuário", "ExternalReference", "External Data Reference"),
    *("ExternalDataReference", "Zugangsschlüssel"),
)

NOBODY = _all("anonymous", "anonym", "anonyme", "anónimo", "anonimo", "anoniem", "anônimo")
"""What Microsoft Forms writes as the name and address of somebody who was asked for neither."""

ALWAYS_ABOUT = (
    NAMING
    | NUMBERS
    | FINISHED
    | frozenset().union(*SIGNS_OF_MICROSOFT, *SIGNS_OF_GOOGLE)
    | _all(
        *("Last modified time", "Date started", "Date last action", "startdate", "enddate", "datestamp"),
        *("Start Date", "End Date", "Recorded Date", "RecordedDate", "IP Address", "IPAddress", "ipaddr"),
        *(
            "Collector ID",
            "Referrer URL",
            "Referring URL",
            "refurl",
            "Location Latitude",
            "Location Longitude",
        ),
        *("LocationLatitude", "LocationLongitude", "Uhrzeit der letzten Änderung", "Datum gestartet"),
        *("Datum letzte Aktivität", "IP-Adresse", "Weiterleitungs-URL", "Date de lancement", "Adresse IP"),
        *("Heure de la dernière modification", "Date de la dernière action", "URL référente"),
        *("Hora de la última modificación", "Fecha de inicio", "Fecha de la última acción", "Dirección IP"),
        *("Ora ultima modifica", "Tijd van laatste wijziging", "Hora da última modificação"),
        *("Interview time", "interviewtime", "Total time", "Gesamtzeit"),
    )
)
"""Columns that say who or when, in any table."""

ABOUT = ALWAYS_ABOUT | _all(
    *(
        "Language",
        "Total points",
        "Quiz feedback",
        "Score",
        "Last page",
        "Start language",
        "Seed",
        "lastpage",
    ),
    *(
        "startlanguage",
        "Custom Data 1",
        "Status",
        "Progress",
        "Finished",
        "Duration (in seconds)",
        "Response type",
    ),
    *("DistributionChannel", "Distribution Channel", "UserLanguage", "User Language", "Letzte Seite"),
    *("Start-Sprache", "Zufallsstartwert", "Gesamtpunktzahl", "Quizfeedback", "Punktzahl", "Dernière page"),
    *("Langue de départ", "Tête de série", "Última página", "Lenguaje inicial", "Semilla", "Puntuación"),
    *("Punteggio", "Pontuação"),
)
"""Columns about a response in the export of a tool that is known; in any other table they may be questions."""
