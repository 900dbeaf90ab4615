"""The words of the report in a language, and its summary in sentences."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from lerdesk.base.errors import UserFacingError
from lerdesk.base.resources import resources
from lerdesk.reports.table import ReportTable

ReportWords: TypeAlias = dict[str, Any]


def report_words(language: str = "en") -> ReportWords:
    """What ``report.toml`` of the language says.

    Raises:
        UserFacingError: there is none, or it is broken.
    """
    file = resources() / "templates" / language / "report.toml"
    if not file.is_file():
        raise UserFacingError(f"There are no words for the report in the language {language!r}.")
    return _read(file)


@lru_cache(maxsize=4)
def _read(file: Path) -> ReportWords:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserFacingError(f"report.toml cannot be read: {error}.") from error


def summary(
    table: ReportTable, company: str, words: ReportWords, first: str, last: str
) -> tuple[str, ...]:
    """The report in a few sentences; ``first`` and ``last`` are the period's days as the language writes them."""
    said, forms = words["summary"], words["words"]

    def form(name: str, count: int) -> str:
        return str(forms[name][0 if count == 1 else 1])

    def counted(count: int, name: str) -> str:
        return f"{count:,} {form(name, count)}"

    total, out = table.total, []
    frame = {"company": company, "first": first, "last": last}
    if total.received.count:
        own = [row for row in table.rows if row.within is None]
        parts = [counted(row.received.count, row.key) for row in own]
        rows = ", ".join(parts[:-1]) + f", and {parts[-1]}"
        requests = form("requests", total.received.count)
        received = f"{total.received.count:,}"
        out.append(said["received"].format(**frame, count=received, requests=requests, rows=rows))
        for row in table.rows:
            if row.within is not None and row.received.count:
                were = form("were", row.received.count)
                out.append(said["within"].format(count=f"{row.received.count:,}", were=were))
        out.append(
            said["answers"].format(
                full=f"{total.full.count:,}",
                partial=f"{total.partial.count:,}",
                none=f"{total.none.count:,}",
            )
        )
    else:
        out.append(said["none"].format(**frame))
    if count := table.still_open.count:
        named = {"requests": form("requests", count), "were": form("were", count)}
        out.append(said["open"].format(count=f"{count:,}", **named))
    if count := table.preservation.count:
        out.append(said["preservation"].format(count=f"{count:,}", letters=form("letters", count)))
    return tuple(out)
