"""Where the organisation's policy can be read; which letter corrects which; what is being typed in the window."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    # made anew: a column that is only added stands behind the constraints, unlike in the tables
    """
    CREATE TABLE organisation_new (
        id INTEGER NOT NULL,
        company TEXT NOT NULL,
        lines TEXT NOT NULL,
        department TEXT NOT NULL,
        telephone TEXT NOT NULL,
        email TEXT NOT NULL,
        footer TEXT NOT NULL,
        logo BLOB,
        zone TEXT NOT NULL,
        company_state TEXT,
        page TEXT NOT NULL,
        policy TEXT NOT NULL,
        CONSTRAINT pk_organisation PRIMARY KEY (id),
        CONSTRAINT ck_organisation_one CHECK (id = 1)
    ) STRICT
    """,
    """
    INSERT INTO organisation_new
    SELECT id, company, lines, department, telephone, email, footer, logo, zone, company_state, page, ''
    FROM organisation
    """,
    "DROP TABLE organisation",
    "ALTER TABLE organisation_new RENAME TO organisation",
    "CREATE INDEX ix_fact_state_value_request_id ON fact (state, value, request_id) WHERE field = 'requester'",
    """
    CREATE TABLE letter_earlier (
        letter_id INTEGER NOT NULL,
        earlier_id INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        CONSTRAINT pk_letter_earlier PRIMARY KEY (letter_id),
        CONSTRAINT ck_letter_earlier_purpose CHECK (purpose IN ('correction', 'further')),
        CONSTRAINT fk_letter_earlier_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id),
        CONSTRAINT fk_letter_earlier_earlier_id FOREIGN KEY(earlier_id) REFERENCES letter (id)
    ) STRICT
    """,
    """
    CREATE TRIGGER letter_earlier_no_update
    BEFORE UPDATE ON letter_earlier WHEN (SELECT state FROM letter WHERE id = old.letter_id) = 'issued'
    BEGIN
        SELECT RAISE(ABORT, 'issued letters never change');
    END
    """,
    """
    CREATE TRIGGER letter_earlier_no_delete
    BEFORE DELETE ON letter_earlier
    BEGIN
        SELECT RAISE(ABORT, 'letters never go');
    END
    """,
    """
    CREATE TABLE typed (
        id INTEGER NOT NULL,
        request_id INTEGER,
        field TEXT NOT NULL,
        words TEXT NOT NULL,
        at TEXT NOT NULL,
        CONSTRAINT pk_typed PRIMARY KEY (id),
        CONSTRAINT fk_typed_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    "CREATE INDEX ix_typed_request_id_field ON typed (request_id, field)",
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
