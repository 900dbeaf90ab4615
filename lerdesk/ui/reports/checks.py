"""What was checked of the figures, each in words with its sign."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lerdesk.desk.report_values import Check
from lerdesk.ui.letters.parts import Sign
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Label


class Checks(QWidget):
    """The list of checks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self.head = Label("Checks", weight=600)
        self.count = Label("", quiet=True)
        first = QHBoxLayout()
        first.setSpacing(metrics.S2)
        first.addWidget(self.head)
        first.addWidget(self.count, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(metrics.EDGE, 10, metrics.EDGE, metrics.S3)
        self._column.setSpacing(metrics.S2)
        self._column.addLayout(first)

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show these."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_row(check) for check in checks]
        for row in self._rows:
            self._column.addWidget(row)
        hold = sum(check.holds for check in checks)
        failed = len(checks) - hold
        self.count.setText(f"{hold} hold" + (f", {failed} do not" if failed else ""))


def _row(check: Check) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(metrics.S3)
    sign = Sign()
    sign.set_sign("check" if check.holds else "triangle", "good" if check.holds else "late")
    words = Label(check.words if check.holds else f"Does not hold: {check.words}", wrap=True)
    words.setAccessibleName(f"{'Holds' if check.holds else 'Does not hold'}: {check.words}")
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return box
