"""Stores of 1,000 and 20,000 requests, made once into a cache folder below the system's temporary one.

The sample store is played through the desk, and its rows are then laid down again and again under new numbers, each
new request with its journal entry, so that every state of a request is among them and ``verify`` finds all whole.
"""

import hashlib
import shutil
import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import func, select

from lerdesk.base.clock import MovableClock
from lerdesk.base.folders import Folders
from lerdesk.base.resources import resources
from lerdesk.desk import stores
from lerdesk.desk.sample.making import DAY, PASSPHRASE, make
from lerdesk.desk.session import Desk
from lerdesk.store import journal, tables
from lerdesk.store.unit import Unit

__all__ = ["PASSPHRASE", "home_of", "made", "opened", "working_copy"]

_LIGHT_SHA256 = hashlib.sha256(b"-").hexdigest()
_ROUNDS_AT_ONCE = 20
_COPIED = (
    "request",
    "request_words",
    "document",
    "document_piece",
    "fact",
    "answer",
    "demand",
    "determination",
    "approval",
    "letter_piece",
    "letter",
    "notice",
    "disclosure",
    "disclosed_file",
    "search_text",
)


def made(count: int) -> Path:
    """The home folder of a store with ``count`` requests, made if need be.

    From 20,000 on the served files and letters are a byte long, and only the requests' own lines are searched.
    """
    home = _cache() / f"{count}-{_print_of([Path(__file__)])}"
    if home.is_dir():
        return home
    making = home.with_name(f"{home.name}-making")
    shutil.rmtree(making, ignore_errors=True)
    shutil.copytree(_sample(), making)
    desk = opened(making)
    try:
        _multiply(desk, count, light=count >= 20_000)
    finally:
        desk.close()
    opened(making).close()  # what time moved on is stored with the first opening
    making.rename(home)
    return home


def working_copy(count: int, folder: Path) -> Path:
    """A copy of that store which a benchmark may change."""
    return shutil.copytree(made(count), folder / f"home-{count}")


def home_of(home: Path) -> Folders:
    """The program's folders below a home folder."""
    return Folders(home / "data", home / "config", home / "state")


def opened(home: Path) -> Desk:
    """Its store, open on the sample's day."""
    folders = home_of(home)
    return stores.open_store(
        folders.store, PASSPHRASE, folders=folders, clock=MovableClock(DAY).clock
    )


@cache
def _cache() -> Path:
    root = resources()
    stands_on = [*sorted(root.glob("rulebook/*.toml")), root / "samples" / "samples.toml"]
    return (
        Path(tempfile.gettempdir())
        / f"lerdesk-bench-{_print_of([*stands_on, Path(tables.__file__)])}"
    )


def _print_of(files: list[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def _sample() -> Path:
    home = _cache() / "sample"
    if not home.is_dir():
        print("  making the sample store", flush=True)
        making = home.with_name("sample-making")
        shutil.rmtree(making, ignore_errors=True)
        folders = home_of(making)
        make(folders.store, folders).desk.close()
        making.rename(home)
    return home


def _multiply(desk: Desk, count: int, *, light: bool) -> None:
    print(f"  making the store of {count:,} requests", flush=True)
    with desk.store.reading() as unit:
        spans = {
            name: unit.number(select(func.max(table.c.id)))
            for name, table in tables.metadata.tables.items()
            if "id" in table.c
        }
        lettered = unit.number(select(func.max(tables.letter.c.place)))
    base = spans["request"]
    rounds = range(1, -(-count // base))
    for start in rounds[::_ROUNDS_AT_ONCE]:
        with desk.store.writing() as unit:
            for times in range(start, min(start + _ROUNDS_AT_ONCE, rounds.stop)):
                most = min(base, count - times * base)
                # a piece comes before its letter, which is frozen once it is there
                unit.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                for name in _COPIED:
                    unit.changes += 1
                    unit.connection.exec_driver_sql(
                        _again(name, spans, times, most, lettered, light=light)
                    )
                _journal(unit, desk, times * base, most)


def _again(
    name: str,
    spans: dict[str, int],
    times: int,
    most: int,
    lettered: int,
    *,
    light: bool,
) -> str:
    """The statement that lays down one table's first rows again under new numbers."""
    request_shift, day = times * spans["request"], times % 300
    source_shifts = " ".join(
        f"WHEN '{source}' THEN {times * spans[source]}"
        for source in ("document", "fact", "letter", "request")
    )
    new = {
        "request_id": f"request_id + {request_shift}",
        **{f"{of}_id": f"{of}_id + {times * spans[of]}" for of in ("document", "letter", "disclosure")},
        "source_id": f"source_id + CASE source {source_shifts} END",
        "tie": f"CASE tie WHEN '' THEN '' ELSE tie || '-{times}' END",
    }  # fmt: skip
    if name in spans:
        new["id"] = f"id + {times * spans[name]}"
    if name == "request":
        reference = f"substr(reference, 1, 9) || printf('%06d', number + {request_shift})"
        new |= {"number": f"number + {request_shift}", "reference": reference}
        new["received_at"] = (
            f"strftime('%Y-%m-%dT%H:%M:%f', received_at, '-{day} days') || '000+00:00'"
        )
    if name == "letter":
        kept = f"l.request_id <= {most} AND l.id <= {spans[name]}"
        rank = f"(SELECT count(*) FROM letter AS l WHERE l.place <= letter.place AND {kept})"
        place = f"CASE WHEN place IS NULL THEN NULL ELSE {times * lettered} + {rank} END"
        new |= {
            "place": place,
            "number": f"substr(number, 1, 7) || printf('%06d', {place})",
        }
    if light and name in {"document_piece", "letter_piece"}:
        new["bytes"] = "x'2d'"
    if light and name in {"document", "letter"}:
        new["sha256"] = f"CASE WHEN sha256 IS NULL THEN NULL ELSE '{_LIGHT_SHA256}' END"
    of_request = {
        "document_piece": f"document_id IN (SELECT id FROM document WHERE request_id <= {most})",
        "letter_piece": f"letter_id IN (SELECT id FROM letter WHERE request_id <= {most})",
        "disclosed_file": f"disclosure_id IN (SELECT id FROM disclosure WHERE request_id <= {most})",
        "request": f"id <= {most}",
    }
    where = of_request.get(name, f"request_id <= {most}")
    if name in spans:
        where += f" AND id <= {spans[name]}"
    if light and name.endswith("_piece"):
        where += " AND position = 0"
    if light and name == "search_text":
        where += " AND source = 'request'"
    columns = [column.name for column in tables.metadata.tables[name].columns]
    into = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(new.get(column, f'"{column}"') for column in columns)
    return f'INSERT INTO "{name}" ({into}) SELECT {values} FROM "{name}" WHERE {where}'


def _journal(unit: Unit, desk: Desk, first: int, most: int) -> None:
    """One entry for each new request, which carries its papers."""
    held: dict[int, list[tuple[str, int, str]]] = {}
    for kind, table in (("document", tables.document), ("letter", tables.letter)):
        query = select(table.c.id, table.c.request_id, table.c.sha256)
        new = table.c.request_id.between(first + 1, first + most)
        for row in unit.rows(query.where(new, table.c.sha256.is_not(None))):
            held.setdefault(row.request_id, []).append((kind, row.id, row.sha256))
    for request_id in range(first + 1, first + most + 1):
        unit.papers += held.get(request_id, [])
        journal.append(
            unit,
            at=DAY,
            actor=desk.person,
            action="receive",
            request_id=request_id,
            words="Received through portal, 3 pages",
        )
        journal.flush(unit)
