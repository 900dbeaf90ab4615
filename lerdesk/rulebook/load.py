"""The rulebook from its files: the shipped ones, each replaced by the organisation's own of the same name."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from lerdesk.base.resources import resources
from lerdesk.domain.policy import Policy
from lerdesk.domain.rules import ClockRule, Rulebook
from lerdesk.rulebook.duties import (
    calendars,
    clocks,
    factors,
    notice_effects,
    notice_rules,
    places,
    policy,
)
from lerdesk.rulebook.matrix import matrix
from lerdesk.rulebook.processes import categories, processes
from lerdesk.rulebook.questions import questions
from lerdesk.rulebook.table import RulebookError, Table

FILES = (
    "processes",
    "categories",
    "matrix",
    "questions-us",
    "questions-eu",
    "questions-abroad",
    "notice",
    "clocks",
    "calendars",
    "overbreadth",
    "policy",
    "places",
)


def load(overrides: Path | None = None) -> Rulebook:
    """The checked rulebook.

    Args:
        overrides: folder of the organisation's own rules; a file there stands in the place of the
            shipped one of that name. A folder that is not there changes nothing.

    Raises:
        RulebookError: names the file, the rule, what is wrong and what would be right.
    """
    shipped = resources() / "rulebook"
    own = overrides if overrides is not None and overrides.is_dir() else None
    if own is not None:
        for path in sorted(own.glob("*.toml")):
            if path.stem not in FILES:
                raise RulebookError(
                    f"Rulebook {path.name}: no rulebook file has this name.",
                    do=f"Use one of {', '.join(f'{name}.toml' for name in FILES)}.",
                )
    files = {name: _read(name, shipped, own) for name in FILES}
    version = files["processes"].text("version") + _own_mark(shipped, own)
    known = places(files["places"])
    choices = policy(files["policy"], known)
    clock_rules = _waiting(clocks(files["clocks"]), choices)
    kinds = processes(files["processes"], known, clock_rules)
    data = categories(files["categories"], kinds)
    asked = questions(
        [files[name] for name in FILES if name.startswith("questions")], kinds, data, known
    )
    rules, most_silent = notice_rules(files["notice"])
    book = Rulebook(
        version=version,
        processes=kinds,
        categories=data,
        matrix=matrix(files["matrix"], kinds, data, asked, known),
        questions=asked,
        notice=rules,
        most_silent=most_silent,
        effects=notice_effects(files["notice"]),
        clocks=clock_rules,
        calendars=calendars(files["calendars"]),
        factors=factors(files["overbreadth"]),
        policy=choices,
        places=known,
    )
    for file in files.values():
        file.text("version")
        file.done()
    return book


def _waiting(clock_rules: Mapping[str, ClockRule], choices: Policy) -> Mapping[str, ClockRule]:
    """The clocks, that of the customer's notice with the waiting period that the policy gives."""
    if "K41" not in clock_rules or not choices.waiting_days:
        return clock_rules
    return {**clock_rules, "K41": replace(clock_rules["K41"], count=choices.waiting_days)}


def _own_mark(shipped: Path, own: Path | None) -> str:
    """What the version says of the organisation's own rules: nothing where they are the shipped ones."""
    if own is None:
        return ""
    texts = [
        path.name.encode() + b"\0" + path.read_bytes()
        for path in sorted(own.glob("*.toml"))
        if path.is_file() and path.read_bytes() != (shipped / path.name).read_bytes()
    ]
    return f"+{sha256(b''.join(texts)).hexdigest()[:8]}" if texts else ""


def _read(name: str, shipped: Path, own: Path | None) -> Table:
    path = shipped / f"{name}.toml"
    if own is not None and (own / path.name).is_file():
        path = own / path.name
    try:
        return Table(path.name, "the file", tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulebookError(
            f"Rulebook {path.name} cannot be read: {error}.", do="Correct that place."
        ) from None
    except OSError as error:
        raise RulebookError(
            f"Rulebook {path.name} cannot be opened: {error.strerror}.",
            do="Restore the file or install the program again.",
        ) from None
