"""The head of the review place: back, reference, title, due, silence, related requests."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lerdesk.desk.review import RequestView
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.deadlines import DeadlinesPopup
from lerdesk.ui.widgets import DueLabel, Line, Link, PlaceHeader


class ReviewHeader(PlaceHeader):
    """Short where room is short.

    Signals:
        related_asked: the link to related requests.
    """

    related_asked = Signal()

    def __init__(self, back: Callable[[], None], parent: QWidget | None = None) -> None:
        self._view: RequestView | None = None
        super().__init__("", parent, back=back)
        self.related = Link("Related requests")
        self.related.clicked.connect(self.related_asked)
        self.deadlines = Link("Deadlines")
        self.deadlines.setToolTip("What falls due when, both readings, and how it was counted")
        self.deadlines.clicked.connect(self.show_deadlines)
        self.due = DueLabel("clock")
        self.silence = DueLabel("silence")
        self._line_between = Line(Qt.Orientation.Vertical, length=18)
        for widget in (self.related, self.deadlines, self.due, self._line_between, self.silence):
            self.add(widget)
            widget.hide()

    def show_request(self, view: RequestView) -> None:
        """Show it."""
        self._view = view
        self.set_title(view.reference, view.title)
        self._show()

    def show_deadlines(self) -> None:
        """Drop the list of deadlines below the link."""
        if self._view is None or not self._view.deadlines:
            return
        popup = DeadlinesPopup(self._view.deadlines, self)
        corner = self.deadlines.mapToGlobal(QPointF(0, 0))
        popup.show_below(QRectF(corner, QSizeF(self.deadlines.size())), self.window())

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.due.set_due(view.due)
        day = view.due.exact.split(" (", maxsplit=1)[0].split(",", maxsplit=1)[0]
        lead = "Due " if view.due.urgency in {"hours", "today", "soon", "later"} else ""
        if self.width() >= 1300 and day and len(day) < 28 and day not in view.due.words:
            self.due.set_words(f"{lead}{view.due.words}, {day}", view.due.exact)
        self.deadlines.setVisible(bool(view.deadlines))
        silence = view.silence or ""
        self.silence.set_words(silence)
        self._line_between.setVisible(bool(silence) and bool(view.due.words))
        count = len(view.related)
        self.related.setText(f"{count} related" if count else "")
        self.related.setAccessibleName(f"{count} related requests")
        self.related.setVisible(bool(count))
        self.related.updateGeometry()

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()
