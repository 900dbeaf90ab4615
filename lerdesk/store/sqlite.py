"""SQL that only SQLite and SQLCipher have: settings, triggers, the full-text index, whole-file checks."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Text,
    TextClause,
    create_engine,
    event,
    func,
    text,
    type_coerce,
)
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

#: once a connection has its key; memory security keeps pages out of the swap and wipes what is given back
_PRAGMAS = (
    "PRAGMA cipher_memory_security = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 5000",
)


def engine(path: Path, key: bytes) -> Engine:
    """An engine on an encrypted file; ``key`` is the raw data key of 32 bytes."""
    from sqlcipher3 import dbapi2

    def connect() -> "DBAPIConnection":
        opened: DBAPIConnection = dbapi2.connect(
            str(path), isolation_level=None, check_same_thread=False, timeout=5
        )
        try:
            cursor = opened.cursor()
            cursor.execute("PRAGMA cipher_log_level = NONE")
            cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            cursor.execute("PRAGMA cipher_compatibility = 4")
            for pragma in _PRAGMAS:
                cursor.execute(pragma)
                cursor.fetchall()
            cursor.close()
        except BaseException:
            opened.close()
            raise
        return opened

    made = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        pool_use_lifo=True,
    )

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("lerdesk_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return made


def schema_number(connection: Connection) -> int:
    """The schema's number; 0 in an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)


def set_schema_number(connection: Connection, number: int) -> None:
    """Part of the transaction, like everything else."""
    connection.exec_driver_sql(f"PRAGMA user_version = {number:d}")


def checkpoint(connection: Connection) -> None:
    """Bring everything from the write-ahead log into the file."""
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()


def rest(connection: Connection) -> None:
    """Leave little to do for the closing of the file, during which sqlcipher3 lets no other thread on."""
    checkpoint(connection)
    connection.exec_driver_sql("PRAGMA shrink_memory")


def damage(connection: Connection, *, thorough: bool) -> str | None:
    """What SQLite and SQLCipher find broken in the file, in words; None where all is whole.

    Args:
        thorough: also check each page's authentication code and the full-text index.
    """
    if thorough and connection.exec_driver_sql("PRAGMA cipher_integrity_check").all():
        return "A page of the database file does not match its authentication code."
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        return "The database file is damaged."
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        return f"A row of {broken[0]} names a row of {broken[2]} that is not there."
    return None


def _never(name: str, table: str, when: str, words: str) -> str:
    return (
        f"CREATE TRIGGER {name}\nBEFORE {when.format(table=table)}\n"
        f"BEGIN\n    SELECT RAISE(ABORT, '{words}');\nEND"
    )


_LETTER_FROZEN = (
    'id, request_id, kind, variant, language, title, "to", markdown, composed, spans, basis, template, '
    "state, created_at, saved_at, number, year, place, issued_at, issued_by, sha256"
)

TRIGGERS = (
    _never("journal_no_update", "journal", "UPDATE ON {table}", "journal entries never change"),
    _never("journal_no_delete", "journal", "DELETE ON {table}", "journal entries never go"),
    _never(
        "journal_head_no_delete", "journal_head", "DELETE ON {table}", "journal entries never go"
    ),
    _never("request_no_delete", "request", "DELETE ON {table}", "requests never go"),
    _never(
        "request_reference",
        "request",
        "UPDATE OF id, year, number, reference ON {table}",
        "references never change",
    ),
    _never("document_no_update", "document", "UPDATE ON {table}", "served files never change"),
    _never("document_no_delete", "document", "DELETE ON {table}", "served files never go"),
    _never(
        "document_piece_no_update",
        "document_piece",
        "UPDATE ON {table}",
        "served files never change",
    ),
    _never(
        "document_piece_no_delete", "document_piece", "DELETE ON {table}", "served files never go"
    ),
    _never("demand_no_delete", "demand", "DELETE ON {table}", "numbers are not given again"),
    _never(
        "determination_no_update",
        "determination",
        "UPDATE OF id, request_id, rulebook, binding, outcome, kind, decision, reason, by, at ON {table}",
        "determinations never change",
    ),
    _never(
        "determination_no_delete", "determination", "DELETE ON {table}", "determinations never go"
    ),
    _never(
        "letter_no_update",
        "letter",
        f"UPDATE OF {_LETTER_FROZEN} ON {{table}} WHEN old.state = 'issued'",
        "issued letters never change",
    ),
    _never("letter_no_delete", "letter", "DELETE ON {table}", "letters never go"),
    _never(
        "letter_piece_no_insert",
        "letter_piece",
        "INSERT ON {table} WHEN (SELECT state FROM letter WHERE id = new.letter_id) = 'issued'",
        "issued letters never change",
    ),
    _never(
        "letter_piece_no_update", "letter_piece", "UPDATE ON {table}", "issued letters never change"
    ),
    _never(
        "letter_piece_no_delete", "letter_piece", "DELETE ON {table}", "issued letters never go"
    ),
    _never(
        "letter_earlier_no_update",
        "letter_earlier",
        "UPDATE ON {table} WHEN (SELECT state FROM letter WHERE id = old.letter_id) = 'issued'",
        "issued letters never change",
    ),
    _never("letter_earlier_no_delete", "letter_earlier", "DELETE ON {table}", "letters never go"),
    _never("notice_no_delete", "notice", "DELETE ON {table}", "notices never go"),
    _never("disclosure_no_update", "disclosure", "UPDATE ON {table}", "disclosures never change"),
    _never("disclosure_no_delete", "disclosure", "DELETE ON {table}", "disclosures never go"),
    _never(
        "disclosed_file_no_update",
        "disclosed_file",
        "UPDATE ON {table}",
        "disclosures never change",
    ),
    _never(
        "disclosed_file_no_delete", "disclosed_file", "DELETE ON {table}", "disclosures never go"
    ),
)

_FORGET = (
    "    INSERT INTO search_index(search_index, rowid, words, numbers)\n"
    "    VALUES ('delete', old.id, old.words, old.numbers);\n"
)
_LEARN = (
    "    INSERT INTO search_index(rowid, words, numbers)\n"
    "    VALUES (new.id, new.words, new.numbers);\n"
)
_INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5(\n"
    "    words, numbers, content='search_text', content_rowid='id',\n"
    "    tokenize='trigram remove_diacritics 1'\n)"
)

SEARCH = (
    _INDEX,
    f"CREATE TRIGGER search_text_insert\nAFTER INSERT ON search_text\nBEGIN\n{_LEARN}END",
    f"CREATE TRIGGER search_text_delete\nAFTER DELETE ON search_text\nBEGIN\n{_FORGET}END",
    f"CREATE TRIGGER search_text_update\nAFTER UPDATE ON search_text\nBEGIN\n{_FORGET}{_LEARN}END",
)
"""What the tables' own metadata cannot say; the migrations make the same."""


def _quoted(word: str) -> str:
    doubled = word.replace('"', '""').replace("\0", "")
    return f'"{doubled}"'


# the best rows' ids first: what is sorted stays small however many rows there are
_SEARCH_SQL = """
WITH best AS MATERIALIZED (
    SELECT t.id,
           CASE t.source WHEN 'fact' THEN 0 WHEN 'request' THEN 1 WHEN 'letter' THEN 2 ELSE 3 END AS kind
    FROM {tables}
    WHERE {where}
    ORDER BY kind, t.request_id DESC, t.id
    LIMIT :limit
)
SELECT t.request_id, r.reference, r.process_words, r.agency, t.source, t.source_id, t.page, t.label,
       t.words
FROM best JOIN search_text AS t ON t.id = best.id JOIN request AS r ON r.id = t.request_id
ORDER BY best.kind, t.request_id DESC, t.id
"""


def search(
    long: Sequence[tuple[str, str]], short: Sequence[str], limit: int
) -> tuple[TextClause, dict[str, Any]]:
    """The query for rows that hold all words.

    Args:
        long: words of three characters and more, each with its form without dashes (or empty).
        short: words of one or two characters.
        limit: at most so many rows.
    """
    values: dict[str, Any] = {"limit": limit}
    where = []
    if long:
        values["match"] = " AND ".join(
            f"({_quoted(word)} OR numbers : {_quoted(bare)})" if len(bare) >= 3 else _quoted(word)
            for word, bare in long
        )
        where.append("search_index MATCH :match")
    else:
        where.append("t.source = 'request'")
    for place, word in enumerate(short):
        values[f"short{place}"] = like(word)
        where.append(f"t.words LIKE :short{place} ESCAPE '\\'")
    statement = _SEARCH_SQL.format(
        tables="search_index JOIN search_text AS t ON t.id = search_index.rowid"
        if long
        else "search_text AS t",
        where=" AND ".join(where),
    )
    return text(statement), values


def holds(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """Whether a column holds a word, as written: twice as fast as LIKE."""
    return func.instr(column, word) > 0


def json_text(column: ColumnElement[Any], key: str) -> ColumnElement[str]:
    """What stands under a key of the object that a column keeps as JSON."""
    return func.json_extract(type_coerce(column, Text), f"$.{key}")


def like(word: str) -> str:
    r"""A pattern that finds ``word`` anywhere, with ``\\`` as its escape."""
    for mark in ("\\", "%", "_"):
        word = word.replace(mark, "\\" + mark)
    return f"%{word}%"
