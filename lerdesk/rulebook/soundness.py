"""What a rulebook says that can be read and yet cannot be meant; only the check asks, a start does not wait for it."""

import re
from collections.abc import Collection, Mapping

from lerdesk.base.text import clean
from lerdesk.domain.clock_rules import ClockRule
from lerdesk.domain.deadline import HOURS
from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook.mistake import one_of, shown
from lerdesk.rulebook.notice_rows import check_rows
from lerdesk.rulebook.source import FILES
from lerdesk.rulebook.table import Table

#: what stands in a citation that nobody gave
_NO_CITATION = re.compile(r"(?i)\W*(todo|tbd|to do|fixme|none|n/?a|unknown|citation|x+)?\W*")
_MARK = re.compile(r"‹([^‹›]*)›")
#: what fills itself in where it stands in a question's sentence
LETTER_MARKS = ("X", "Y", "statute", "warrant", "/sealed")
#: what fills itself in where it stands in the offer to narrow
OFFER_MARKS = (
    "identifier",
    "period",
    "categories",
    "process",
    "receipt date",
    "production date",
    "motion date",
)
_VERSION = re.compile(r"\d{4}\.\d{1,2}(\.\d+)?")


def soundness(book: Rulebook, files: Mapping[str, Table], unread: Collection[str]) -> None:
    """Tell the tables what is not sound; they note it.

    Args:
        book: what the files make.
        files: their tables, by name.
        unread: names of the files in which something is wrong already; what depends on it is not asked of them.
    """
    for name in FILES:
        version = files[name].text("version")
        if version and not _VERSION.fullmatch(version):
            files[name].refuse("version", f"has {shown(version)}", "Write it as 2026.11")
        _texts(files[name])
    if "notice" not in unread:
        check_rows(book, files["notice"])
    if "clocks" not in unread:
        for row in files["clocks"].tables("clock"):
            _clock(book.clocks[row.text("id")], row)
    if "overbreadth" not in unread:
        for row in files["overbreadth"].tables("factor"):
            _pattern(row)
    for name in [name for name in FILES if name.startswith("questions") and name not in unread]:
        for row in files[name].tables("question"):
            _marks(row, "letter", LETTER_MARKS)
    if "policy" not in unread:
        _marks(files["policy"].table("policy"), "narrowing_offer", OFFER_MARKS)


def _texts(table: Table) -> None:
    """Citations that are none, and characters that nobody sees."""
    for key, value in table.values.items():
        if isinstance(value, str):
            if key == "citation" and _NO_CITATION.fullmatch(value):
                table.refuse(key, f"has {shown(value)}", "Name the statute, case or policy")
            plain = value.replace("\t", " ")
            if clean(plain, keep_lines=True) != plain:
                table.refuse(key, "has characters that cannot be seen", "Type the text anew")
        elif isinstance(value, dict):
            _texts(table.table(key))
        elif isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
            for row in table.tables(key):
                _texts(row)


def _clock(clock: ClockRule, row: Table) -> None:
    """All readings of one clock count in one unit."""
    for key, other in (("outer", clock.outer), ("release", clock.release)):
        if other is not None and clock.regime is None:
            row.refuse(key, "stands without regime", "Give the first reading as regime")
        elif other is not None and (other in HOURS) is not (clock.regime in HOURS):
            row.refuse(key, "counts in another unit than regime", "Use a regime of the same unit")


def _pattern(row: Table) -> None:
    pattern = row.text("pattern", "")
    if pattern and re.search(pattern, ""):
        row.refuse("pattern", "fits every text", "Name the words that it is to find")


def _marks(row: Table, key: str, known: tuple[str, ...]) -> None:
    """Marks that fill themselves in, spelled so that they do; a mark of another system does nothing."""
    text = row.text(key, "")
    if text.count("‹") != text.count("›") or text.count("‹") != len(_MARK.findall(text)):
        row.refuse(key, "has a ‹ without its ›", "Write each mark as ‹name›")
        return
    for mark in _MARK.findall(text):
        if mark not in known:
            right = one_of(mark, [f"‹{each}›" for each in known])
            row.refuse(key, f"has the mark ‹{mark}›, which nothing fills in", right)
    if re.search(r"\{[{%]|[%}]\}", text):
        row.refuse(key, "has braces of a template", "Write a mark as ‹name›")
