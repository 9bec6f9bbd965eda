"""Which organisations an entry of a list stands for: one, or all of a joint listing (C5). Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable

from capture_app.domain.record import RecordId
from capture_app.domain.records import Organisation, OrganisationLink, OrganisationName
from capture_app.domain.vocabulary import OrganisationRelation


class ListedAs:
    """The names organisations are known by, and which of them somebody said are listed together."""

    def __init__(
        self,
        organisations: Iterable[Organisation],
        names: Iterable[OrganisationName],
        links: Iterable[OrganisationLink],
    ) -> None:
        self._known: dict[RecordId, list[str]] = {one.id: [one.name] for one in organisations}
        self._spelt = {names[0]: one for one, names in self._known.items()}
        for name in names:
            self._known.setdefault(name.organisation, []).append(name.text)
            self._spelt[name.text] = name.organisation
        self._together: dict[RecordId, list[RecordId]] = defaultdict(list)
        for link in links:
            if link.relation is OrganisationRelation.LISTED_WITH:
                self._together[link.organisation].append(link.other)
                self._together[link.other].append(link.organisation)

    def organisations(self, organisation: RecordId, listing: str) -> tuple[RecordId, ...]:
        """Whom an entry stands for that is linked to `organisation`, or to none; empty where nobody is known.

        Without a link, it is the one that has these words as a name to the letter. Whoever is listed together with
        it counts where the words name them too. What is itself only the joint listing, "A / B" with both A and B
        beside it, is no third organisation.
        """
        own = organisation or self._spelt.get(listing, "")
        if not own:
            return ()
        beside = self.beside(own, listing)
        its_name = next(iter(self._known.get(own, ())), "")
        if len(self.beside(own, its_name)) > 1:
            return beside
        return (own, *beside)

    def beside(self, organisation: RecordId, listing: str) -> tuple[RecordId, ...]:
        """Those listed together with an organisation whom these words name, each once."""
        said = _words(listing)
        together = dict.fromkeys(self._together.get(organisation, ()))
        return tuple(one for one in together if any(_within(name, said) for name in self._known.get(one, ())))


def _within(name: str, said: str) -> bool:
    wanted = _words(name)
    return bool(wanted.strip()) and wanted in said


def _words(text: str) -> str:
    """Its words between single spaces, in small letters: whole words are found in it."""
    return " ".join(["", *re.findall(r"\w+", text.casefold()), ""])
