"""``lerdesk demo``: a fresh store of samples, the whole main job, its papers, report and pictures."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click

from lerdesk.base import display
from lerdesk.base.errors import UserFacingError
from lerdesk.base.files import write_beside
from lerdesk.base.folders import Folders, folders
from lerdesk.cli.opening import PASSPHRASE, given_passphrase
from lerdesk.cli.steps import Steps
from lerdesk.desk import letters, reports
from lerdesk.desk.sample.folder import clear
from lerdesk.desk.sample.making import DAY, SECOND_PASSPHRASE, make
from lerdesk.desk.sample.making import PASSPHRASE as OPEN_PASSPHRASE
from lerdesk.desk.summary import request_json
from lerdesk.domain.half_year import HalfYear


@click.command("demo")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Where."
)
@click.option("--no-window", is_flag=True, help="Do not open the window at the end.")
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=f"The reviewer's passphrase; else {PASSPHRASE}, else \u201c{OPEN_PASSPHRASE}\u201d.",
)
def command(out: Path | None, no_window: bool, passphrase_file: Path | None) -> None:
    """Take the sample papers through the whole main job, then open the window on them."""
    places = folders()
    folder = (out or places.demo).expanduser().absolute()
    given = given_passphrase(passphrase_file)
    clear(folder)
    passphrase = given or OPEN_PASSPHRASE
    with Steps() as steps:
        _papers(folder, places, passphrase, steps)
        _pictures(folder, passphrase, steps)
    _tell(folder, given)
    if not no_window and _has_display():
        subprocess.run(
            [*_program(), "--store", str(folder / "store")], check=False, env=_environment()
        )


def _papers(folder: Path, places: Folders, passphrase: str, steps: Steps) -> None:
    """Play the stories, then write what went out, the report and the summary."""
    sample = make(
        folder / "store",
        places,
        passphrase,
        progress=lambda done, whole, name: steps.show(
            "Playing the weeks before", done, whole, name
        ),
    )
    try:
        for paper in letters.issued_papers(sample.desk):
            write_beside(folder / "letters" / paper.file_name, paper.pdf)
        period = HalfYear.of(DAY.date())
        write_beside(folder / "reports" / f"{period.text}.pdf", reports.pdf(sample.desk, period))
        table = reports.csv(sample.desk, period).encode()
        write_beside(folder / "reports" / f"{period.text}.csv", table)
        rows = [request_json(sample.desk, each) for each in sample.requests.values()]
        for row in rows:
            steps.say(f"{row['file']}: {row['reference']}, {row['status']}")
        summary = {"format": 1, "samples": rows}
        text = json.dumps(summary, ensure_ascii=False, indent=1)
        write_beside(folder / "summary.json", text.encode())
    finally:
        sample.desk.close()


def _pictures(folder: Path, passphrase: str, steps: Steps) -> None:
    """A process of its own takes the pictures, offscreen: this one may still open a window on a display."""
    steps.show("Taking the pictures", 0, 1, "")
    environment = {
        **_environment(),
        "QT_QPA_PLATFORM": "offscreen",
        "LERDESK_NOW": DAY.isoformat(),
        PASSPHRASE: passphrase,
    }
    copy = (
        folder / "making" / "store"
    )  # looking leaves marks in a store: the demonstration's own stays as played
    shutil.copytree(folder / "store", copy)
    words = [*_program(), "--pictures", str(copy), str(folder / "screens")]
    done = _quiet([*words, "large"], {**environment, "QT_SCALE_FACTOR": "1.5"})
    if not done.returncode:
        done = _quiet(words, {**environment, "QT_SCALE_FACTOR": "1"})
    shutil.rmtree(folder / "making")
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["it ended without a word"]
        raise UserFacingError(
            f"The pictures could not be taken: {last[0]}.",
            f"Letters, report and summary lie in {folder}.",
        )
    steps.show("Taking the pictures", 1, 1, "")


def _quiet(words: list[str], environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(words, check=False, env=environment, capture_output=True, text=True)


def _program() -> list[str]:
    """How this very program is started again; a frozen one is its own interpreter."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "lerdesk"]


def _environment() -> dict[str, str]:
    kept = dict(os.environ)
    for name in (PASSPHRASE, "LERDESK_NOW"):
        with suppress(KeyError):
            del kept[name]
    return kept


def _has_display() -> bool:
    """A display that a person sees: not Qt's own platforms, under which the pictures are taken."""
    named = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return display.reachable(named)


def _tell(folder: Path, given: str | None) -> None:
    click.echo(f"Letters:  {folder / 'letters'}")
    click.echo(f"Report:   {folder / 'reports'}")
    click.echo(f"Pictures: {folder / 'screens'}")
    click.echo(f"Summary:  {folder / 'summary.json'}")
    click.echo(f"Store:    {folder / 'store'}")
    if given is None:
        click.echo(f"It opens with \u201c{OPEN_PASSPHRASE}\u201d;", nl=False)
    else:
        click.echo("It opens with the passphrase given;", nl=False)
    click.echo(f" its second person approves with \u201c{SECOND_PASSPHRASE}\u201d.")
