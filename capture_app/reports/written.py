"""Written feedback about a session: who wrote as they wish to be listed, what they wrote, whether it was folded in."""

from dataclasses import dataclass

from capture_app.domain.records import Folding, Response
from capture_app.domain.vocabulary_written import AlsoThere, AnsweredAs, WrittenWay
from capture_app.reports.dated import day_told
from capture_app.reports.evidence import AllEvidence, Evidence
from capture_app.reports.material import Material
from capture_app.reports.places import Places
from capture_app.reports.respondents import twice_words

__all__ = ["Decided", "WrittenFeedback", "Wrote", "decided_of", "written_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote:
    """One response. `code` ("Written 1, Ellas") is what references use; `lines` were made of it, in their order."""

    code: str
    answered_as: AnsweredAs
    way: WrittenWay
    received: str
    attended: AlsoThere
    lines: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """That responses are told together with a session's own material (G4)."""

    reason: str
    day: str
    by: str


@dataclass(frozen=True, slots=True)
class WrittenFeedback:
    """The responses about a session. `twice` warns of adding them to those who were there (G3)."""

    responses: tuple[Wrote, ...] = ()
    folded: tuple[Decided, ...] = ()
    twice: str = ""

    @property
    def lines(self) -> int:
        """How many lines were made of them."""
        return sum(len(one.lines) for one in self.responses)


def written_of(material: Material, places: Places, evidence: AllEvidence) -> WrittenFeedback:
    """The written feedback of a session."""
    sheets = {one.id: one.response for one in material.sheets if one.response}
    home = {line.id: sheets[line.sheet] for line in material.lines if line.sheet in sheets}

    def wrote(one: Response) -> Wrote:
        return Wrote(
            code=places.written[one.id],
            answered_as=one.answered_as,
            way=one.way,
            received=day_told(one.received),
            attended=one.attended,
            lines=tuple(piece for key, piece in evidence.lines.items() if home.get(key) == one.id),
        )

    return WrittenFeedback(
        responses=tuple(map(wrote, material.responses)),
        folded=tuple(map(decided_of, material.foldings)),
        twice=twice_words(material.responses),
    )


def decided_of(folding: Folding) -> Decided:
    """A decision with its day as documents tell it."""
    return Decided(folding.reason.strip(), day_told(folding.decided_on), folding.decided_by.strip())
