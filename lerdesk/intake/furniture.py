"""What stands on a page without belonging to its text: filing stamps, fax headers, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from lerdesk.intake.layout import Line, belonging

_EDGE = 0.1
_ECF = re.compile(
    r"^(?:Appeal|Case|USCA\d?|Document)\b.{0,80}?\b(?:Doc(?:ument)?\.?\s*#?:?|Filed|Page\s?ID)\b"
    r"|\bPage\s?ID\b|\bECF No\.",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"^[\s\-–—|]*(?:p(?:age|g|\.)?\s*:?\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s\-–—|]*$"
    r"|\bpage\s+\d{1,4}(?:\s+of\s+\d{1,4})?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_BATES = re.compile(r"^[A-Z][A-Z0-9_\-]{0,24}?[\s_\-]?\d{5,9}$")
_FAX = re.compile(r"\b(?:FAX|FROM|TO)\b.*\b(?:P\.|PAGE|PG)\s*\d", re.IGNORECASE)
_STAMP = re.compile(
    r"^(?:FILED|RECEIVED|LODGED|(?:ISSUED|ENTERED)(?!\s*:|\s+(?i:THIS|ON|BY|UNDER|AT)\b)|E-?FILED"
    r"|ELECTRONICALLY FILED|FILED IN (?:OPEN )?COURT|COPY|CERTIFIED COPY)[.:]?(?:\s.{0,40}\d.*)?$"
)
_STAMP_REST = re.compile(
    r"\d|CLERK|COURT|DISTRICT|COUNTY|DEPUTY|^BY\b|^by\b|Clerk|Court|DEPT|STATE OF", re.ASCII
)
_FORM = re.compile(
    r"^(?:AO|CR|PS|DEA|FD|SUBP)[\s\-]?\d{1,4}[A-Z]?\b.{0,12}\((?:Rev|\d|Eff|EF)", re.IGNORECASE
)


def sort_out(pages: Sequence[tuple[float, list[Line]]]) -> list[Line]:
    """The lines of all pages, each told apart: ``body``, ``header``, ``stamp`` or ``form``.

    Args:
        pages: each page's height in points and its lines.
    """
    repeated = _repeated(pages)
    out: list[Line] = []
    for height, lines in pages:
        stamped = _stamped(lines)
        for number, line in enumerate(lines):
            out.append(belonging(line, _part(line, height, repeated, stamped=number in stamped)))
    return out


def _part(line: Line, height: float, repeated: set[str], *, stamped: bool) -> str:
    text = line.text
    if stamped:
        return "stamp"
    at_edge = line.box[3] < _EDGE * height or line.box[1] > (1 - _EDGE) * height
    if at_edge:
        if _ECF.search(text) or _PAGE.search(text) or _FAX.search(text):
            return "header"
        if _BATES.match(text):
            return "header"
        if _shape(text) in repeated:
            return "header"
    return "form" if _FORM.search(text) else "body"


def _repeated(pages: Sequence[tuple[float, list[Line]]]) -> set[str]:
    """Lines at the edge of a page that come again on another."""
    seen: Counter[str] = Counter()
    for height, lines in pages:
        seen.update(
            {
                _shape(line.text)
                for line in lines
                if line.box[3] < 0.08 * height or line.box[1] > (1 - _EDGE) * height
            }
        )
    return {shape for shape, count in seen.items() if count > 1 and "COURT" not in shape.upper()}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _stamped(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines of a filing stamp: its word, then dates, clerk and court beside it."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if not _STAMP.search(line.text) or "SEAL" in line.text.upper():
            continue
        box = line.box
        if box[2] - box[0] > 260:
            continue
        found.add(number)
        below = box[3]
        for later in range(number + 1, min(number + 7, len(lines))):
            other = lines[later]
            if (
                other.box[0] > box[2] + 110
                or other.box[2] < box[0] - 110
                or other.box[1] > below + 26
                or other.box[1] < box[1] - 4
                or other.box[2] - other.box[0] > 230
                or not _STAMP_REST.search(other.text)
            ):
                break
            found.add(later)
            below = other.box[3]
    return found
