"""The rulebook from its files: the shipped ones, each replaced by the organisation's own of the same name."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Measure, Tells
from lerdesk.rulebook.duties import (
    calendars,
    clocks,
    factors,
    notice_effects,
    notice_rules,
    places,
)
from lerdesk.rulebook.flags import flags
from lerdesk.rulebook.matrix import matrix
from lerdesk.rulebook.own import own_rules
from lerdesk.rulebook.policy import by_policy, policy
from lerdesk.rulebook.processes import categories, processes, state_columns
from lerdesk.rulebook.questions import questions
from lerdesk.rulebook.soundness import soundness
from lerdesk.rulebook.source import FILES, Source, own_folder, read, shipped_folder
from lerdesk.rulebook.table import Table


def load(overrides: Path | None = None) -> Rulebook:
    """The checked rulebook.

    Args:
        overrides: folder of the organisation's own rules; a file there stands in the place of the
            shipped one of that name. A folder that is not there changes nothing.

    Raises:
        RulebookError: names the file, the rule, what is wrong and what would be right.
    """
    own = own_folder(overrides)
    sources = [read(name, own) for name in FILES]
    files = {each.name: Table(each.path.name, "the file", each.values) for each in sources}
    book = assembled(files, own_mark(sources))
    # the shipped files are sound; asking them each time would make every start wait
    soundness(book, {each.name: files[each.name] for each in sources if each.own})
    return replace(book, own=own_rules(sources))


def assembled(files: Mapping[str, Table], mark: str) -> Rulebook:
    """The rulebook that the files make; whole only where no mistake was noted.

    Args:
        files: the file's table for every name of ``FILES``.
        mark: what the version says of the organisation's own rules.

    Raises:
        RulebookError: unless the tables note their mistakes.
    """
    version = files["processes"].text("version") + mark
    known = places(files["places"])
    choices = policy(files["policy"], known)
    clock_rules = by_policy(clocks(files["clocks"]), choices)
    kinds = processes(files["processes"], known, clock_rules)
    for row in files["clocks"].tables("clock"):  # a clock names processes, and they name clocks
        row.texts("target_of", kinds)
    data = categories(files["categories"], kinds)
    asked = questions(
        [files[name] for name in FILES if name.startswith("questions")],
        kinds,
        data,
        known,
        clock_rules,
    )
    rules, most_silent = notice_rules(files["notice"])
    book = Rulebook(
        version=version,
        processes=kinds,
        categories=data,
        flags=flags(files["flags"], data, kinds, known),
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
        state_columns=state_columns(files["categories"], known),
    )
    _needed(files, book)
    for file in files.values():
        file.text("version")
        file.done()
    return book


def _needed(files: Mapping[str, Table], book: Rulebook) -> None:
    """Refuse files from which something was taken away that the program cannot do without."""
    questions = book.questions.values()
    borne = {
        ("overbreadth", "O02"): "O02" in book.factors,
        ("overbreadth", f'measure = "{Measure.OPEN}"'): any(
            one.measure is Measure.OPEN for one in book.factors.values()
        ),
        ("flags", "expressive"): "expressive" in book.flags,
        ("clocks", "silence = true"): any(one.silence for one in book.clocks.values()),
        **{
            ("questions-us", f'tells = "{what}"'): any(one.tells is what for one in questions)
            for what in Tells
        },
    }
    for (name, what), there in borne.items():
        if not there:
            files[name].refuse(
                what, "is missing, and the program asks for it", "Copy it from the shipped file"
            )


def own_mark(sources: Collection[Source]) -> str:
    """What the version says of the organisation's own rules: nothing where they are the shipped ones.

    It follows from every file that holds, the shipped ones too: own files beside a later shipped rulebook make
    another one, which must not go by the same version.
    """
    held = {each.path.name: each.data.replace(b"\r\n", b"\n") for each in sources}
    own = (each.path.name for each in sources if each.own)
    if all(held[name] == _shipped(name) for name in own):
        return ""
    texts = b"".join(name.encode() + b"\0" + held[name] for name in sorted(held))
    return f"+{sha256(texts).hexdigest()[:8]}"


def _shipped(name: str) -> bytes:
    return (shipped_folder() / name).read_bytes().replace(b"\r\n", b"\n")
