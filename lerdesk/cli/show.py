"""``lerdesk show``: one request as lines or JSON."""

from pathlib import Path

import click

from lerdesk.cli.json_out import echo_json
from lerdesk.cli.opening import opened, request_id, store_options
from lerdesk.desk import review
from lerdesk.desk.review import RequestView
from lerdesk.desk.summary import request_json


@click.command("show")
@click.argument("reference")
@store_options
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
def command(
    reference: str,
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    as_json: bool,
) -> None:
    """Show a request: facts, questions, items, papers, history."""
    with opened(store, passphrase_file, rulebook) as desk:
        found = request_id(desk, reference)
        view = review.look(desk, found)
        if as_json:
            echo_json(request_json(desk, found))
            return
    for line in _lines(view):
        click.echo(line)


def _lines(view: RequestView) -> list[str]:
    out = [f"{view.reference}  {view.title}", f"{view.status.value}: {view.step.words}", ""]
    out += [f"  {fact.label}: {fact.words} ({fact.fact.state.value})" for fact in view.facts]
    out += ["", view.determination.heading, f"  {view.determination.sentence}", ""]
    for row in view.questions:
        answer = row.answer.value if row.answer else "open"
        out.append(f"  {row.id}  {answer:<8} {row.question}")
    out.append("")
    for each in view.demands:
        decision = each.demand.decision.value if each.demand.decision else "open"
        words = " ".join(each.demand.words.split())[:90]
        out.append(f"  {each.demand.number}  {decision:<13} {each.compelled:<16} {words}")
    out.append("")
    out += [f"  {each.number or 'draft'}  {each.words}" for each in view.papers]
    out += [f"  {each.at:%Y-%m-%d %H:%M} UTC  {each.actor}: {each.words}" for each in view.history]
    return out
