"""Printing and exporting of papers. Pages are rendered by the confined reader and painted off the window's thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.base.files import write_beside
from lerdesk.desk.pages import Pages, RenderedPage
from lerdesk.desk.session import Desk
from lerdesk.ui.files import choose_place_to_save
from lerdesk.ui.jobs import Job
from lerdesk.ui.shell.place import Context

#: dots an inch: finer than this a letter does not look any better
_DOTS = 300
#: rows of dots that are handed to the printer at once, if they can be parted: while it takes them Qt lets no other
#: thread on, the window's neither
_BAND = 100
#: rows that are all alike, as between two lines of words: parted there, no seam is seen in any viewer
_ALIKE = 6


def ask_and_print(
    parent: QWidget, context: Context, name: str, make: Callable[[], bytes]
) -> QPrintDialog:
    """Let a person choose a printer in Qt's own dialog, then print; progress and cancel stand in the status line.

    Args:
        parent: whose window the dialog belongs to; errors go to its message bar.
        context: the place's.
        name: of the paper: "L-2026-000655-partial".
        make: gives the PDF; called off the window's thread.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent.window())
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    dialog.accepted.connect(lambda: start_printing(parent, context, name, make, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.finished.connect(
        parent.window().activateWindow
    )  # not every system gives it back by itself
    QDialog.open(dialog)  # the print dialog's own ``open`` asks for a receiver
    return dialog


def start_printing(
    parent: QWidget,
    context: Context,
    name: str,
    make: Callable[[], bytes],
    printer: QPrinter,
) -> Job:
    """Print on ``printer`` without asking; says so when it is done."""

    def work(job: Job) -> int:
        return print_pdf(context.desk, make(), printer, job)

    def done(pages: int) -> None:
        count = "1 page" if pages == 1 else f"{pages} pages"
        where = printer.outputFileName()
        whither = f"to {where}" if where else f"on {printer.printerName()}"
        context.tell(f"{name}: {count} printed {whither}.")

    return context.jobs.long(
        work,
        parent,
        f"Printing {name}",
        done,
        context.tell,
        on_cancel=lambda: context.tell(f"Printing {name} was stopped."),
    )


def print_pdf(desk: Desk, pdf: bytes, printer: QPrinter, job: Job) -> int:
    """Paint the pages of a PDF on a printer, one after another.

    Returns:
        How many pages were printed.

    Raises:
        UserFacingError: the printer or the file that it writes to cannot be used.
        Cancelled: a person stopped it; what was begun is given up.
    """
    pages = Pages(desk, {0: pdf})
    try:
        sizes = pages.sizes(0)
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or len(sizes), len(sizes))
        if first > last:
            raise UserFacingError(f"There is no page {first}; the paper has {len(sizes)}.")
        _set_sheet(printer, sizes[first - 1])
        painter = QPainter()
        if not painter.begin(printer):
            raise UserFacingError(
                f"{printer.outputFileName() or printer.printerName() or 'The printer'} takes no pages.",
                "Nothing was printed.",
                "Choose another printer or file.",
            )
        try:
            for number in range(first, last + 1):
                job.progress(number - first, last - first + 1)
                job.check()
                if number > first:
                    _set_sheet(printer, sizes[number - 1])
                    printer.newPage()
                dots = min(printer.resolution(), _DOTS)
                _paint(painter, printer, pages.render(0, number, dots / 72, 0))
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
        return last - first + 1
    finally:
        pages.close()


def _set_sheet(printer: QPrinter, size: tuple[float, float]) -> None:
    """The sheet that the page was set for, to its very edge."""
    wide = size[0] > size[1]
    upright = QSizeF(min(size), max(size))
    sheet = QPageSize(
        upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    )
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(sheet, way, QMarginsF(0, 0, 0, 0)))


def _paint(painter: QPainter, printer: QPrinter, page: RenderedPage) -> None:
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    scale = min(sheet.width() / page.width, sheet.height() / page.height)
    left = (sheet.width() - page.width * scale) / 2
    top = (sheet.height() - page.height * scale) / 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for first, end in _bands(page):
        rows = end - first
        part = page.data[first * page.stride : end * page.stride]
        image = QImage(part, page.width, rows, page.stride, QImage.Format.Format_RGB32)
        at = QRectF(left, top + first * scale, page.width * scale, rows * scale)
        painter.drawImage(at, image, QRectF(image.rect()))


def _bands(page: RenderedPage) -> list[tuple[int, int]]:
    """First row and end of each part of the page, from top to bottom."""
    data, stride = page.data, page.stride
    cuts, alike, above = [0], 0, b""
    for row in range(page.height):
        here = data[row * stride : (row + 1) * stride]
        alike = alike + 1 if here == above else 0
        if alike >= _ALIKE and row - cuts[-1] >= _BAND:
            cuts.append(row - _ALIKE // 2)
            alike = 0
        above = here
    return list(zip(cuts, [*cuts[1:], page.height], strict=True))


def ask_and_export(
    parent: QWidget, context: Context, title: str, name: str, make: Callable[[], bytes]
) -> QFileDialog:
    """Let a person choose a file and write it whole or not at all.

    Args:
        parent: whose window the dialog belongs to.
        context: the place's.
        title: of the dialog: "Export the letter".
        name: proposed, with its ending.
        make: gives the bytes; called off the window's thread.
    """
    return choose_place_to_save(
        parent,
        title,
        name,
        context.settings,
        lambda path: export_to(parent, context, path, make),
    )


def export_to(parent: QWidget, context: Context, path: Path, make: Callable[[], bytes]) -> None:
    """Write an export without asking; says where it lies when it is done."""

    def work() -> None:
        write_beside(path, make())

    context.jobs.work(work, parent, lambda _none: context.tell(f"Exported to {path}."))
