"""The stories of the sample papers, from resources/samples/samples.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from lerdesk.domain.disclosure import ProducedFile
from lerdesk.domain.vocabulary import Answer, Decision


@dataclass(frozen=True)
class StoryDemand:
    """A demand as a careful reader finds it, and what the reviewer decides about it."""

    number: int
    words: str
    categories: tuple[str, ...]
    asked_from: date | None
    asked_to: date | None
    decision: Decision | None
    narrowed_from: date | None
    narrowed_to: date | None
    reason: str


@dataclass(frozen=True)
class StoryFinding:
    """A finding of illegal conduct; not approved yet where ``approved_at`` is None."""

    ground: str
    recorded_at: datetime
    approved_at: datetime | None


@dataclass(frozen=True)
class Story:
    """One paper and what became of it.

    Attributes:
        until: the step at which it is left: new, facts, questions, approval, notice, waiting, answer, disclose,
            silent, closed.
        answers: those that do not simply pass, each with its note.
        letters: kind and the moment at which it went.
        truth: what a careful reader finds, in the fields of the reader.
    """

    path: Path
    words: str
    received_at: datetime
    served_on: date | None
    channel: str
    until: str
    recipient: str
    demands: tuple[StoryDemand, ...]
    answers: Mapping[str, tuple[Answer, str]]
    finding: StoryFinding | None
    letters: tuple[tuple[str, datetime], ...]
    files: tuple[ProducedFile, ...]
    disclosed_at: datetime | None
    truth: Mapping[str, Any]


def stories(folder: Path) -> tuple[Story, ...]:
    """All stories, in the papers' order."""
    with (folder / "samples.toml").open("rb") as file:
        rows = tomllib.load(file)["sample"]
    return tuple(_story(folder, row) for row in rows)


def _story(folder: Path, row: Mapping[str, Any]) -> Story:
    person = row.get("recipient", {})
    finding = row.get("illegal_conduct")
    return Story(
        path=folder / row["file"],
        words=row["story"],
        received_at=datetime.fromisoformat(row["received_at"]),
        served_on=_day(row.get("served_on")),
        channel=row["channel"],
        until=row["until"],
        recipient=", ".join(
            part
            for part in (
                f"{person.get('title', '')} {person.get('name', '')}".strip(),
                person.get("agency", ""),
            )
            if part
        ),
        demands=tuple(_demand(each) for each in row.get("demand", [])),
        answers={
            key: (Answer(each["answer"]), each["note"])
            for key, each in row.get("answers", {}).items()
        },
        finding=StoryFinding(
            finding["ground"],
            datetime.fromisoformat(finding["recorded_at"]),
            _moment(finding.get("approved_at")),
        )
        if finding
        else None,
        letters=tuple(
            (each["kind"], datetime.fromisoformat(each["at"])) for each in row.get("letter", [])
        ),
        files=tuple(
            ProducedFile(each["name"], each["size"], each["sha256"], each["demand"])
            for each in row.get("disclosed", [])
        ),
        disclosed_at=_moment(row.get("disclosure", {}).get("at")),
        truth=row["truth"],
    )


def _demand(row: Mapping[str, Any]) -> StoryDemand:
    return StoryDemand(
        number=row["number"],
        words=row["words"],
        categories=tuple(row["categories"]),
        asked_from=_day(row.get("asked_from")),
        asked_to=_day(row.get("asked_to")),
        decision=Decision(row["decision"]) if "decision" in row else None,
        narrowed_from=_day(row.get("from")),
        narrowed_to=_day(row.get("to")),
        reason=row.get("reason", ""),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
