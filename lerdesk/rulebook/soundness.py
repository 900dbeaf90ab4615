"""What can be read and yet cannot be meant: asked of own files and by the check, not of the shipped ones at a start."""

import re
from collections.abc import Collection, Mapping

from lerdesk.base.text import clean
from lerdesk.domain.clock_rules import ClockRule
from lerdesk.domain.deadline import HOURS
from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook.mistake import one_of, shown
from lerdesk.rulebook.notice_rows import check_rows
from lerdesk.rulebook.table import Table

#: what stands in a citation that nobody gave
_NO_CITATION = re.compile(r"(?i)\W*(todo|tbd|to do|fixme|none|n/?a|unknown|citation|x+)?\W*")
_MARK = re.compile(r"‹([^‹›]*)›")
#: what fills itself in where it stands in a question's sentence
LETTER_MARKS = ("X", "Y", "statute", "warrant", "/sealed")
#: what fills itself in where it stands in the offer to narrow
NARROWING_MARKS = (
    "identifier",
    "period",
    "categories",
    "process",
    "receipt date",
    "production date",
    "motion date",
)
_VERSION = re.compile(r"\d{4}\.\d{1,2}(\.\d+)?")


def soundness(book: Rulebook, files: Mapping[str, Table], unread: Collection[str] = ()) -> None:
    """Tell the tables what is not sound.

    Args:
        book: what the files make.
        files: the tables of the files that are asked, by name.
        unread: names of files in which something is wrong already; what hangs together in them is not asked.

    Raises:
        RulebookError: unless the tables note their mistakes.
    """
    for name, file in files.items():
        version = file.text("version")
        if version and not _VERSION.fullmatch(version):
            file.refuse("version", f"has {shown(version)}", "Write it as 2026.11")
        _texts(file)
        if name not in unread:
            _file(book, name, file)


def _file(book: Rulebook, name: str, file: Table) -> None:
    """What hangs together in one file."""
    if name == "notice":
        check_rows(book, file)
    elif name == "policy":
        _marks(file.table("policy"), "narrowing_offer", NARROWING_MARKS)
    for row in file.tables("clock") if name == "clocks" else ():
        _clock(book.clocks[row.text("id")], row)
    for row in file.tables("factor") if name == "overbreadth" else ():
        _pattern(row)
    for row in file.tables("question") if name.startswith("questions") else ():
        _marks(row, "letter", LETTER_MARKS)


def _texts(table: Table) -> None:
    """Citations that are none, and characters that nobody sees."""
    for key, value in table.values.items():
        if isinstance(value, str):
            if key == "citation" and _NO_CITATION.fullmatch(value):
                table.refuse(key, f"has {shown(value)}", "Name the statute, case or policy")
            plain = value.replace("\t", " ")
            seen = plain.replace("\n", " ").isprintable()
            if not seen and clean(plain, keep_lines=True) != plain:
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
