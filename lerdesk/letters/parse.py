"""From Markdown to the blocks that the page is set from."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lerdesk.letters.blocks import Align, Block, Heading, ListBlock, Paragraph, Rule, Run, Table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

# What letters have no use for and hostile words would: it stays the characters that were typed.
_UNREAD = (
    "blockquote",
    "code",
    "fence",
    "html_block",
    "lheading",
    "reference",
    "autolink",
    "backticks",
    "entity",
    "html_inline",
    "image",
    "link",
)
# Unicode keeps these two out of all text; they carry the marked ranges through the parser.
_ON, _OFF = "\ufdd2", "\ufdd3"
_FENCE = re.compile(f"([{_ON}{_OFF}])")


def parse(markdown: str, marked: tuple[tuple[int, int], ...] = ()) -> tuple[Block, ...]:
    """Read a letter's Markdown. HTML, images and links stay the characters that were typed.

    Args:
        markdown: CommonMark with tables.
        marked: ranges of ``markdown`` whose words become marked runs.
    """
    from markdown_it.tree import SyntaxTreeNode

    text = markdown
    for start, end in sorted(marked, reverse=True):
        text = text[:start] + _mark_words(text[start:end]) + text[end:]
    return _blocks(SyntaxTreeNode(_parser().parse(text)).children)


def _mark_words(text: str) -> str:
    """Fence the words of a range, leaving marks of Markdown at the ends of a line outside."""
    lines = []
    for line in text.split("\n"):
        core = line.strip(" \t#*_|-+>\\")
        if not core:
            lines.append(line)
            continue
        start = line.index(core)
        lines.append(line[:start] + _ON + core + _OFF + line[start + len(core) :])
    return "\n".join(lines)


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable(list(_UNREAD))


def _blocks(nodes: Sequence["SyntaxTreeNode"]) -> tuple[Block, ...]:
    return tuple(_block(node) for node in nodes)


def _block(node: "SyntaxTreeNode") -> Block:
    if node.type == "heading":
        return Heading(int(node.tag[1]), _inline(node))
    if node.type == "bullet_list":
        return ListBlock(tuple(_blocks(item.children) for item in node.children))
    if node.type == "ordered_list":
        start = int(node.attrs.get("start", 1))
        return ListBlock(tuple(_blocks(item.children) for item in node.children), start)
    if node.type == "table":
        return _table(node)
    if node.type == "hr":
        return Rule()
    return Paragraph(_inline(node))


def _table(node: "SyntaxTreeNode") -> Table:
    rows = [row for part in node.children for row in part.children]
    cells = [tuple(_inline(cell) for cell in row.children) for row in rows]
    return Table(cells[0], tuple(cells[1:]), tuple(_align(cell) for cell in rows[0].children))


def _align(cell: "SyntaxTreeNode") -> Align:
    style = str(cell.attrs.get("style", ""))
    if style.endswith("center"):
        return "center"
    return "right" if style.endswith("right") else "left"


def _inline(node: "SyntaxTreeNode") -> tuple[Run, ...]:
    runs: list[Run] = []
    marking = False

    def add(text: str, style: Run) -> None:
        nonlocal marking
        for piece in _FENCE.split(text):
            if piece in {_ON, _OFF}:
                marking = piece == _ON
            else:
                _append(runs, replace(style, text=piece, marked=marking))

    def walk(children: Sequence["SyntaxTreeNode"], style: Run) -> None:
        for child in children:
            if child.type == "strong":
                walk(child.children, replace(style, bold=True))
            elif child.type == "em":
                walk(child.children, replace(style, italic=True))
            elif child.type == "hardbreak":
                _append(runs, replace(style, text="\n"))
            elif child.type == "softbreak":
                _append(runs, replace(style, text=" "))
            elif child.type == "inline":
                walk(child.children, style)
            else:
                add(child.content, style)

    walk(node.children, Run(""))
    return tuple(runs)


def _append(runs: list[Run], run: Run) -> None:
    if not run.text:
        return
    if runs and replace(runs[-1], text="") == replace(run, text=""):
        runs[-1] = replace(runs[-1], text=runs[-1].text + run.text)
    else:
        runs.append(run)
