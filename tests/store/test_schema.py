"""The schema: as the tables say, as the migrations make it; an older store is kept before it is changed."""

import re
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, Engine, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from lerdesk.base.errors import UserFacingError
from lerdesk.domain.request import FactState, Flags
from lerdesk.domain.vocabulary import Answer, Decision, Status
from lerdesk.store import migration, opening, sqlite
from lerdesk.store.store import Store
from lerdesk.store.tables import FLAGS, metadata
from tests.store.making import PASSPHRASE, add_request, make

_MARKS = re.compile(r"\s+|\"")


def _schema(engine: Engine) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    with engine.connect() as connection:
        found = connection.exec_driver_sql(query).all()
    return {
        name: _MARKS.sub("", sql)
        for name, sql in found
        if not name.startswith(("alembic_", "search_index_"))
    }


def test_migrations_make_what_the_tables_say(store: Store) -> None:
    plain = create_engine("sqlite://")
    tables = {}
    for table in metadata.sorted_tables:
        tables[table.name] = str(CreateTable(table).compile(plain))
        for index in table.indexes:
            tables[str(index.name)] = str(CreateIndex(index).compile(plain))
    for statement in (*sqlite.TRIGGERS, *sqlite.SEARCH):
        found = re.match(r"CREATE (?:TRIGGER|VIRTUAL TABLE) (\w+)", statement)
        assert found is not None
        tables[found[1]] = statement
    expected = {name: _MARKS.sub("", sql) for name, sql in tables.items()}
    assert _schema(store._open_engine()) == expected


def test_every_table_is_strict_and_every_constraint_named(store: Store) -> None:
    with store.reading() as unit:
        strict = dict(
            unit.connection.exec_driver_sql(
                "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
            ).all()
        )
    assert [table.name for table in metadata.sorted_tables if not strict[table.name]] == []
    assert [
        (table.name, constraint)
        for table in metadata.sorted_tables
        for constraint in table.constraints
        if not constraint.name
    ] == []


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("request", "status", Status),
        ("fact", "state", FactState),
        ("answer", "answer", Answer),
        ("demand", "decision", Decision),
    ],
)
def test_closed_lists_are_the_domains_own(table: str, column: str, words: type[StrEnum]) -> None:
    (check,) = (
        str(each.sqltext)
        for each in metadata.tables[table].constraints
        if isinstance(each, CheckConstraint) and str(each.name).endswith(f"_{column}")
    )
    assert re.findall(r"'(.*?)'", check) == [word.value for word in words]


def test_flags_are_the_domains_own() -> None:
    assert tuple(each.name for each in fields(Flags)) == FLAGS


def test_the_number_is_the_last_migration() -> None:
    numbers = sorted(int(path.name[1:5]) for path in migration.MIGRATIONS.glob("v[0-9]*.py"))
    assert numbers == list(range(1, opening.SCHEMA + 1))


def test_migrations_import_nothing_of_ours() -> None:
    for path in migration.MIGRATIONS.glob("v*.py"):
        assert "lerdesk" not in path.read_text("utf-8"), path.name


def test_an_organisation_of_the_first_schema_keeps_what_it_set(tmp_path: Path) -> None:
    engine = sqlite.engine(tmp_path / "store.db", b"k" * 32)
    migration.migrate(engine, 1)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO organisation VALUES (1, 'Northwind', '[\"1 Main St\"]', 'Legal', '555', 'a@b.example',"
            " 'A corporation', x'89', 'Europe/Berlin', 'US-DE', 'a4')"
        )
    migration.migrate(engine, 2)
    with engine.begin() as connection:
        row = connection.exec_driver_sql("SELECT * FROM organisation").one()
    assert tuple(row) == (
        *(1, "Northwind", '["1 Main St"]', "Legal", "555", "a@b.example", "A corporation"),
        *(b"\x89", "Europe/Berlin", "US-DE", "a4", ""),
    )
    engine.dispose()


_NEXT = """
from alembic import op
revision = "0003"
down_revision = "0002"


def upgrade():
    op.execute("CREATE TABLE added (id INTEGER NOT NULL, CONSTRAINT pk_added PRIMARY KEY (id)) STRICT")
    {then}
"""


@pytest.fixture
def _next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program one migration ahead of the stores that this one makes."""
    place = tmp_path / "migrations"
    place.mkdir()
    for path in migration.MIGRATIONS.glob("v*.py"):
        (place / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(migration, "MIGRATIONS", place)
    monkeypatch.setattr(opening, "SCHEMA", 3)
    return place / "v0003_next.py"


def _old_store(tmp_path: Path) -> Path:
    store = make(tmp_path / "store")
    with store.writing() as unit:
        add_request(unit)
    store.close()
    return tmp_path / "store"


def test_an_older_store_is_backed_up_then_migrated(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = _old_store(tmp_path)
    before = (folder / "store.db").read_bytes()
    following: Path = request.getfixturevalue("_next")
    following.write_text(_NEXT.format(then="pass"))
    store = opening.open_store(folder, PASSPHRASE)
    with store.reading() as unit:
        assert unit.connection.exec_driver_sql("SELECT count(*) FROM added").scalar() == 0
        assert sqlite.schema_number(unit.connection) == 3
    store.close()
    assert (folder / "store-before-schema-3.db").read_bytes() == before


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _old_store(tmp_path)
    following: Path = request.getfixturevalue("_next")
    following.write_text(_NEXT.format(then="raise KeyError('torn')"))
    with pytest.raises(KeyError, match="torn"):
        opening.open_store(folder, PASSPHRASE)
    monkeypatch.setattr(opening, "SCHEMA", 2)
    store = opening.open_store(folder, PASSPHRASE)
    assert "added" not in _schema(store._open_engine())
    store.close()


def test_a_store_that_cannot_be_backed_up_is_not_migrated(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = _old_store(tmp_path)
    request.getfixturevalue("_next").write_text(_NEXT.format(then="pass"))
    (folder / "store-before-schema-3.db.new").mkdir()
    with pytest.raises(UserFacingError, match="cannot be backed up"):
        opening.open_store(folder, PASSPHRASE)


def test_an_up_to_date_store_does_not_load_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    make(tmp_path / "store").close()
    code = (
        "import sys\nfrom pathlib import Path\nfrom lerdesk.store import opening\n"
        "opening.open_store(Path(sys.argv[1]), sys.argv[2])\nprint('alembic' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "store"), PASSPHRASE],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert ran.stdout.strip() == "False"
