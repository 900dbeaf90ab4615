"""Printing to a PDF file and exporting: whole or not at all, off the window's thread, stopped when asked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lerdesk.base.errors import Cancelled, UserFacingError
from lerdesk.desk import letters
from lerdesk.desk.pages import Pages, RenderedPage
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.ui.jobs import Job
from lerdesk.ui.printing import _bands, ask_and_print, export_to, print_pdf, start_printing
from lerdesk.ui.shell.desk_view import DeskView
from lerdesk.ui.shell.main_window import MainWindow

OpenWindow = Callable[[Desk | None], MainWindow]
SUBPOENA = 1


def printer_to(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


@pytest.fixture
def window(answering: Desk, open_window: OpenWindow) -> MainWindow:
    return open_window(answering)


@pytest.fixture
def view(window: MainWindow) -> DeskView:
    found = window.findChild(DeskView)
    assert isinstance(found, DeskView)
    return found


@pytest.fixture
def paper(answering: Desk) -> bytes:
    made = letters.draft(answering, SUBPOENA, LetterKind.FULL)
    return letters.issue(answering, made.letter_id).pdf


def sizes_of(desk: Desk, pdf: bytes) -> list[tuple[int, int]]:
    pages = Pages(desk, {0: pdf})
    try:
        return [(round(wide), round(high)) for wide, high in pages.sizes(0)]
    finally:
        pages.close()


def dark_share(desk: Desk, pdf: bytes) -> float:
    pages = Pages(desk, {0: pdf})
    try:
        shown = pages.render(0, 1, 0.5, 0)
    finally:
        pages.close()
    return sum(value < 100 for value in shown.data) / len(shown.data)


def test_every_page_is_printed_in_its_own_size_with_its_ink(
    qtbot: QtBot, window: MainWindow, view: DeskView, answering: Desk, paper: bytes, tmp_path: Path
) -> None:
    out = tmp_path / "printed.pdf"
    start_printing(view, view.context, "L-1", lambda: paper, printer_to(out))
    qtbot.waitUntil(lambda: window.idle, timeout=30_000)
    printed = out.read_bytes()
    assert sizes_of(answering, printed) == sizes_of(answering, paper)
    assert dark_share(answering, printed) == pytest.approx(dark_share(answering, paper), abs=0.01)
    assert "printed to" in view.messages.words()


def test_a_page_is_parted_between_its_lines_of_words() -> None:
    white, ink = b"\xff" * 40, bytes(range(40))
    rows = [white] * 30 + ([ink, white, ink, bytes(40)] * 10 + [white] * 12) * 8
    bands = _bands(RenderedPage(10, len(rows), 40, b"".join(rows)))
    assert len(bands) > 3
    assert [first for first, _ in bands[1:]] == [end for _, end in bands[:-1]]
    assert (bands[0][0], bands[-1][1]) == (0, len(rows))
    for first, _ in bands[1:]:
        assert rows[first - 1] == rows[first] == white


def test_a_page_without_a_gap_stays_whole() -> None:
    rows = [bytes([row % 7]) * 40 for row in range(500)]
    assert _bands(RenderedPage(10, 500, 40, b"".join(rows))) == [(0, 500)]


def test_the_range_that_was_asked_for_is_printed(
    qtbot: QtBot, view: DeskView, answering: Desk, paper: bytes, tmp_path: Path
) -> None:
    out = tmp_path / "one.pdf"
    printer = printer_to(out)
    printer.setFromTo(1, 1)
    assert print_pdf(answering, paper, printer, Job("Printing", lambda _job: None)) == 1
    assert len(sizes_of(answering, out.read_bytes())) == 1


def test_a_job_that_is_stopped_prints_no_page(
    view: DeskView, answering: Desk, paper: bytes, tmp_path: Path
) -> None:
    job = Job("Printing", lambda _job: None)
    job.cancel()
    with pytest.raises(Cancelled):
        print_pdf(answering, paper, printer_to(tmp_path / "stopped.pdf"), job)


def test_a_file_that_cannot_be_written_is_told_in_one_sentence(
    view: DeskView, answering: Desk, paper: bytes, tmp_path: Path
) -> None:
    job = Job("Printing", lambda _job: None)
    with pytest.raises(UserFacingError, match="takes no pages"):
        print_pdf(answering, paper, printer_to(tmp_path / "no" / "such" / "place.pdf"), job)


def test_the_dialog_asks_and_leaving_it_prints_nothing(
    qtbot: QtBot, window: MainWindow, view: DeskView, tmp_path: Path
) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"")
        return b""

    dialog = ask_and_print(view, view.context, "L-1", make)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert not made


def test_an_export_is_written_whole(
    qtbot: QtBot, window: MainWindow, view: DeskView, tmp_path: Path
) -> None:
    out = tmp_path / "letter.pdf"
    out.write_bytes(b"older")
    export_to(view, view.context, out, lambda: b"%PDF new")
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert out.read_bytes() == b"%PDF new"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["letter.pdf"]
    assert "Exported to" in view.messages.words()


def test_an_export_that_fails_leaves_what_was_there(
    qtbot: QtBot, window: MainWindow, view: DeskView, tmp_path: Path
) -> None:
    def make() -> bytes:
        raise UserFacingError("It cannot be set.", "", "")

    out = tmp_path / "letter.pdf"
    out.write_bytes(b"older")
    export_to(view, view.context, out, make)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert out.read_bytes() == b"older"
    assert "It cannot be set." in view.messages.words()


def test_the_dialogs_parent_is_the_window(qtbot: QtBot, window: MainWindow, view: DeskView) -> None:
    dialog = ask_and_print(view, view.context, "L-1", lambda: b"")
    parent = dialog.parentWidget()
    assert isinstance(parent, QWidget)
    assert parent is view.window()
    dialog.reject()
