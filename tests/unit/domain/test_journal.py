"""One value has one spelling, and every part of an entry is in its hash: a change cannot go unseen."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType

import pytest

from lerdesk.domain.journal import BEGINNING, JournalEntry, canonical, hash_of, moment_text

AT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
ENTRY = JournalEntry(
    number=1,
    at=AT,
    actor_id=1,
    actor="Ada Lowe",
    action="fact.confirm",
    request_id=7,
    words="Confirmed the case number",
    details={"papers": ["ab"], "day": "2026-11-24"},
    previous=BEGINNING,
)
OTHER = {
    "number": 2,
    "at": AT + timedelta(microseconds=1),
    "actor_id": 2,
    "actor": "Ada Löwe",
    "action": "fact.correct",
    "request_id": None,
    "words": "Confirmed the case number.",
    "details": {"papers": ["ac"], "day": "2026-11-24"},
    "previous": "1" * 64,
}


def test_the_order_of_keys_and_the_kind_of_table_change_nothing():
    one = {"b": [1, {"y": None, "x": "é"}], "a": date(2026, 11, 24)}
    two = {"a": "2026-11-24", "b": [1, MappingProxyType({"x": "é", "y": None})]}
    assert canonical(one) == canonical(two) == '{"a":"2026-11-24","b":[1,{"x":"é","y":null}]}'


def test_one_moment_has_one_spelling_in_every_offset():
    tokyo = AT.astimezone(timezone(timedelta(hours=9)))
    assert canonical(tokyo) == canonical(AT) == '"2026-11-24T17:00:00.000000+00:00"'
    with pytest.raises(ValueError, match="offset"):
        moment_text(datetime(2026, 11, 24, 17, 0))  # noqa: DTZ001  that it is refused is the test


@pytest.mark.parametrize(("value", "error"), [({1, 2}, TypeError), (float("nan"), ValueError)])
def test_what_json_cannot_say_has_no_hash(value, error):
    with pytest.raises(error):
        canonical(value)


@pytest.mark.parametrize("name", OTHER)
def test_every_part_of_an_entry_is_in_its_hash(name):
    assert hash_of(replace(ENTRY, **{name: OTHER[name]})) != hash_of(ENTRY)


def test_no_part_is_left_out_of_that_and_the_hash_itself_is_not_in_it():
    assert {field.name for field in fields(JournalEntry)} == {*OTHER, "hash"}
    assert hash_of(replace(ENTRY, hash="f" * 64)) == hash_of(ENTRY)


def test_words_that_no_encoding_knows_have_a_hash_too():
    assert hash_of(replace(ENTRY, words="a name \ud800")) != hash_of(
        replace(ENTRY, words="a name ")
    )
