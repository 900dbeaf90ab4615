"""What drops below the head of a request: its deadlines, both readings, and how each was counted."""

from PySide6.QtWidgets import QWidget

from lerdesk.base.written import sentence_start
from lerdesk.desk.review import DeadlineView
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Label, Popup

_WIDE = 460


class DeadlinesPopup(Popup):
    """Esc closes it; it is made anew each time."""

    def __init__(self, deadlines: tuple[DeadlineView, ...], parent: QWidget) -> None:
        super().__init__("Deadlines", parent)
        self.deadlines = deadlines
        self.column.setContentsMargins(*(metrics.EDGE,) * 4)
        self.column.setSpacing(2)
        for number, each in enumerate(deadlines):
            if number:
                self.column.addSpacing(metrics.S3)
            self._add(Label(each.name, weight=600))
            readings = each.readings
            self._add(Label(f"{sentence_start(readings)}", wrap=True))
            for step in each.steps:
                self._add(Label(f"{step.rstrip('.')}.", quiet=True, wrap=True))
            self._add(Label(f"{each.citation} · {each.law}", quiet=True, wrap=True))
        self.setAccessibleDescription(self.words())
        self.setFocus()

    def _add(self, label: Label) -> None:
        label.setFixedWidth(_WIDE)
        if label.wordWrap():
            label.setFixedHeight(label.heightForWidth(_WIDE))
        self.column.addWidget(label)

    def words(self) -> str:
        """All of it, for a screen reader."""
        return " ".join(
            f"{each.name}: {each.readings} {' '.join(each.steps)} {each.citation}, {each.law}."
            for each in self.deadlines
        )
