"""What a session can leave behind; a closed list, as those of `vocabulary`."""

from enum import StrEnum


class Gathered(StrEnum):
    """What can be expected of a session afterwards (E5)."""

    WORKSHEET = "worksheet"
    MINUTES = "minutes"
    QUESTIONNAIRE = "questionnaire"
    DEBRIEF = "debrief"
    OBSERVATION = "observation"
