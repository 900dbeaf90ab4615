"""Bring a database to a schema's number, by Alembic, in one transaction."""

from pathlib import Path
from typing import TYPE_CHECKING

from lerdesk.store import sqlite

if TYPE_CHECKING:
    from sqlalchemy import Engine

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: "Engine", target: int, migrations: Path | None = None) -> None:
    """Run the migrations after the database's number up to ``target``.

    A failure leaves the database as it was: SQLite's schema changes are part of the transaction.
    """
    # Alembic costs a tenth of a second: an up-to-date store never loads it
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    place = str(migrations or MIGRATIONS)
    config = Config()
    config.set_main_option("script_location", place.replace("%", "%%"))
    config.set_main_option("version_locations", place.replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    script = ScriptDirectory.from_config(config)
    revisions = sorted(script.walk_revisions(), key=lambda each: each.revision)
    with engine.connect().execution_options(lerdesk_writing=True) as connection, connection.begin():
        here = sqlite.schema_number(connection)
        context = MigrationContext.configure(connection)
        with Operations.context(context):
            for revision in revisions:
                if here < int(revision.revision) <= target:
                    revision.module.upgrade()
                    context.stamp(script, revision.revision)
        sqlite.set_schema_number(connection, target)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise RuntimeError("a migration left a row that names nothing")
