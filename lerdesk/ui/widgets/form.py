"""A form: one edge for all labels, one for all fields, a quiet line of help or an error below a field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets.labels import GroupHead, Label, SignLabel


class Form(QWidget):
    """Rows of a label and its field. A field's label is its buddy and its accessible name."""

    def __init__(
        self, parent: QWidget | None = None, *, label_width: int = metrics.FORM_LABEL
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(metrics.S3)
        self._grid.setVerticalSpacing(metrics.S3)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)
        self._errors: dict[QWidget, SignLabel] = {}

    def head(self, words: str) -> GroupHead:
        """The head of the rows that follow."""
        made = GroupHead(words)
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, metrics.S2)
            row += 1
        self._grid.addWidget(made, row, 0, 1, 2)
        return made

    def row(self, label: str, field: QWidget, help_words: str = "", *, wide: bool = False) -> None:
        """Add a field with its label.

        Args:
            label: its words; also the field's accessible name where it has none.
            field: any widget; one of the window's fields, or several in a ``beside``.
            help_words: a quiet line below.
            wide: the field takes all the room; else it keeps its own width.
        """
        name = Label(label)
        name.setBuddy(field)
        name.setFixedHeight(metrics.CONTROL)
        if not field.accessibleName():
            field.setAccessibleName(label)
        column = QVBoxLayout()
        column.setSpacing(2)
        if isinstance(field, Label):
            column.addSpacing(
                (metrics.CONTROL - metrics.LINE) // 2
            )  # words stand level with their label
        column.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        if not wide:
            column.setAlignment(field, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if help_words:
            help_label = Label(help_words, quiet=True, wrap=True)
            field.setAccessibleDescription(help_words)
            column.addWidget(help_label)
        error = SignLabel("triangle", "", "late")
        error.hide()
        column.addWidget(error)
        self._errors[field] = error
        row = self._grid.rowCount()
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(column, row, 1)

    def under(self, widget: QWidget) -> None:
        """Add something that has no label, on the fields' edge."""
        self._grid.addWidget(widget, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)

    def refuse(self, field: QWidget | None, why: str) -> None:
        """Say beside a field why its value is refused; empty words take it back."""
        if field is None:
            return
        error = self._errors[field]
        error.set_words(why)
        error.setVisible(bool(why))
        if hasattr(field, "set_wrong"):
            field.set_wrong(bool(why))


def beside(*widgets: QWidget, stretch: bool = True) -> QWidget:
    """Several widgets in a row, 8 apart, as one."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics.S2)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    box.setFocusProxy(widgets[0])
    return box
