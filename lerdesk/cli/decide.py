"""``lerdesk decide``: the rulebook applied to given facts; needs no store."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import click

from lerdesk.base.errors import Refused, UserFacingError
from lerdesk.base.folders import folders
from lerdesk.base.text import clean
from lerdesk.domain.case_facts import parse
from lerdesk.domain.determination import decide
from lerdesk.domain.notice import notice, parse_inputs
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.scope import cell_for_class
from lerdesk.domain.vocabulary import DataClass
from lerdesk.rulebook import load

#: one JSON value in, one out, and the warnings about what was ignored
Answering: TypeAlias = Callable[[object, Rulebook], tuple[Mapping[str, object], list[str]]]


@click.command("decide")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--table",
    type=click.Choice(["notice", "matrix"]),
    help="Ask one table directly, with its own inputs.",
)
@click.option(
    "--rulebook",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="The organisation's own rules, in place of those in the configuration folder.",
)
def command(file: Path, table: str | None, rulebook: Path | None) -> int:
    """Apply the rulebook to the facts in FILE ("-": standard input); a list gives a list."""
    answering = {"notice": _notice, "matrix": _matrix}.get(table or "", _case)
    return answer(file, rulebook, answering)


def answer(file: Path, rulebook: Path | None, answering: Answering) -> int:
    """Read one JSON value or a list, answer each, print the JSON; refusals in one line.

    Returns:
        The exit code.
    """
    try:
        rules = load(rulebook if rulebook is not None else folders().rulebook)
        given = read_json(file)
        if isinstance(given, list):
            out: object = [
                _one(value, rules, answering, f"facts {number}: ")
                for number, value in enumerate(given, 1)
            ]
        else:
            out = _one(given, rules, answering, "")
    except UserFacingError as error:
        click.echo(clean(str(error)), err=True)
        return 1
    sys.stdout.write(json.dumps(out, ensure_ascii=False, indent=1) + "\n")
    return 0


def read_json(file: Path) -> object:
    """The JSON value of a file, or of standard input for ``-``.

    Raises:
        Refused: it cannot be opened or is no JSON.
    """
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise Refused(f"{file.name} cannot be opened: {error.strerror}.") from None
    except (ValueError, RecursionError) as error:
        raise Refused(f"{file.name} is no JSON: {error}.") from None


def _one(value: object, rules: Rulebook, answering: Answering, where: str) -> Mapping[str, object]:
    try:
        answered, warnings = answering(value, rules)
    except UserFacingError as error:
        raise Refused(f"{where}{error}") from None
    for warning in warnings:
        click.echo(clean(f"{where}{warning}"), err=True)
    return answered


def _case(value: object, rules: Rulebook) -> tuple[Mapping[str, object], list[str]]:
    facts, warnings = parse(value, rules)
    return decide(facts, rules).to_json(), warnings


def _notice(value: object, rules: Rulebook) -> tuple[Mapping[str, object], list[str]]:
    inputs, warnings = parse_inputs(value)
    found = notice(rules, inputs)
    return {
        "format": 1,
        "rule": found.rule,
        "outcome": found.outcome,
        "reason": found.reason,
        "citation": found.citation,
        "status": found.status.value,
    }, warnings


def _matrix(value: object, rules: Rulebook) -> tuple[Mapping[str, object], list[str]]:
    if not isinstance(value, dict):
        raise Refused("facts: give an object.")
    warnings = [
        f"{key}: unknown, ignored"
        for key in value
        if key not in {"process", "data_class", "entity_in"}
    ]
    process, data_class = value.get("process"), value.get("data_class")
    if not isinstance(process, str) or process not in rules.processes:
        raise Refused(f"process: {process!r} is not a process of the rulebook.")
    if not isinstance(data_class, str) or data_class not in DataClass.__members__:
        raise Refused(f"data_class: {data_class!r} is not one of {', '.join(DataClass)}.")
    entity = value.get("entity_in")
    entity = "US" if entity is None else entity
    if not isinstance(entity, str) or (entity != "EU" and entity not in rules.places.countries):
        raise Refused(f"entity_in: {entity!r} is not a country's code or EU.")
    cell = cell_for_class(rules, process, DataClass(data_class), entity)
    return {
        "format": 1,
        "cell": cell.cell.value,
        "reason": cell.reason,
        "citation": cell.citation,
        "rule": cell.rule,
        "status": cell.status.value,
    }, warnings
