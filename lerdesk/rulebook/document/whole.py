"""The document in its order: how to read it, then every kind of rule."""

from datetime import date

from lerdesk.base.written import full_day_words, sentence_start
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Standing
from lerdesk.rulebook.document.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    bold,
    plain,
)
from lerdesk.rulebook.document.clocks import calendars, clocks
from lerdesk.rulebook.document.data import categories, factors
from lerdesk.rulebook.document.matrix import matrix
from lerdesk.rulebook.document.notice import notice
from lerdesk.rulebook.document.policy import places, policy
from lerdesk.rulebook.document.processes import processes
from lerdesk.rulebook.document.questions import questions
from lerdesk.rulebook.field_words import REACHES, STANDING

_MARKS = {
    Standing.VERIFIED: "The text of the source itself was read for this statement.",
    Standing.SECONDARY: "Read in a secondary source or an excerpt only: a digest, a note, a brief of a case.",
    Standing.UNVERIFIED: "From general knowledge. Counsel checks it before anybody relies on it; it is never proposed "
    "as certain.",
    Standing.COMPANY: "The company’s own parameter or a drafting choice, stricter than the law or where the law is "
    "silent.",
}
_SEVERITIES = (
    (
        "BLOCK",
        "Do not produce the data concerned under this instrument; a block of a part stops that part alone.",
    ),
    ("ESCALATE", "A named lawyer decides."),
    ("CURE", "Hold, preserve where that is due, and return for correction."),
    ("WARN", "The reviewer records a reason to go on."),
    ("INFO", "Shown, and nothing follows from it."),
)


def document(rules: Rulebook, made_on: date) -> Document:
    """The whole rulebook for a reader.

    Args:
        rules: the rulebook.
        made_on: the day on which it is printed; the clocks' examples are counted from it.
    """
    own = f"With the organisation’s own rules: {', '.join(sorted(rules.own))}." if rules.own else ""
    return Document(
        title="Rulebook for law enforcement requests",
        version=rules.version,
        made_on=made_on,
        lines=tuple(
            line
            for line in (
                f"Version {rules.version}",
                f"Printed {full_day_words(made_on)}",
                "The law and the policy as the program applies them: every rule with its citation and its status.",
                own,
            )
            if line
        ),
        blocks=(
            *_how_to_read(rules),
            *processes(rules),
            *matrix(rules),
            *questions(rules),
            *categories(rules),
            *clocks(rules, made_on),
            *calendars(rules),
            *factors(rules),
            *notice(rules),
            *policy(rules),
            *places(rules),
        ),
    )


def _how_to_read(rules: Rulebook) -> tuple[Block, ...]:
    def table(pairs: tuple[tuple[str, str], ...]) -> Table:
        return Table((), tuple(Row((bold(a), plain(b))) for a, b in pairs), (24, 76))

    return (
        Heading(1, "How to read this document", "reading"),
        Paragraph(
            plain(
                "Nothing here is legal advice. The rules hold, ask or escalate rather than produce or notify; what "
                "they come to is a proposal, and a person decides. Each rule has an id, by which the program, its "
                "letters and its records name it, and a citation as the rulebook has it."
            )
        ),
        Heading(2, "How well a rule is established", "marks"),
        table(tuple((STANDING[each], words) for each, words in _MARKS.items())),
        Heading(2, "What a failed question does", "severities"),
        table(_SEVERITIES),
        Heading(2, "The answers of the matrix", "answers"),
        table(tuple((each.value, f"{said.capitalize()}.") for each, said in REACHES.items())),
        Heading(2, "Classes of data", "classes"),
        table(tuple((key, f"{sentence_start(name)}.") for key, name in rules.matrix.names.items())),
    )
