"""How many records of which kind, in words: “28 lines, 1 session and 2 other entries”."""

from collections.abc import Mapping

from capture_app.words import _, n_


def counted_words(counts: Mapping[str, int]) -> str:
    """Records counted by kind, those people know best first; kinds nobody speaks of are told as one number."""
    told = [words for kind, words in _counted(counts).items() if counts.get(kind)]
    other = sum(count for kind, count in counts.items() if kind not in _counted({}))
    if other:
        told.append(n_("{count} other entry", "{count} other entries", other))
    if len(told) < 2:
        return "".join(told)
    return _("{some} and {last}").format(some=", ".join(told[:-1]), last=told[-1])


def _counted(counts: Mapping[str, int]) -> Mapping[str, str]:
    lines, themes, papers = counts.get("Line", 0), counts.get("Theme", 0), counts.get("Dispatch", 0)
    sessions, groups, sheets = counts.get("Session", 0), counts.get("Group", 0), counts.get("Sheet", 0)
    parts, debriefs, laptops = (counts.get(kind, 0) for kind in ("AgendaPart", "TeamDebrief", "Device"))
    statements, people, here = (counts.get(kind, 0) for kind in ("Statement", "Person", "Attendance"))
    minutes, boxes, forms = (counts.get(kind, 0) for kind in ("Minutes", "Box", "Form"))
    organisations, responses = counts.get("Organisation", 0), counts.get("Response", 0)
    return {
        "Line": n_("{count} line", "{count} lines", lines),
        "Session": n_("{count} session", "{count} sessions", sessions),
        "Group": n_("{count} group", "{count} groups", groups),
        "Sheet": n_("{count} worksheet", "{count} worksheets", sheets),
        "Minutes": n_("minutes of {count} person", "minutes of {count} people", minutes),
        "Box": n_("answers from {count} questionnaire", "answers from {count} questionnaires", boxes),
        "Statement": n_("{count} statement", "{count} statements", statements),
        "Person": n_("{count} person", "{count} people", people),
        "Organisation": n_("{count} organisation", "{count} organisations", organisations),
        "Attendance": n_("{count} entry of who was there", "{count} entries of who was there", here),
        "AgendaPart": n_("{count} part of the agenda", "{count} parts of the agenda", parts),
        "TeamDebrief": n_("{count} debrief", "{count} debriefs", debriefs),
        "Form": n_("{count} form", "{count} forms", forms),
        "Theme": n_("{count} theme", "{count} themes", themes),
        "Dispatch": n_("{count} paper or invitation", "{count} papers or invitations", papers),
        "Response": n_("{count} written response", "{count} written responses", responses),
        "Device": n_("{count} laptop", "{count} laptops", laptops),
    }
