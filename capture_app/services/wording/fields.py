"""What people call the fields of records. One name means the same in every kind, or it has a line of its own."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from capture_app.services.wording.care_fields import of_care
from capture_app.words import _, spoken


def field_words(name: str, kind: str = "") -> str:
    """What people call a field; of a `kind` where the name means something else there."""
    known = _known(spoken())
    return known.get(f"{kind}.{name}") or known.get(name, name.replace("_", " "))


@lru_cache(maxsize=2)
def _known(_language: tuple[str, Path]) -> Mapping[str, str]:
    """All of them in a language, gathered once."""
    return {
        **_a_to_b(),
        **_c_to_d(),
        **_e_to_h(),
        **_i_to_m(),
        **_n_to_r(),
        **_s_to_z(),
        **of_care(),
        **_of_sessions(),
        **_of_results(),
        **_of_the_process(),
        **_of_written_feedback(),
    }


def _a_to_b() -> Mapping[str, str]:
    return {
        "about": _("what it is about"),
        "accepted": _("accepted"),
        "agenda": _("agenda template"),
        "amount": _("amount"),
        "answers": _("answer"),
        "apart_from": _("apart from"),
        "approximate": _("approximate"),
        "assessment": _("impact assessment"),
        "action_state": _("what became of it"),
        "affected": _("people affected"),
        "agreement": _("agreed version"),
        "at": _("when"),
        "attribution": _("whose words these are"),
        "attended": _("came"),
        "audience": _("to whom"),
        "ballot": _("answers of one person"),
        "basis": _("basis under Article 6"),
        "began": _("began"),
        "briefing": _("briefing on a topic"),
        "by_item": _("answers to each question by itself"),
    }


def _c_to_d() -> Mapping[str, str]:
    return {
        "capacity": _("came as"),
        "case": _("case"),
        "cases": _("case"),
        "category": _("category"),
        "channel": _("how"),
        "changed": _("what was changed"),
        "check": _("compared with the records"),
        "closes": _("answers until"),
        "closed_at": _("closed at"),
        "code": _("code"),
        "commissioned_by": _("commissioned by"),
        "condition": _("condition under Article 9"),
        "consultation": _("consultation"),
        "contact": _("contact"),
        "content_note": _("note on heavy content"),
        "controller": _("controller"),
        "count": _("headcount"),
        "counted_in_total": _("counted in the total"),
        "covers": _("what for"),
        "date": _("date"),
        "declared": _("declared on"),
        "declared_by": _("who declared it"),
        "declined": _("declined"),
        "deleted": _("taken away"),
        "dispatch_kind": _("what was sent"),
        "device": _("laptop"),
        "display": _("name shown"),
        "done": _("what was done"),
        "due": _("due"),
    }


def _e_to_h() -> Mapping[str, str]:
    return {
        "Line.owner": _("who does it"),
        "PartRun.minutes": _("minutes decided"),
        "Person.listing": _("on lists others see"),
        "edition": _("edition"),
        "effect": _("what follows from it"),
        "ended": _("ended"),
        "ends": _("ends"),
        "entry": _("who"),
        "evidence": _("what it rests on"),
        "expected": _("answers expected"),
        "expert": _("topic expert"),
        "experts": _("topic experts came"),
        "facilitator": _("facilitator"),
        "family": _("editions it belongs with"),
        "focus": _("focus"),
        "form": _("form"),
        "funding_round": _("funding round"),
        "given_on": _("when"),
        "grain": _("kind of entry"),
        "group": _("group"),
        "hands": _("hands raised"),
        "hands_of": _("hands that could be raised"),
        "headcount": _("headcount"),
        "heading": _("heading"),
        "heard": _("read back"),
        "heard_as": _("words read back"),
        "heard_stance": _("stance read back"),
        "holder": _("who holds it"),
    }


def _i_to_m() -> Mapping[str, str]:
    return {
        "in_analysis": _("in the analysis"),
        "in_appendix": _("in the appendix"),
        "in_danger": _("whom to call in danger"),
        "inclusion_reason": _("why"),
        "indirect": _("touched on indirectly"),
        "intro": _("words before the questions"),
        "invented": _("label for invented text"),
        "invited": _("invited"),
        "issues": _("what was difficult"),
        "item": _("question"),
        "items": _("question"),
        "joined_into": _("joined into"),
        "key": _("key of the box"),
        "keyed": _("how often forms on paper were typed up"),
        "lasted": _("minutes it lasted"),
        "kept": _("begins and lasts as planned"),
        "label": _("label"),
        "language": _("language it is written in"),
        "languages": _("also in"),
        "level": _("indent"),
        "line": _("line"),
        "line_kind": _("kind of line"),
        "listing": _("as listed"),
        "locator": _("where in the source"),
        "may_overlap": _("may overlap with another entry"),
        "meaning": _("meaning"),
        "minutes": _("minutes"),
        "mode": _("way of meeting"),
    }


def _n_to_r() -> Mapping[str, str]:
    return {
        "name": _("name"),
        "nation": _("nation"),
        "need": _("need"),
        "need_kind": _("kind of need"),
        "note": _("note"),
        "order": _("place in the list"),
        "objective_set": _("set of objectives"),
        "option": _("option of the list"),
        "organisation": _("organisation"),
        "other": _("the other organisation"),
        "outcome": _("outcome"),
        "owner": _("who leads it"),
        "parent": _("belongs to"),
        "parked": _("in the parking lot"),
        "part": _("part"),
        "parts": _("part of the agenda"),
        "permission": _("permission to quote"),
        "person": _("person"),
        "place": _("place"),
        "planned_minutes": _("minutes planned"),
        "planned_start": _("planned start"),
        "preferred": _("name to show"),
        "priority": _("matters most"),
        "promise": _("what was promised"),
        "proposed": _("what to change"),
        "purpose": _("purpose"),
        "reason": _("why it changed"),
        "record": _("what stays here"),
        "reopened_because": _("why it was opened again"),
        "reference": _("where to find it"),
        "relation": _("how they belong together"),
        "remote_headcount": _("people joining remotely"),
        "result": _("what came of it"),
        "retention": _("kept until"),
        "returned_on": _("returned on"),
        "role": _("role"),
        "rule": _("rule for naming speakers"),
    }


def _s_to_z() -> Mapping[str, str]:
    return {
        "said_at": _("time"),
        "scale": _("what is decided about each line"),
        "sent": _("sent on"),
        "series": _("series"),
        "session": _("session"),
        "session_kind": _("kind of session"),
        "set_at": _("set aside at"),
        "sheet": _("worksheet"),
        "side": _("room, remote or chat"),
        "signing_key": _("key it signs with"),
        "source": _("source"),
        "stage": _("stage"),
        "stood": _("as it stood"),
        "stance": _("stance"),
        "statement": _("statement"),
        "starts": _("starts"),
        "state": _("state"),
        "taken_from": _("taken from"),
        "taker": _("taken by"),
        "term": _("term"),
        "text": _("text"),
        "theme": _("theme"),
        "theme_as_given": _("theme as given"),
        "theme_kind": _("kind of theme"),
        "threshold": _("least number for anonymity"),
        "time_zone": _("time zone"),
        "title": _("title"),
        "translations": _("translation"),
        "topic": _("topic"),
        "typed_by": _("typed by"),
        "unit": _("counted in"),
        "walk_in": _("not expected"),
        "way_in": _("how the answers came in"),
        "value": _("value as given"),
        "verdict": _("what the group decided"),
        "went_well": _("what went well"),
        "who": _("who said it"),
        "who_reads": _("who will read the notes"),
    }


def _of_results() -> Mapping[str, str]:
    return {
        "fewest_told": _("least count told in public"),
        "sha256": _("check sum of the file"),
        "tables": _("count"),
    }


def _of_written_feedback() -> Mapping[str, str]:
    """Whose written feedback something is, where that came from, and that it was folded in."""
    return {
        "Folding.reason": _("why"),
        "Response.attended": _("was also there"),
        "Response.words": _("words as they came"),
        "answered_as": _("answered as"),
        "decided_by": _("who decided"),
        "decided_on": _("decided on"),
        "file_digest": _("SHA-256 of the file"),
        "file_name": _("name of the file"),
        "Response.kept_at": _("where it is kept"),
        "mirrors": _("worksheet it was made of"),
        "received": _("received on"),
        "respondent": _("who wrote it"),
        "response": _("written response"),
        "Response.way": _("how it came"),
        "words": _("words"),
    }


def _of_the_process() -> Mapping[str, str]:
    """How people were engaged, and what they could say to what was sent out."""
    return {
        "Dispatch.part": _("part of the agenda"),
        "came": _("comments that came"),
        "contributors": _("contributors"),
        "dispatch": _("paper"),
        "for_real": _("not there for show"),
        "for_real_rests": _("what “not there for show” rests on"),
        "looked_by": _("who looked"),
        "looked_on": _("looked on"),
        "may_comment": _("could comment"),
        "no_harm": _("no harm done"),
        "no_harm_rests": _("what “no harm done” rests on"),
        "not_taken_up": _("not taken up"),
        "sensitive": _("sensitive to trauma"),
        "sensitive_rests": _("what “sensitive to trauma” rests on"),
        "taken_in_part": _("taken up in part"),
        "taken_up": _("taken up"),
        "until": _("until when"),
    }


def _of_sessions() -> Mapping[str, str]:
    """What is expected of sessions, and what observers and the team say of them."""
    return {
        "Expectation.series": _("series"),
        "Expectation.what": _("what is expected"),
        "Observation.further": _("anything else"),
        "Observation.given": _("given to the project lead"),
        "Observation.hindered": _("what helped, and what got in the way"),
        "Observation.ran": _("how the session ran"),
        "Observation.took_part": _("how people took part"),
        "Observation.who": _("name"),
        "TeamDebrief.agenda": _("new edition of the agenda"),
        "TeamDebrief.talked": _("somebody talked with us afterwards"),
        "TeamDebrief.who": _("name"),
        "SessionClosing.reason": _("why it was closed all the same"),
    }
