"""``lerdesk read``: what the program reads from served files. Needs no store and no window."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lerdesk.documents.reading import Reading


@click.command("read")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")
def command(files: tuple[str, ...], as_json: bool) -> None:
    """Read served files and show the facts in them, each with its place."""
    from lerdesk.documents.reader import Reader

    reader = Reader()
    if reader.isolation == "reduced":
        click.echo("Files are read in reduced isolation: bubblewrap does not work here.", err=True)
    readings = []
    for name in files:
        reading = reader.read_path(Path(name))
        readings.append((name, reading))
        if reading.error is not None:
            click.echo(f"{name}: {reading.error.text}", err=True)
    # the answer is UTF-8 wherever it is printed
    out = sys.stdout.buffer
    if as_json:
        answer = [{**reading.to_json(), "file": name} for name, reading in readings]
        text = json.dumps({"format": 1, "files": answer}, ensure_ascii=False, indent=1)
    else:
        text = "\n\n".join(_in_words(name, reading) for name, reading in readings)
    out.write(text.encode("utf-8", "replace") + b"\n")
    out.flush()
    if all(reading.error is not None for _, reading in readings):
        raise SystemExit(1)


def _in_words(name: str, reading: "Reading") -> str:
    lines = [name]
    if reading.error is not None:
        return "\n".join([*lines, f"  {reading.error.text}"])
    lines.append(f"  {len(reading.pages)} pages, {sum(p.words for p in reading.pages)} words")
    for fact in reading.facts:
        value = _plain(fact.value)
        lines.append(f"  {fact.field.replace('_', ' '):18} {value}  (page {fact.evidence.page})")
    if reading.demands:
        lines.append("  demands")
        lines += [
            f"    {demand.number:5} {' '.join(demand.categories):12} {demand.words}"
            for demand in reading.demands
        ]
    lines += [f"  note: {warning.text}" for warning in reading.warnings]
    lines += [f"  inside: {each.file}" for each in reading.attachments]
    return "\n".join(lines)


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {each}" for key, each in value.items() if each is not None)
    return "yes" if value is True else "no" if value is False else str(value)
