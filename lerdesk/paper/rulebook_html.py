"""The whole rulebook as one HTML page: nothing from outside, no script, every word escaped, an anchor for each rule."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from lerdesk.rulebook.document.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Piece,
    Row,
    Table,
    Words,
)

_STYLE = """
:root { color-scheme: light dark; --ink: #14171a; --quiet: #5a6470; --line: #c9cfd6; --ground: #fff; --link: #1a4f8a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e8ec; --quiet: #a3adb8; --line: #3b434c; --ground: #15181b; --link: #8fbcf0; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 6rem; color: var(--ink); background: var(--ground);
  font: 1rem/1.5 "IBM Plex Serif", Georgia, "Times New Roman", serif; }
h1 { font-size: 2.2rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.6rem; line-height: 1.25; margin: 4rem 0 .75rem;
  border-top: 2px solid var(--ink); padding-top: .75rem; }
h3 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
p { margin: .5rem 0; max-width: 46rem; }
.lines, footer { color: var(--quiet); }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
nav ul { list-style: none; padding-left: 0; columns: 14rem; column-gap: 2rem; }
nav li { break-inside: avoid; padding: .1rem 0; }
nav > ul { columns: auto; }
nav > ul > li { font-weight: 600; margin-top: .75rem; }
nav ul ul { font-weight: 400; font-size: .9rem; }
.wide { overflow-x: auto; margin: .75rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; min-width: 40rem; font-size: .86rem; line-height: 1.4;
  border-bottom: 1.5px solid var(--ink); border-top: 1.5px solid var(--ink); }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line);
  overflow-wrap: break-word; }
tbody th { font-weight: inherit; }
thead th { border-bottom: 1px solid var(--ink); }
td.c, th.c { text-align: center; }
:target { background: color-mix(in srgb, var(--link) 16%, transparent); }
@media print {
  :root { --ink: #000; --quiet: #444; --line: #bbb; --ground: #fff; --link: #000; color-scheme: light; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  nav { break-after: page; }
  h2 { break-before: page; border-top: 0; }
  h2, h3, h4 { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .wide { overflow: visible; }
  table { min-width: 0; font-size: 8pt; }
  @page { margin: 18mm; }
}
""".strip()


def rulebook_html(document: Document) -> str:
    """The page. The same input gives the same text."""
    return "\n".join(_page(document)) + "\n"


def anchor(key: str) -> str:
    """A rule's id as it stands after the ``#``: ``E009``, ``third-party``."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", key)


def _page(document: Document) -> Iterator[str]:
    title = escape(f"{document.title}, {document.version}")
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{_STYLE}\n</style></head>"
    yield "<body>"
    yield f"<header><h1>{escape(document.title)}</h1>"
    yield from (f'<p class="lines">{escape(line)}</p>' for line in document.lines)
    yield "</header>"
    yield from _contents(document)
    yield "<main>"
    known = _anchors(document)
    for block in document.blocks:
        yield from _block(block, known)
    yield "</main>"
    yield f"<footer>{title}, {document.made_on.isoformat()}</footer>"
    yield "</body></html>"


def _anchors(document: Document) -> frozenset[str]:
    """Every place that a link can lead to."""
    found: set[str] = set()
    for block in document.blocks:
        if isinstance(block, Table):
            found.update(row.anchor for row in block.rows if row.anchor)
        elif block.anchor:
            found.add(block.anchor)
    return frozenset(found)


def _contents(document: Document) -> Iterator[str]:
    headings = [one for one in document.blocks if isinstance(one, Heading) and one.anchor]
    number = 0

    def chapter(one: Heading) -> int:
        nonlocal number
        number += one.level == 1
        return number

    yield '<nav aria-label="Contents"><ul>'
    for _, group in groupby(headings, key=chapter):
        first, *rest = group
        yield f"<li>{_link(first)}"
        if rest:
            yield f"<ul>{''.join(f'<li>{_link(one)}</li>' for one in rest)}</ul>"
        yield "</li>"
    yield "</ul></nav>"


def _link(one: Heading) -> str:
    return f'<a href="#{anchor(one.anchor)}">{escape(one.text)}</a>'


def _block(block: Block, known: frozenset[str]) -> Iterator[str]:
    if isinstance(block, Heading):
        tag = f"h{block.level + 1}"
        yield f"<{tag}{_id(block.anchor)}>{escape(block.text)}</{tag}>"
    elif isinstance(block, Paragraph):
        yield f"<p{_id(block.anchor)}>{_words(block.words, known)}</p>"
    else:
        yield from _table(block, known)


def _table(block: Table, known: frozenset[str]) -> Iterator[str]:
    whole = sum(block.shares)
    yield '<div class="wide"><table><colgroup>'
    yield "".join(f'<col style="width:{100 * one / whole:.1f}%">' for one in block.shares)
    yield "</colgroup>"
    if block.head:
        cells = "".join(
            f'<th scope="col"{_centred(block, place)}>{_words(cell, known)}</th>'
            for place, cell in enumerate(block.head)
        )
        yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    yield from (_row(block, row, known) for row in block.rows)
    yield "</tbody></table></div>"


def _row(block: Table, row: Row, known: frozenset[str]) -> str:
    cells = "".join(
        f"<{tag}{_centred(block, place)}>{_words(cell, known)}</{tag.split(' ')[0]}>"
        for place, cell in enumerate(row.cells)
        for tag in ('th scope="row"' if place == 0 else "td",)
    )
    return f"<tr{_id(row.anchor)}>{cells}</tr>"


def _centred(block: Table, place: int) -> str:
    return ' class="c"' if place in block.centred else ""


def _id(key: str) -> str:
    return f' id="{anchor(key)}"' if key else ""


def _words(words: Words, known: frozenset[str]) -> str:
    return "".join(_piece(piece, known) for piece in words)


def _piece(piece: Piece, known: frozenset[str]) -> str:
    text = escape(piece.text).replace("\n", "<br>")
    if piece.bold:
        text = f"<strong>{text}</strong>"
    if piece.italic:
        text = f"<em>{text}</em>"
    if piece.link in known and piece.link:
        return f'<a href="#{anchor(piece.link)}">{text}</a>'
    return text
