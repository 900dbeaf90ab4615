"""``lerdesk list``: the inbox as lines or JSON."""

from pathlib import Path

import click

from lerdesk.cli.json_out import echo_json
from lerdesk.cli.opening import opened, store_options
from lerdesk.desk import inbox


@click.command("list")
@store_options
@click.option(
    "--view", default="all", show_default=True, help="all, open, overdue, week, unread, closed."
)
@click.option("--filter", "words", default="", help="Such as from:fbi due:<7d process:warrant.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
def command(
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    view: str,
    words: str,
    as_json: bool,
) -> None:
    """List the requests, what is due first."""
    with opened(store, passphrase_file, rulebook) as desk:
        rows = inbox.rows(desk, inbox.ids(desk, inbox.InboxQuery(view, words)))
    if as_json:
        echo_json({"requests": [_row(row) for row in rows]})
        return
    for row in rows:
        click.echo(
            f"{row.reference}  {row.due.words:<14}  {row.process:<28}  {row.agency[:40]:<40}  {row.step.words}"
        )


def _row(row: inbox.InboxRow) -> dict[str, object]:
    return {
        "reference": row.reference,
        "status": row.status.value,
        "due": row.due.order if row.due.urgency != "none" else None,
        "due_words": row.due.words,
        "process": row.process,
        "agency": row.agency,
        "case_number": row.case_number,
        "targets": row.targets,
        "next_step": row.step.words,
        "unread": row.unread,
        "received_at": row.received_at.isoformat(),
    }
