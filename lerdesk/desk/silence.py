"""What silence the order asks for or orders, and until when, from the facts and the answers."""

from dataclasses import dataclass
from datetime import date

from lerdesk.base.written import day_words
from lerdesk.desk.case_file import CaseFile
from lerdesk.domain.case_facts import GagFacts
from lerdesk.domain.nondisclosure import gag_from_fact, gag_kind
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Gag


@dataclass(frozen=True)
class Silence:
    """What stands against telling the customer on a day.

    Attributes:
        gag: as the rules are asked, EXPIRED once its last day is over.
        claimed: whether anything asks for silence, so that the questions on silence are asked.
        until: last silent day, where one is fixed or counts out.
    """

    gag: Gag
    claimed: bool
    until: date | None

    @property
    def facts(self) -> GagFacts:
        """As the rulebook is asked."""
        return GagFacts(self.gag, None if self.gag is Gag.NONE else self.until)

    @property
    def words(self) -> str | None:
        """What stands against telling, in words; None where nothing does."""
        if not self.claimed:
            return None
        until = self.until
        return {
            Gag.REQUEST_ONLY: "silence asked for, without an order",
            Gag.COURT_FIXED: f"silence until {day_words(until)}" if until else "silence ordered",
            Gag.COURT_INDEFINITE: "silence without an end",
            Gag.COURT_DEFECTIVE: "silence ordered, defective; kept until a court changes it",
            Gag.STATUTORY: "silence by statute",
            Gag.EXPIRED: f"silence ended {day_words(until)}" if until else "silence ended",
        }.get(self.gag)


_STRICT = (
    Gag.NONE,
    Gag.REQUEST_ONLY,
    Gag.COURT_FIXED,
    Gag.COURT_INDEFINITE,
    Gag.STATUTORY,
)


def _strictness(gag: tuple[Gag, date | None]) -> tuple[int, date]:
    """Of two silences the one that binds longer stands: an extension is recorded beside what it extends."""
    kind, until = gag
    return _STRICT.index(kind), until or date.max


def silence_of(case: CaseFile, rules: Rulebook, today: date) -> Silence:
    """The silence by the facts, mended by the answers to the questions on silence."""
    issued = case.day("date_issued")
    told = [gag_from_fact(value, rules, issued) for value in case.values("nondisclosure")]
    kind, until = max(told, key=_strictness, default=(Gag.NONE, None))
    claimed = kind is not Gag.NONE
    kind = gag_kind(rules, kind, {key: row.answer for key, row in case.answers.items()})
    if kind is Gag.COURT_FIXED and until and until < today:
        return Silence(Gag.EXPIRED, claimed, until)
    if kind not in {Gag.COURT_FIXED, Gag.COURT_DEFECTIVE}:
        until = None
    return Silence(kind, claimed, until)
