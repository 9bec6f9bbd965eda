"""What is decided about the care of contributors around a session, and what is not (I2, I5, I7). None of it travels."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from capture_app.domain.record import RecordId
from capture_app.domain.records import CareItem, Dispatch, Payment
from capture_app.domain.vocabulary import DispatchKind
from capture_app.domain.vocabulary_care import Basis, CareState
from capture_app.services.wording import field_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _, n_

__all__ = ["care_undecided", "open_steps", "open_words"]

_STEPS = ("introduction", "preview", "papers", "debriefing")


def open_steps(item: CareItem) -> tuple[str, ...]:
    """What is not decided of one contributor, by the names of its fields."""
    steps = [name for name in _STEPS if getattr(item, name) is CareState.NOT_OFFERED]
    agreed = ["basis"] if item.basis is Basis.NOT_AGREED else []
    return (*steps, *agreed, *(name for name in ("no_story", "right_to_stop") if not getattr(item, name)))


def open_words(item: CareItem) -> str:
    """The same in words, for a line in a list: "still open: papers, debriefing"."""
    names = [field_words(name, CareItem.__name__) for name in open_steps(item)]
    return _("still open: {steps}").format(steps=", ".join(names)) if names else _("everything is decided")


def care_undecided(work: UnitOfWork, session: RecordId) -> Iterator[str]:
    """What is not decided about contributors of a session: numbers in sentences, and nobody's name.

    Somebody of whom two notes are kept is one person.
    """
    items = work.records.all(CareItem, session=session)
    still = Counter(
        name
        for name, _whose in {(name, item.person or item.id) for item in items for name in open_steps(item)}
    )
    told = {
        "introduction": n_(
            "{count} introduction is not offered.",
            "{count} introductions are not offered.",
            still["introduction"],
        ),
        "preview": n_(
            "{count} person was not told who is coming.",
            "{count} people were not told who is coming.",
            still["preview"],
        ),
        "papers": n_(
            "{count} person was not sent the papers.",
            "{count} people were not sent the papers.",
            still["papers"],
        ),
        "debriefing": n_(
            "{count} debriefing is not offered.", "{count} debriefings are not offered.", still["debriefing"]
        ),
        "basis": n_(
            "The basis of {count} contribution is not agreed.",
            "The basis of {count} contributions is not agreed.",
            still["basis"],
        ),
        "no_story": n_(
            "{count} person was not told that nobody asks for their story.",
            "{count} people were not told that nobody asks for their story.",
            still["no_story"],
        ),
        "right_to_stop": n_(
            "{count} person was not told that they may stop.",
            "{count} people were not told that they may stop.",
            still["right_to_stop"],
        ),
    }
    yield from (words for name, words in told.items() if still[name])
    yield from _different_papers(items)
    yield from _other_papers(items, work.records.all(Dispatch, dispatch_kind=DispatchKind.PAPER), session)
    yield from _not_kept(items, work.records.all(Payment, session=session))


def _different_papers(items: Sequence[CareItem]) -> Iterator[str]:
    """Whether all who were sent papers were sent the same, where that was noted (I5)."""
    papers = {item.paper for item in items if item.papers is CareState.SENT and item.paper}
    if len(papers) > 1:
        yield _("Not everybody was sent the same papers.")


def _other_papers(items: Iterable[CareItem], papers: Sequence[Dispatch], session: RecordId) -> Iterator[str]:
    """How many were sent a paper, or an edition of one, that the others of this session were not sent (I5).

    Nothing is said where no paper is noted as sent out for the session: then nobody can know what the others got.
    """
    called = {one.id: (one.title, one.edition) for one in papers}
    for_all = {called[one.id] for one in papers if one.session == session}
    sent = [item.paper for item in items if item.papers is CareState.SENT and item.paper]
    count = sum(called.get(paper) not in for_all for paper in sent) if for_all else 0
    if count:
        yield n_(
            "{count} person was sent a paper or an edition that is not among those sent out for this session.",
            "{count} people were sent a paper or an edition that is not among those sent out for this session.",
            count,
        )


def _not_kept(items: Iterable[CareItem], payments: Iterable[Payment]) -> Iterator[str]:
    """Contributors of whom nothing but their payment is kept."""
    known = {item.person for item in items}
    count = len({one.person for one in payments if one.person and one.person not in known})
    if count:
        yield n_(
            "{count} person who is paid has nothing under Care.",
            "{count} people who are paid have nothing under Care.",
            count,
        )
