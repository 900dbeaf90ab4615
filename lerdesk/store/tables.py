"""Every table of the store. The migrations make the same schema: a test compares the two."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import REAL

from lerdesk.store.columns import Day, Json, Moment, Place

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *items: SchemaItem) -> Table:
    return Table(name, metadata, *items, sqlite_strict=True)


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _yes_no(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN (0, 1)", name=column)


def _of_request(*, nullable: bool = False) -> Column[int]:
    return Column("request_id", Integer, ForeignKey("request.id"), nullable=nullable)


organisation = _table(
    "organisation",
    Column("id", Integer, primary_key=True),
    Column("company", Text, nullable=False),
    Column("lines", Json, nullable=False),
    Column("department", Text, nullable=False),
    Column("telephone", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("footer", Text, nullable=False),
    Column("logo", LargeBinary),
    Column("zone", Text, nullable=False),
    Column("company_state", Text),
    Column("page", Text, nullable=False),
    Column("policy", Text, nullable=False),
    CheckConstraint("id = 1", name="one"),
)

person = _table(
    "person",
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
)

FLAGS = (
    "suspected_fake",
    "consent",
    "illegal_use",
    "safety_risk",
    "account_compromised",
    "enterprise_tenant",
)

# The columns from ``status`` on are an index for the inbox: the desk works them out from the records.
request = _table(
    "request",
    Column("id", Integer, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("reference", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("served_on", Day),
    Column("channel", Text, nullable=False),
    Column("entity_in", Text, nullable=False),
    Column("opened_at", Moment),
    Column("closed_at", Moment),
    *(Column(flag, Integer, nullable=False, server_default=text("0")) for flag in FLAGS),
    Column("status", Text, nullable=False, server_default="new"),
    Column("process", Text),
    Column("process_words", Text, nullable=False, server_default=""),
    Column("agency", Text, nullable=False, server_default=""),
    Column("case_number", Text, nullable=False, server_default=""),
    Column("targets", Integer, nullable=False, server_default=text("0")),
    Column("due", Text, nullable=False, server_default=""),
    Column("due_order", Text, nullable=False, server_default="9999"),
    Column("step", Text, nullable=False, server_default=""),
    Column("place", Text, nullable=False, server_default=""),
    Column("target", Text, nullable=False, server_default=""),
    Column("waits", Text, nullable=False, server_default=""),
    UniqueConstraint("year", "number"),
    UniqueConstraint("reference"),
    *(_yes_no(flag) for flag in FLAGS),
    _one_of(
        "status",
        "new",
        "review",
        "approval",
        "notice",
        "waiting",
        "answer",
        "disclose",
        "silent",
        "closed",
    ),
    _one_of("waits", "", "notice", "letter"),
    Index(None, "due_order", "id", "status", "opened_at", "waits"),
    Index(None, "agency", "due_order", "id", "status"),
    Index(None, "process_words", "due_order", "id", "status"),
    Index(None, "received_at"),
)

request_words = _table(
    "request_words",
    Column("request_id", Integer, ForeignKey("request.id"), primary_key=True),
    Column("words", Text, nullable=False),
)

document = _table(
    "document",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("page_sizes", Json, nullable=False),
    Column("text_sources", Json, nullable=False),
    Column("warnings", Json, nullable=False),
    Column("error", Text),
    Index(None, "request_id"),
    Index(None, "sha256"),
)

document_piece = _table(
    "document_piece",
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    PrimaryKeyConstraint("document_id", "position"),
)

fact = _table(
    "fact",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("document_id", Integer, ForeignKey("document.id")),
    Column("field", Text, nullable=False),
    Column("value", Json, nullable=False),
    Column("state", Text, nullable=False),
    Column("evidence", Place),
    Column("confidence", REAL, nullable=False),
    Column("read_value", Json, nullable=False),
    Column("by", Text),
    Column("at", Moment),
    # what the same account or case in another request would be found by; empty where it ties nothing
    Column("tie", Text, nullable=False),
    _one_of("state", "proposed", "confirmed", "corrected", "assigned", "dismissed"),
    Index(None, "request_id"),
    Index(None, "tie", "request_id", sqlite_where=text("tie <> ''")),
    # all that the quick filter asks of who asks; one of every field would be taken where request_id is better
    Index(None, "state", "value", "request_id", sqlite_where=text("field = 'requester'")),
)

answer = _table(
    "answer",
    _of_request(),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("request_id", "question"),
    _one_of("answer", "yes", "no", "unclear", "na"),
)

demand = _table(
    "demand",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("number", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("category", Text),
    Column("targets", Json, nullable=False),
    Column("period_from", Day),
    Column("period_to", Day),
    Column("identified", Integer, nullable=False),
    Column("document_id", Integer, ForeignKey("document.id")),
    Column("evidence", Place),
    Column("decision", Text),
    Column("narrowed_from", Day),
    Column("narrowed_to", Day),
    Column("reason", Text, nullable=False),
    Column("by", Text),
    Column("at", Moment),
    Column("removed", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("request_id", "number"),
    _yes_no("identified"),
    _yes_no("removed"),
    _one_of("decision", "produce", "narrow", "object", "nothing_held"),
)

determination = _table(
    "determination",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("rulebook", Text, nullable=False),
    Column("binding", Text, nullable=False),
    Column("outcome", Text),
    Column("kind", Text, nullable=False),
    Column("decision", Json, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("revoked_at", Moment),
    _one_of("binding", "yes", "no"),
    _one_of("outcome", "full", "partial", "none"),
    Index(None, "request_id"),
)

approval = _table(
    "approval",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("kind", Text, nullable=False),
    Column("ground", Text, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("state", Text, nullable=False),
    Column("answered_by", Text),
    Column("answered_at", Moment),
    Column("answer_reason", Text, nullable=False),
    _one_of("state", "waiting", "approved", "declined"),
    Index(None, "request_id"),
)

letter = _table(
    "letter",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("kind", Text, nullable=False),
    Column("variant", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("to", Text, nullable=False),
    Column("markdown", Text, nullable=False),
    Column("composed", Text, nullable=False),
    Column("spans", Json, nullable=False),
    Column("basis", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("number", Text),
    Column("year", Integer),
    Column("place", Integer),
    Column("issued_at", Moment),
    Column("issued_by", Text),
    Column("sha256", Text),
    Column("delivered_on", Day),
    Column("delivered_means", Text),
    UniqueConstraint("number"),
    UniqueConstraint("year", "place"),
    _one_of("state", "draft", "issued", "discarded"),
    CheckConstraint("(state = 'issued') = (number IS NOT NULL)", name="numbered"),
    Index(None, "request_id"),
    Index(None, "state", "issued_at"),
)

letter_piece = _table(
    "letter_piece",
    Column("letter_id", Integer, ForeignKey("letter.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    PrimaryKeyConstraint("letter_id", "position"),
)

# a letter that corrects an issued one, or adds to it, names it
letter_earlier = _table(
    "letter_earlier",
    Column("letter_id", Integer, ForeignKey("letter.id"), primary_key=True),
    Column("earlier_id", Integer, ForeignKey("letter.id"), nullable=False),
    Column("purpose", Text, nullable=False),
    _one_of("purpose", "correction", "further"),
)

notice = _table(
    "notice",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("letter_id", Integer, ForeignKey("letter.id"), nullable=False),
    Column("outcome", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("means", Text, nullable=False),
    Column("sent_at", Moment, nullable=False),
    Column("release_on", Day),
    Column("came_back_on", Day),
    Column("came_back_why", Text, nullable=False),
    UniqueConstraint("letter_id"),
    Index(None, "request_id"),
)

disclosure = _table(
    "disclosure",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("at", Moment, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("means", Text, nullable=False),
    Column("by", Text, nullable=False),
    Index(None, "request_id"),
)

disclosed_file = _table(
    "disclosed_file",
    Column("disclosure_id", Integer, ForeignKey("disclosure.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("demand_number", Integer, nullable=False),
    PrimaryKeyConstraint("disclosure_id", "position"),
)

# what was typed into a field of a request's papers, or of the settings (no request), and not yet taken
typed = _table(
    "typed",
    Column("id", Integer, primary_key=True),
    _of_request(nullable=True),
    Column("field", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "request_id", "field"),
)

undo = _table(
    "undo",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("restore", Json, nullable=False),
    Index(None, "request_id", "person_id"),
)

search_text = _table(
    "search_text",
    Column("id", Integer, primary_key=True),
    _of_request(),
    Column("source", Text, nullable=False),
    Column("source_id", Integer, nullable=False),
    Column("page", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("words", Text, nullable=False),
    # numbers of the words without their dashes, spaces and brackets
    Column("numbers", Text, nullable=False),
    _one_of("source", "document", "fact", "letter", "request"),
    Index(None, "source", "source_id"),
)

journal = _table(
    "journal",
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor_id", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    _of_request(nullable=True),
    Column("words", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "request_id", "number"),
)

journal_head = _table(
    "journal_head",
    Column("id", Integer, primary_key=True),
    Column("entries", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    CheckConstraint("id = 1", name="one"),
)
