"""``lerdesk rules diff``: what changes between two rulebooks, in words, and which facts would be decided otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from lerdesk.base.errors import Refused, UserFacingError
from lerdesk.base.text import clean
from lerdesk.cli.decide import read_json
from lerdesk.cli.json_out import echo_json
from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook import load
from lerdesk.rulebook.changes.change_words import PartChange, RuleChange, change_words
from lerdesk.rulebook.changes.comparison import Difference, compare
from lerdesk.rulebook.changes.decision_words import case_name, decision_words
from lerdesk.rulebook.changes.plain_values import plain
from lerdesk.rulebook.changes.redecided import Redecided, redecide

SHIPPED = "shipped"


@dataclass(frozen=True)
class _Book:
    """A rulebook with the name under which it was given."""

    name: str
    rules: Rulebook


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.argument(
    "facts",
    required=False,
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="[FACTS.json]",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
def command(old: str, new: str, facts: Path | None, as_json: bool) -> None:
    """Say what changes from OLD to NEW, rule by rule, and which of FACTS would be decided otherwise.

    OLD and NEW are folders of own rules, each read over the shipped rulebook, or the word "shipped"
    for that rulebook itself. FACTS are one object or a list as for "lerdesk decide" ("-": standard input).
    """
    before, after = _book(old), _book(new)
    found = compare(before.rules, after.rules)
    cases = None if facts is None else _cases(facts, before.rules, after.rules)
    parts = change_words(before.rules, after.rules, found)
    if as_json:
        echo_json(_json(before, after, found, parts, cases))
        return
    for line in _lines(before, after, found, parts):
        click.echo(clean(line))
    if cases is not None:
        for line in _case_lines(cases, before.rules, after.rules):
            click.echo(clean(line))


def _book(name: str) -> _Book:
    """The rulebook of an argument.

    Raises:
        Refused: there is no such folder.
        UserFacingError: its rulebook cannot be read; the message names the folder too.
    """
    if name == SHIPPED:
        return _Book(name, load())
    folder = Path(name)
    if not folder.is_dir():
        raise Refused(
            f"There is no folder {clean(name)}.",
            do=f"Name a folder of rules, or {SHIPPED} for the shipped rulebook.",
        )
    if not any(folder.glob("*.toml")):
        click.echo(f"{clean(name)} holds no rules of its own: the shipped rulebook.", err=True)
    try:
        return _Book(clean(name), load(folder))
    except UserFacingError as error:
        raise Refused(f"{clean(name)}: {error}") from None


def _cases(file: Path, old: Rulebook, new: Rulebook) -> tuple[Redecided, ...]:
    given = read_json(file)
    out = []
    for number, value in enumerate(given if isinstance(given, list) else [given], 1):
        where = f"facts {number}: " if isinstance(given, list) else ""
        try:
            case = redecide(number, value, old, new)
        except UserFacingError as error:
            raise Refused(f"{where}{error}") from None
        for warning in case.warnings:
            click.echo(clean(f"{where}{warning}"), err=True)
        out.append(case)
    return tuple(out)


def _lines(
    old: _Book, new: _Book, found: Sequence[Difference], parts: Sequence[PartChange]
) -> Iterator[str]:
    yield f"From {old.name} ({old.rules.version}) to {new.name} ({new.rules.version})"
    yield ""
    if not parts:
        yield "Nothing changes but the version." if found else "Nothing changes."
    for part in parts:
        yield part.heading
        for rule in part.rules:
            yield from _rule_lines(rule)
        yield ""


def _rule_lines(rule: RuleChange) -> Iterator[str]:
    for change in rule.changes:
        yield f"  {rule.sentence(change)}"
        wide = max((len(label) for label, _ in change.texts), default=0)
        for label, text in change.texts:
            for number, line in enumerate(text.strip().splitlines()):
                yield f"      {'' if number else f'{label}:':<{wide + 1}} {line}"
    if rule.citation:
        yield f"      [{rule.citation}]"


def _case_lines(cases: Sequence[Redecided], old: Rulebook, new: Rulebook) -> Iterator[str]:
    otherwise = [case for case in cases if case.changes]
    yield "Facts decided otherwise"
    for case in otherwise:
        yield f"  {case_name(case, old, new)}"
        yield from (f"      {sentence}" for sentence in decision_words(case, old, new))
    same = len(cases) - len(otherwise)
    if not otherwise:
        yield f"  None of {len(cases)}: each is decided as before."
    else:
        yield f"  {len(otherwise)} of {len(cases)} otherwise; {same} decided as before."


def _json(
    old: _Book,
    new: _Book,
    found: Sequence[Difference],
    parts: Sequence[PartChange],
    cases: Sequence[Redecided] | None,
) -> Mapping[str, object]:
    out: dict[str, object] = {
        "old": {"name": old.name, "rulebook": old.rules.version},
        "new": {"name": new.name, "rulebook": new.rules.version},
        "same": not parts,
        "changes": [_change_json(rule) for part in parts for rule in part.rules],
        "differences": [
            {
                "path": list(one.path),
                "how": one.how.value,
                "old": plain(one.old),
                "new": plain(one.new),
            }
            for one in found
        ],
    }
    if cases is not None:
        otherwise = [case for case in cases if case.changes]
        out["facts"] = {
            "given": len(cases),
            "same": len(cases) - len(otherwise),
            "otherwise": [_case_json(case, old.rules, new.rules) for case in otherwise],
        }
    return out


def _change_json(rule: RuleChange) -> Mapping[str, object]:
    return {
        "part": rule.part,
        "rules": list(rule.rules),
        "subject": rule.subject,
        "citation": rule.citation,
        "changes": [
            {"words": rule.sentence(one), "texts": [list(pair) for pair in one.texts]}
            for one in rule.changes
        ],
    }


def _case_json(case: Redecided, old: Rulebook, new: Rulebook) -> Mapping[str, object]:
    words = decision_words(case, old, new)
    return {
        "facts": case.number,
        "process": case.process,
        "changes": [
            {
                "path": list(one.path),
                "how": one.how.value,
                "old": plain(one.old),
                "new": plain(one.new),
                "words": sentence,
            }
            for one, sentence in zip(case.changes, words, strict=True)
        ],
    }
