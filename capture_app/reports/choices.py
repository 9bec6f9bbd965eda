"""The words of the closed lists (`domain.vocabulary`), as people say them."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from capture_app.domain.vocabulary import Upheld
from capture_app.reports.engagement_words import upheld_word
from capture_app.words import _, spoken


def choice_words(value: str) -> str:
    """A member of a closed list in words; any other text as it is."""
    known = _known(spoken())
    return known.get(f"{type(value).__name__}.{value}") or known.get(value, value)


@lru_cache(maxsize=2)
def _known(_language: tuple[str, Path]) -> Mapping[str, str]:
    """All of them in a language: a table asks for hundreds, and gathering them takes as long as painting it."""
    return {
        **_a_to_d(),
        **_e_to_l(),
        **_m_to_o(),
        **_p_to_z(),
        **_of_care(),
        **_of_paper(),
        **_of_questions(),
        **_of_engagement(),
        **_of_principles(),
        **_of_written_feedback(),
    }


def _a_to_d() -> Mapping[str, str]:
    return {
        "access": _("access"),
        "action": _("action"),
        "agreed": _("agreed"),
        "agrees": _("agrees"),
        "anonymous": _("anonymous"),
        "answered": _("answered"),
        "area": _("key area"),
        "by_name": _("by the name shown"),
        "call": _("public call for feedback"),
        "cannot_be_rebuilt": _("cannot be worked out again"),
        "changed": _("yes, with a change"),
        "category": _("a number of people of one kind"),
        "chat": _("chat"),
        "chatham_house": _("Chatham House Rule"),
        "choice": _("choice"),
        "claimed": _("claimed"),
        "closed": _("closed"),
        "confidential": _("confidential"),
        "confirmed": _("confirmed"),
        "content": _("the topic"),
        "context": _("context"),
        "corrected": _("corrected"),
        "debrief": _("debrief"),
        "decision": _("decision"),
        "declined": _("declined"),
        "differs": _("differs"),
        "disagreed": _("disagreed"),
        "dropped": _("dropped"),
        "done": _("done"),
        "dissent": _("not everybody agrees"),
    }


def _e_to_l() -> Mapping[str, str]:
    return {
        "Capacity.observer": _("to observe"),
        "Presence.expected": _("expected"),
        "Presence.here": _("here"),
        "Presence.left": _("left"),
        "Grain.organisation": _("an organisation as listed"),
        "elsewhere": _("elsewhere"),
        "emergent": _("topic that came up"),
        "england": _("England"),
        "estimate": _("an estimate"),
        "evaluator": _("sharing with the evaluator"),
        "event": _("event"),
        "exact": _("exact"),
        "facilitator": _("facilitator"),
        "figure": _("figure"),
        "file": _("file"),
        "given": _("given"),
        "hearsay": _("heard from somebody"),
        "hybrid": _("hybrid"),
        "in_hand": _("being agreed"),
        "incident": _("sound or link trouble"),
        "in_person": _("in person"),
        "interview": _("interview"),
        "introduction": _("introduction"),
        "invitation": _("invitation"),
        "kept_apart": _("not the same as"),
        "kiosk": _("laptop passed around"),
        "lead": _("project lead"),
        "lines": _("lines"),
        "listed_with": _("listed together with"),
    }


def _m_to_o() -> Mapping[str, str]:
    return {
        "meeting": _("meeting"),
        "mixed": _("mixed"),
        "mostly": _("mostly agreed"),
        "no": _("no"),
        "no_objection": _("nobody objected"),
        "none": _("nobody"),
        "northern_ireland": _("Northern Ireland"),
        "not_agreed": _("not agreed yet"),
        "not_asked": _("not asked"),
        "not_checked": _("not compared yet"),
        "not_discussed": _("not discussed"),
        "not_listed": _("not at all"),
        "not_provided": _("not provided"),
        "not_stated": _("not stated"),
        "observation": _("observation"),
        "observer": _("observer"),
        "offered": _("offered"),
        "online": _("online"),
        "open": _("open"),
        "organisation": _("an organisation"),
        "organisation_only": _("only by organisation"),
    }


def _p_to_z() -> Mapping[str, str]:
    return {
        "Capacity.participant": _("to take part"),
        "Scale.adoption": _("adopt, adapt or reject each"),
        "Scale.criteria": _("include or exclude each, or on a condition"),
        "Scale.none": _("nothing"),
        "Scale.review": _("keep, amend or drop each"),
        "Scale.weighing": _("for or against"),
        "Scale.wording": _("choose among wordings"),
        "Grain.person": _("one person"),
        "paid": _("paid"),
        "paper": _("paper"),
        "part_of": _("part of"),
        "participant": _("a participant"),
        "person": _("a person"),
        "photographs": _("photographs"),
        "point": _("point"),
        "primary": _("main focus"),
        "process": _("the workshop itself"),
        "provided": _("provided"),
        "question": _("question"),
        "questionnaire": _("questionnaire"),
        "quotation": _("quotation"),
        "quotations": _("quoting their words"),
        "raised_by_one": _("raised by one"),
        "rather_not_say": _("would rather not say"),
        "read_back": _("read back"),
        "refused": _("refused"),
        "remote": _("remote"),
        "review": _("review"),
        "room": _("room"),
        "scoping": _("scoping talk"),
        "scotland": _("Scotland"),
        "scribe": _("scribe"),
        "scribe_note": _("scribe’s note"),
        "secondary": _("also touched"),
        "section": _("section"),
        "staff": _("to run the session"),
        "technology": _("equipment or connection"),
        "text": _("text"),
        "unsure": _("unsure"),
        "wales": _("Wales"),
        "whole_uk": _("the whole United Kingdom"),
        "withdrawn": _("withdrawn"),
        "Gathered.minutes": _("minutes"),
        "worksheet": _("worksheet"),
        "workshop": _("workshop"),
        "written_feedback": _("written feedback"),
        "yes": _("yes"),
    }


def _of_paper() -> Mapping[str, str]:
    """What becomes of forms on paper."""
    return {
        "Keyed.not_keyed": _("not typed up from paper"),
        "Keyed.once": _("typed up once"),
        "Keyed.twice": _("typed up twice and compared"),
        "several_marked": _("more than one marked"),
    }


def _of_care() -> Mapping[str, str]:
    """What is kept about people's care. What people may type themselves ("unpaid") is named with its list."""
    return {
        "Basis.expenses": _("for their expenses only"),
        "Basis.paid": _("paid for their time"),
        "Basis.unpaid": _("without payment, as they wish"),
        "LeftOpen.later": _("it is to come later"),
        "accepted": _("accepted"),
        "held": _("held"),
        "not_needed": _("it is not needed here"),
        "not_offered": _("not offered yet"),
        "not_reached": _("they could not be reached"),
        "own_work": _("as part of their work"),
        "sent": _("sent"),
    }


def _of_engagement() -> Mapping[str, str]:
    """How closely people are involved, contact with them, interviews and their reports."""
    return {
        "ContactPurpose.introduction": _("introduction"),
        "ContactPurpose.invitation": _("invitation"),
        "ContactPurpose.papers": _("papers"),
        "ContactPurpose.payment": _("payment"),
        "ContactPurpose.preview": _("preview of who is coming"),
        "Tier.direct": _("works on the project, with lived experience"),
        "Tier.panel": _("asked as a group, such as an advisory panel"),
        "Tier.sector": _("came as anybody from the sector"),
        "agreement_to_words": _("asking for agreement to words"),
        "anonymised": _("anonymised"),
        "felt_heard": _("they felt heard"),
        "how_afterwards": _("how they are afterwards"),
        "not_heard": _("they did not feel heard"),
        "not_said": _("they did not say"),
        "other_purpose": _("something else"),
        "partly_heard": _("they felt heard in part"),
        "passed_on": _("passed on by somebody else"),
        "postponed": _("postponed"),
        "practical_arrangements": _("practical arrangements"),
        "told_and_written_down": _("told, and written down for them"),
        "written_by_them": _("written by them"),
    }


def _of_principles() -> Mapping[str, str]:
    """How far a principle held; the documents say it alike."""
    return {str(how): upheld_word(how) for how in Upheld}


def _of_written_feedback() -> Mapping[str, str]:
    """As whom somebody wrote, how it came, and whether they were also there."""
    return {
        "AlsoThere.no": _("no"),
        "AlsoThere.not_known": _("not known"),
        "AlsoThere.yes": _("yes"),
        "AnsweredAs.named_person": _("a person, under their name"),
        "AnsweredAs.not_named": _("somebody who is not named"),
        "WrittenWay.form": _("on a form"),
        "WrittenWay.letter": _("by letter"),
        "WrittenWay.mail": _("by e-mail"),
    }


def _of_questions() -> Mapping[str, str]:
    """How questions are answered, and when they are asked."""
    return {
        "ItemKind.choice": _("one of several answers"),
        "ItemKind.date": _("a day"),
        "ItemKind.figure": _("a figure"),
        "ItemKind.lines": _("lines of notes"),
        "ItemKind.matrix": _("one answer in each row"),
        "ItemKind.multiple": _("any of several answers"),
        "ItemKind.note": _("nothing: a note to read"),
        "ItemKind.rank": _("answers put in order"),
        "ItemKind.scale": _("a point on a scale"),
        "ItemKind.section": _("nothing: a heading of what follows"),
        "ItemKind.short_text": _("a few words"),
        "ItemKind.text": _("one text"),
        "When.any_of": _("is one of"),
        "When.answered": _("was answered"),
        "When.at_least": _("is at least"),
        "When.at_most": _("is at most"),
        "When.none_of": _("is none of"),
        "When.not_answered": _("was not answered"),
    }
