"""How our values stand in columns: moments as UTC text, days as ISO text, the rest as JSON text."""

import json
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from lerdesk.domain.fact import Evidence, JsonValue
from lerdesk.domain.journal import canonical, moment_text


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as UTC text."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Day(TypeDecorator[date]):
    """A calendar day, kept as ISO text."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Json(TypeDecorator[JsonValue]):
    """A JSON value; ``null`` is a value, not an absent one."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: JsonValue, dialect: Dialect) -> str:
        return canonical(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> JsonValue:
        found: JsonValue = None if value is None else json.loads(value)
        return found


class Place(TypeDecorator[Evidence]):
    """Where a document says it: page, quote, boxes."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Evidence | None, dialect: Dialect) -> str | None:
        return None if value is None else canonical(asdict(value))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Evidence | None:
        if value is None:
            return None
        found = json.loads(value)
        boxes = tuple((b[0], b[1], b[2], b[3]) for b in found["boxes"])
        return Evidence(found["page"], found["quote"], boxes)
