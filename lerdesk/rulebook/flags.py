"""What more there is to heed about kinds of data, from its file."""

from collections.abc import Iterable, Mapping

from lerdesk.domain.policy import Places
from lerdesk.domain.rules import DataFlag
from lerdesk.domain.vocabulary import Standing
from lerdesk.rulebook.table import Table


def flags(
    file: Table, categories: Iterable[str], processes: Iterable[str], places: Places
) -> Mapping[str, DataFlag]:
    """The flags, by id, as written."""
    known = frozenset(categories)
    kinds = frozenset(processes)
    found: dict[str, DataFlag] = {}
    for row in file.tables("flag"):
        flag = DataFlag(
            id=row.text("id"),
            name=row.text("name"),
            follows=row.text("follows"),
            categories=frozenset(row.texts("categories", known)),
            states=frozenset(row.texts("states", places.states)),
            processes=frozenset(row.texts("processes", kinds)),
            citation=row.text("citation"),
            status=row.one("status", Standing),
        )
        row.new_id(found)
        row.done()
        if not flag.categories and not row.values.get("categories"):
            row.refuse("categories", "is missing", "Name the data categories")
        found[flag.id] = flag
    return found
