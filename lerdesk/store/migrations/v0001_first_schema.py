"""The first schema."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE journal_head (
        id INTEGER NOT NULL,
        entries INTEGER NOT NULL,
        hash TEXT NOT NULL,
        CONSTRAINT pk_journal_head PRIMARY KEY (id),
        CONSTRAINT ck_journal_head_one CHECK (id = 1)
    ) STRICT
    """,
    """
    CREATE TABLE organisation (
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
        CONSTRAINT pk_organisation PRIMARY KEY (id),
        CONSTRAINT ck_organisation_one CHECK (id = 1)
    ) STRICT
    """,
    """
    CREATE TABLE person (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_person PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE request (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        reference TEXT NOT NULL,
        received_at TEXT NOT NULL,
        served_on TEXT,
        channel TEXT NOT NULL,
        entity_in TEXT NOT NULL,
        opened_at TEXT,
        closed_at TEXT,
        suspected_fake INTEGER DEFAULT 0 NOT NULL,
        consent INTEGER DEFAULT 0 NOT NULL,
        illegal_use INTEGER DEFAULT 0 NOT NULL,
        safety_risk INTEGER DEFAULT 0 NOT NULL,
        account_compromised INTEGER DEFAULT 0 NOT NULL,
        enterprise_tenant INTEGER DEFAULT 0 NOT NULL,
        status TEXT DEFAULT 'new' NOT NULL,
        process TEXT,
        process_words TEXT DEFAULT '' NOT NULL,
        agency TEXT DEFAULT '' NOT NULL,
        case_number TEXT DEFAULT '' NOT NULL,
        targets INTEGER DEFAULT 0 NOT NULL,
        due TEXT DEFAULT '' NOT NULL,
        due_order TEXT DEFAULT '9999' NOT NULL,
        step TEXT DEFAULT '' NOT NULL,
        place TEXT DEFAULT '' NOT NULL,
        target TEXT DEFAULT '' NOT NULL,
        waits TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_request PRIMARY KEY (id),
        CONSTRAINT uq_request_year_number UNIQUE (year, number),
        CONSTRAINT uq_request_reference UNIQUE (reference),
        CONSTRAINT ck_request_suspected_fake CHECK (suspected_fake IN (0, 1)),
        CONSTRAINT ck_request_consent CHECK (consent IN (0, 1)),
        CONSTRAINT ck_request_illegal_use CHECK (illegal_use IN (0, 1)),
        CONSTRAINT ck_request_safety_risk CHECK (safety_risk IN (0, 1)),
        CONSTRAINT ck_request_account_compromised CHECK (account_compromised IN (0, 1)),
        CONSTRAINT ck_request_enterprise_tenant CHECK (enterprise_tenant IN (0, 1)),
        CONSTRAINT ck_request_status CHECK (status IN ('new', 'review', 'approval', 'notice', 'waiting',
            'answer', 'disclose', 'silent', 'closed')),
        CONSTRAINT ck_request_waits CHECK (waits IN ('', 'notice', 'letter'))
    ) STRICT
    """,
    """
    CREATE INDEX ix_request_agency_due_order_id_status ON request (agency, due_order, id, status)
    """,
    """
    CREATE INDEX ix_request_due_order_id_status_opened_at_waits ON request (due_order, id, status,
        opened_at, waits)
    """,
    """
    CREATE INDEX ix_request_process_words_due_order_id_status ON request (process_words, due_order, id,
        status)
    """,
    """
    CREATE INDEX ix_request_received_at ON request (received_at)
    """,
    """
    CREATE TABLE answer (
        request_id INTEGER NOT NULL,
        question TEXT NOT NULL,
        answer TEXT NOT NULL,
        note TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL,
        CONSTRAINT pk_answer PRIMARY KEY (request_id, question),
        CONSTRAINT ck_answer_answer CHECK (answer IN ('yes', 'no', 'unclear', 'na')),
        CONSTRAINT fk_answer_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    """
    CREATE TABLE approval (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        ground TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        state TEXT NOT NULL,
        answered_by TEXT,
        answered_at TEXT,
        answer_reason TEXT NOT NULL,
        CONSTRAINT pk_approval PRIMARY KEY (id),
        CONSTRAINT ck_approval_state CHECK (state IN ('waiting', 'approved', 'declined')),
        CONSTRAINT fk_approval_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_approval_request_id ON approval (request_id)
    """,
    """
    CREATE TABLE determination (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        rulebook TEXT NOT NULL,
        binding TEXT NOT NULL,
        outcome TEXT,
        kind TEXT NOT NULL,
        decision TEXT NOT NULL,
        reason TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL,
        revoked_at TEXT,
        CONSTRAINT pk_determination PRIMARY KEY (id),
        CONSTRAINT ck_determination_binding CHECK (binding IN ('yes', 'no')),
        CONSTRAINT ck_determination_outcome CHECK (outcome IN ('full', 'partial', 'none')),
        CONSTRAINT fk_determination_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_determination_request_id ON determination (request_id)
    """,
    """
    CREATE TABLE disclosure (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        at TEXT NOT NULL,
        recipient TEXT NOT NULL,
        means TEXT NOT NULL,
        "by" TEXT NOT NULL,
        CONSTRAINT pk_disclosure PRIMARY KEY (id),
        CONSTRAINT fk_disclosure_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_disclosure_request_id ON disclosure (request_id)
    """,
    """
    CREATE TABLE document (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        page_sizes TEXT NOT NULL,
        text_sources TEXT NOT NULL,
        warnings TEXT NOT NULL,
        error TEXT,
        CONSTRAINT pk_document PRIMARY KEY (id),
        CONSTRAINT fk_document_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_document_request_id ON document (request_id)
    """,
    """
    CREATE INDEX ix_document_sha256 ON document (sha256)
    """,
    """
    CREATE TABLE journal (
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        actor_id INTEGER NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        request_id INTEGER,
        words TEXT NOT NULL,
        details TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        CONSTRAINT pk_journal PRIMARY KEY (number),
        CONSTRAINT fk_journal_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_journal_request_id_number ON journal (request_id, number)
    """,
    """
    CREATE TABLE letter (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        variant TEXT NOT NULL,
        language TEXT NOT NULL,
        title TEXT NOT NULL,
        "to" TEXT NOT NULL,
        markdown TEXT NOT NULL,
        composed TEXT NOT NULL,
        spans TEXT NOT NULL,
        basis TEXT NOT NULL,
        template TEXT NOT NULL,
        state TEXT NOT NULL,
        created_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        number TEXT,
        year INTEGER,
        place INTEGER,
        issued_at TEXT,
        issued_by TEXT,
        sha256 TEXT,
        delivered_on TEXT,
        delivered_means TEXT,
        CONSTRAINT pk_letter PRIMARY KEY (id),
        CONSTRAINT uq_letter_number UNIQUE (number),
        CONSTRAINT uq_letter_year_place UNIQUE (year, place),
        CONSTRAINT ck_letter_state CHECK (state IN ('draft', 'issued', 'discarded')),
        CONSTRAINT ck_letter_numbered CHECK ((state = 'issued') = (number IS NOT NULL)),
        CONSTRAINT fk_letter_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_letter_request_id ON letter (request_id)
    """,
    """
    CREATE INDEX ix_letter_state_issued_at ON letter (state, issued_at)
    """,
    """
    CREATE TABLE request_words (
        request_id INTEGER NOT NULL,
        words TEXT NOT NULL,
        CONSTRAINT pk_request_words PRIMARY KEY (request_id),
        CONSTRAINT fk_request_words_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    """
    CREATE TABLE search_text (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        source TEXT NOT NULL,
        source_id INTEGER NOT NULL,
        page INTEGER NOT NULL,
        label TEXT NOT NULL,
        words TEXT NOT NULL,
        numbers TEXT NOT NULL,
        CONSTRAINT pk_search_text PRIMARY KEY (id),
        CONSTRAINT ck_search_text_source CHECK (source IN ('document', 'fact', 'letter', 'request')),
        CONSTRAINT fk_search_text_request_id FOREIGN KEY(request_id) REFERENCES request (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_search_text_source_source_id ON search_text (source, source_id)
    """,
    """
    CREATE TABLE undo (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        words TEXT NOT NULL,
        restore TEXT NOT NULL,
        CONSTRAINT pk_undo PRIMARY KEY (id),
        CONSTRAINT fk_undo_request_id FOREIGN KEY(request_id) REFERENCES request (id),
        CONSTRAINT fk_undo_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_undo_request_id_person_id ON undo (request_id, person_id)
    """,
    """
    CREATE TABLE demand (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        words TEXT NOT NULL,
        category TEXT,
        targets TEXT NOT NULL,
        period_from TEXT,
        period_to TEXT,
        identified INTEGER NOT NULL,
        document_id INTEGER,
        evidence TEXT,
        decision TEXT,
        narrowed_from TEXT,
        narrowed_to TEXT,
        reason TEXT NOT NULL,
        "by" TEXT,
        at TEXT,
        removed INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_demand PRIMARY KEY (id),
        CONSTRAINT uq_demand_request_id_number UNIQUE (request_id, number),
        CONSTRAINT ck_demand_identified CHECK (identified IN (0, 1)),
        CONSTRAINT ck_demand_removed CHECK (removed IN (0, 1)),
        CONSTRAINT ck_demand_decision CHECK (decision IN ('produce', 'narrow', 'object',
            'nothing_held')),
        CONSTRAINT fk_demand_request_id FOREIGN KEY(request_id) REFERENCES request (id),
        CONSTRAINT fk_demand_document_id FOREIGN KEY(document_id) REFERENCES document (id)
    ) STRICT
    """,
    """
    CREATE TABLE disclosed_file (
        disclosure_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        demand_number INTEGER NOT NULL,
        CONSTRAINT pk_disclosed_file PRIMARY KEY (disclosure_id, position),
        CONSTRAINT fk_disclosed_file_disclosure_id FOREIGN KEY(disclosure_id) REFERENCES disclosure (id)
    ) STRICT
    """,
    """
    CREATE TABLE document_piece (
        document_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        CONSTRAINT pk_document_piece PRIMARY KEY (document_id, position),
        CONSTRAINT fk_document_piece_document_id FOREIGN KEY(document_id) REFERENCES document (id)
    ) STRICT
    """,
    """
    CREATE TABLE fact (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        document_id INTEGER,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        state TEXT NOT NULL,
        evidence TEXT,
        confidence REAL NOT NULL,
        read_value TEXT NOT NULL,
        "by" TEXT,
        at TEXT,
        tie TEXT NOT NULL,
        CONSTRAINT pk_fact PRIMARY KEY (id),
        CONSTRAINT ck_fact_state CHECK (state IN ('proposed', 'confirmed', 'corrected', 'assigned',
            'dismissed')),
        CONSTRAINT fk_fact_request_id FOREIGN KEY(request_id) REFERENCES request (id),
        CONSTRAINT fk_fact_document_id FOREIGN KEY(document_id) REFERENCES document (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_fact_request_id ON fact (request_id)
    """,
    """
    CREATE INDEX ix_fact_tie_request_id ON fact (tie, request_id) WHERE tie <> ''
    """,
    """
    CREATE TABLE letter_piece (
        letter_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        CONSTRAINT pk_letter_piece PRIMARY KEY (letter_id, position),
        CONSTRAINT fk_letter_piece_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id)
    ) STRICT
    """,
    """
    CREATE TABLE notice (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        letter_id INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        rule TEXT NOT NULL,
        means TEXT NOT NULL,
        sent_at TEXT NOT NULL,
        release_on TEXT,
        came_back_on TEXT,
        came_back_why TEXT NOT NULL,
        CONSTRAINT pk_notice PRIMARY KEY (id),
        CONSTRAINT uq_notice_letter_id UNIQUE (letter_id),
        CONSTRAINT fk_notice_request_id FOREIGN KEY(request_id) REFERENCES request (id),
        CONSTRAINT fk_notice_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_notice_request_id ON notice (request_id)
    """,
    """
    CREATE TRIGGER journal_no_update
    BEFORE UPDATE ON journal
    BEGIN
        SELECT RAISE(ABORT, 'journal entries never change');
    END
    """,
    """
    CREATE TRIGGER journal_no_delete
    BEFORE DELETE ON journal
    BEGIN
        SELECT RAISE(ABORT, 'journal entries never go');
    END
    """,
    """
    CREATE TRIGGER journal_head_no_delete
    BEFORE DELETE ON journal_head
    BEGIN
        SELECT RAISE(ABORT, 'journal entries never go');
    END
    """,
    """
    CREATE TRIGGER request_no_delete
    BEFORE DELETE ON request
    BEGIN
        SELECT RAISE(ABORT, 'requests never go');
    END
    """,
    """
    CREATE TRIGGER request_reference
    BEFORE UPDATE OF id, year, number, reference ON request
    BEGIN
        SELECT RAISE(ABORT, 'references never change');
    END
    """,
    """
    CREATE TRIGGER document_no_update
    BEFORE UPDATE ON document
    BEGIN
        SELECT RAISE(ABORT, 'served files never change');
    END
    """,
    """
    CREATE TRIGGER document_no_delete
    BEFORE DELETE ON document
    BEGIN
        SELECT RAISE(ABORT, 'served files never go');
    END
    """,
    """
    CREATE TRIGGER document_piece_no_update
    BEFORE UPDATE ON document_piece
    BEGIN
        SELECT RAISE(ABORT, 'served files never change');
    END
    """,
    """
    CREATE TRIGGER document_piece_no_delete
    BEFORE DELETE ON document_piece
    BEGIN
        SELECT RAISE(ABORT, 'served files never go');
    END
    """,
    """
    CREATE TRIGGER demand_no_delete
    BEFORE DELETE ON demand
    BEGIN
        SELECT RAISE(ABORT, 'numbers are not given again');
    END
    """,
    """
    CREATE TRIGGER determination_no_update
    BEFORE UPDATE OF id, request_id, rulebook, binding, outcome, kind, decision, reason, by, at ON
        determination
    BEGIN
        SELECT RAISE(ABORT, 'determinations never change');
    END
    """,
    """
    CREATE TRIGGER determination_no_delete
    BEFORE DELETE ON determination
    BEGIN
        SELECT RAISE(ABORT, 'determinations never go');
    END
    """,
    """
    CREATE TRIGGER letter_no_update
    BEFORE UPDATE OF id, request_id, kind, variant, language, title, "to", markdown, composed, spans,
        basis, template, state, created_at, saved_at, number, year, place, issued_at, issued_by, sha256
        ON letter WHEN old.state = 'issued'
    BEGIN
        SELECT RAISE(ABORT, 'issued letters never change');
    END
    """,
    """
    CREATE TRIGGER letter_no_delete
    BEFORE DELETE ON letter
    BEGIN
        SELECT RAISE(ABORT, 'letters never go');
    END
    """,
    """
    CREATE TRIGGER letter_piece_no_insert
    BEFORE INSERT ON letter_piece WHEN (SELECT state FROM letter WHERE id = new.letter_id) = 'issued'
    BEGIN
        SELECT RAISE(ABORT, 'issued letters never change');
    END
    """,
    """
    CREATE TRIGGER letter_piece_no_update
    BEFORE UPDATE ON letter_piece
    BEGIN
        SELECT RAISE(ABORT, 'issued letters never change');
    END
    """,
    """
    CREATE TRIGGER letter_piece_no_delete
    BEFORE DELETE ON letter_piece
    BEGIN
        SELECT RAISE(ABORT, 'issued letters never go');
    END
    """,
    """
    CREATE TRIGGER notice_no_delete
    BEFORE DELETE ON notice
    BEGIN
        SELECT RAISE(ABORT, 'notices never go');
    END
    """,
    """
    CREATE TRIGGER disclosure_no_update
    BEFORE UPDATE ON disclosure
    BEGIN
        SELECT RAISE(ABORT, 'disclosures never change');
    END
    """,
    """
    CREATE TRIGGER disclosure_no_delete
    BEFORE DELETE ON disclosure
    BEGIN
        SELECT RAISE(ABORT, 'disclosures never go');
    END
    """,
    """
    CREATE TRIGGER disclosed_file_no_update
    BEFORE UPDATE ON disclosed_file
    BEGIN
        SELECT RAISE(ABORT, 'disclosures never change');
    END
    """,
    """
    CREATE TRIGGER disclosed_file_no_delete
    BEFORE DELETE ON disclosed_file
    BEGIN
        SELECT RAISE(ABORT, 'disclosures never go');
    END
    """,
    """
    CREATE VIRTUAL TABLE search_index USING fts5(
        words, numbers, content='search_text', content_rowid='id',
        tokenize='trigram remove_diacritics 1'
    )
    """,
    """
    CREATE TRIGGER search_text_insert
    AFTER INSERT ON search_text
    BEGIN
        INSERT INTO search_index(rowid, words, numbers)
        VALUES (new.id, new.words, new.numbers);
    END
    """,
    """
    CREATE TRIGGER search_text_delete
    AFTER DELETE ON search_text
    BEGIN
        INSERT INTO search_index(search_index, rowid, words, numbers)
        VALUES ('delete', old.id, old.words, old.numbers);
    END
    """,
    """
    CREATE TRIGGER search_text_update
    AFTER UPDATE ON search_text
    BEGIN
        INSERT INTO search_index(search_index, rowid, words, numbers)
        VALUES ('delete', old.id, old.words, old.numbers);
        INSERT INTO search_index(rowid, words, numbers)
        VALUES (new.id, new.words, new.numbers);
    END
    """,
)


def upgrade() -> None:
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
