"""``lerdesk rules show``: one rule with its wording, its citation and how sure it is."""

from collections.abc import Iterator
from pathlib import Path

import click

from lerdesk.base.errors import Refused
from lerdesk.base.text import clean
from lerdesk.base.written import full_day_words, sentence_start
from lerdesk.cli.json_out import echo_json
from lerdesk.cli.rules import own_folder, rulebook_option
from lerdesk.desk.certainty import sentence
from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook import load
from lerdesk.rulebook.changes.plain_values import plain
from lerdesk.rulebook.sheet import Sheet, find

_WIDE = 100


@click.command("show")
@click.argument("rule", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
@rulebook_option
def command(rule: str, as_json: bool, rulebook: Path | None) -> None:
    """Show the rule of an ID: what it says, its citation, how sure it is, where it stands, what it touches.

    An ID is a process (US_GJ_FED or P05), a question (E009), a data category (C13), a clock (K27), a test of
    overbreadth (O01), a row of the notice table (N08), a key of the policy (waiting_days), or a cell of the
    matrix (P05/CONTENT) or one of its notes ("note 4").
    """
    own = own_folder(rulebook)
    book = load(own)
    try:
        found = find(book, own, rule)
    except KeyError as error:
        asked = clean(rule, limit=40)
        raise Refused(f"No rule has the id {asked}. {error.args[0]}") from None
    if as_json:
        parts = [_json(book, sheet) for sheet in found]
        echo_json({"rulebook": book.version, **parts[0], "parts": parts[1:]})
        return
    for number, sheet in enumerate(found):
        if number:
            click.echo("")
        for line in _lines(book, sheet, own):
            click.echo(clean(line))


def _lines(book: Rulebook, sheet: Sheet, own: Path) -> Iterator[str]:
    yield f"{sheet.id}  {sheet.kind}"
    yield from _wrapped(sheet.wording, "  ")
    yield ""
    place = f", line {sheet.line}" if sheet.line else ""
    whose = "your organisation's own" if sheet.own else "as shipped"
    rows = [
        ("citation", sheet.citation),
        ("status", sentence(book, sheet.id, sheet.status)),
        ("in force", _force(sheet)),
        *sheet.lines,
        ("sentence in letters", str(getattr(sheet.value, "letter", ""))),
        *sheet.touches,
        ("stands in", f"{sheet.path.name}{place}, {whose}"),
        ("that file", str(sheet.path)),
        ("to change it", "" if sheet.own else f"copy that file into {own}"),
    ]
    for name, said in rows:
        if said:
            first, *rest = [said] if said.endswith((".toml", str(own))) else _wrapped(said, "")
            yield f"  {sentence_start(name)}: {first}"
            yield from (f"    {line}" for line in rest)


def _force(sheet: Sheet) -> str:
    start, end = (getattr(sheet.value, key, None) for key in ("in_force", "in_force_until"))
    words = [f"from {full_day_words(start)}"] if start else []
    return " ".join([*words, f"until {full_day_words(end)}"] if end else words)


def _wrapped(text: str, indent: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, _WIDE, initial_indent=indent, subsequent_indent=indent) or [indent]


def _json(book: Rulebook, sheet: Sheet) -> dict[str, object]:
    value = sheet.value
    return {
        "id": sheet.id,
        "kind": sheet.kind,
        "wording": sheet.wording,
        "citation": sheet.citation,
        "status": sheet.status.value,
        "status_words": sentence(book, sheet.id, sheet.status),
        "in_force": plain(getattr(value, "in_force", None)),
        "in_force_until": plain(getattr(value, "in_force_until", None)),
        "severity": plain(getattr(value, "severity", None)),
        "letter": plain(getattr(value, "letter", None)) or None,
        "processes": plain(getattr(value, "processes", frozenset())),
        "file": sheet.path.name,
        "path": str(sheet.path),
        "line": sheet.line,
        "own": sheet.own,
        "rule": plain(value),
        "touches": [{"name": name, "words": said} for name, said in sheet.touches],
    }
