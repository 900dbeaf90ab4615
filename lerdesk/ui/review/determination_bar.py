"""The bar below the tabs that never scrolls away: outcome, why, what is missing, and one button."""

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lerdesk.desk.review import DeterminationView
from lerdesk.desk.session import Place, Step
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.binding_line import BindingLine
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import Button, Label, Link, SignLabel, paint, painting
from lerdesk.ui.widgets.tips import tip

BINDING = "binding"
_NEXT = {
    Place.FACTS: "Next open fact",
    Place.VALIDITY: "Next open question",
    Place.SCOPE: "Next open item",
}


class DeterminationBar(QWidget):
    """Plain widgets, outside every scroll area.

    Signals:
        step_asked: a ``Step``: a missing thing's link, or the button's.
        binding_given: a person's own word, "yes" or "no", with its reason.
    """

    step_asked = Signal(object)
    binding_given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Determination")
        self._action: Step | None = None
        self._steps: tuple[Step, ...] = ()
        self._shown_links = 0
        self.heading = Label("Not decided yet", scale=1.2, weight=600)
        self.sentence = Label("", wrap=True)
        self.recorded = SignLabel("check", "Recorded", "good")
        self.recorded.hide()
        self.refused = SignLabel("triangle", "", "late")
        self.refused.hide()
        self.binding = BindingLine()
        self.binding.hide()
        self.binding.given.connect(self._on_binding)
        self.binding.left.connect(self.binding.hide)
        self._missing = QWidget()
        self._missing_row = QHBoxLayout(self._missing)
        self._missing_row.setContentsMargins(0, 0, 0, 0)
        self._missing_row.setSpacing(6)
        self.button = Button("Next", primary=True, hint="Ctrl+Enter")
        self.button.clicked.connect(self.press)
        head = QHBoxLayout()
        head.setSpacing(metrics.S3)
        head.addWidget(self.heading)
        head.addWidget(self.recorded)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self.sentence)
        words.addWidget(self._missing)
        words.addWidget(self.binding)
        words.addWidget(self.refused)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.EDGE, 12, metrics.EDGE, 12)
        row.setSpacing(metrics.S6)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(88)

    @property
    def action(self) -> Step | None:
        """What the button does."""
        return self._action

    def show_determination(self, view: DeterminationView) -> None:
        """Show it."""
        self.heading.setText(view.heading)
        self.sentence.setText(view.sentence)
        self.sentence.setVisible(bool(view.sentence))
        self.recorded.setVisible(view.recorded)
        self.refuse("")
        self._action = view.action or _next_open(view.missing)
        self.button.setVisible(self._action is not None)
        if self._action is None or self._action.target != BINDING:
            self.binding.hide()
        if self._action is not None:
            self.button.setText(self._action.words)
            self.button.setAccessibleName(self._action.words)
            self.button.updateGeometry()
        self._show_missing(view.missing)

    def refuse(self, why: str) -> None:
        """Say beside the button why it was refused."""
        self.refused.set_words(why)
        self.refused.setVisible(bool(why))

    def _show_missing(self, missing: tuple[Step, ...]) -> None:
        while self._missing_row.count():
            item = self._missing_row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._steps = missing
        self._shown_links = self._fitting(missing)
        self._missing.setVisible(bool(missing))
        if not missing:
            return
        self._missing_row.addWidget(Label("Still missing:", quiet=True))
        count = self._fitting(missing)
        shown = missing[:count]
        for number, step in enumerate(shown):
            if number:
                last = number == len(shown) - 1 and len(missing) <= count
                self._missing_row.addWidget(Label("and" if last else "·", quiet=True))
            if step.place is None:
                self._missing_row.addWidget(Label(step.words))
                continue
            link = Link(step.words)
            link.clicked.connect(lambda _=False, step=step: self.step_asked.emit(step))
            self._missing_row.addWidget(link)
        if len(missing) > count:
            more = Label(f"and {len(missing) - count} more", quiet=True)
            more.setToolTip(tip("\n".join(step.words for step in missing[count:])))
            self._missing_row.addWidget(more)
        self._missing_row.addStretch(1)

    def _fitting(self, missing: tuple[Step, ...]) -> int:
        """How many links have room beside the button, one at least."""
        room = self.width() - 2 * metrics.EDGE - self.button.sizeHint().width() - metrics.S6
        room -= round(fonts.width("Still missing:")) + 6
        wide = [round(fonts.width(step.words) + fonts.width("and")) + 12 for step in missing]
        if sum(wide) <= room:
            return len(missing)
        room -= round(fonts.width("and 9 more")) + 6
        count = 0
        while count < len(wide) and sum(wide[: count + 1]) <= room:
            count += 1
        return max(count, 1)

    def open_binding(self) -> None:
        """Go on with the reason that was being typed, where it is asked."""
        if self._action is not None and self._action.target == BINDING:
            self.binding.open()
            self.binding.reason.setFocus()

    def press(self) -> None:
        """Do what the button does."""
        if self._action is None:
            return
        if self._action.target == BINDING:
            if self.binding.isHidden():
                self.binding.open()
            elif not self.binding.accept():
                self.refuse("Say binding or not binding, and give the reason.")
            return
        self.step_asked.emit(self._action)

    def _on_binding(self, word: str, reason: str) -> None:
        self.binding_given.emit(word, reason)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Key hints go first when room is short."""
        super().resizeEvent(event)
        self.button.set_hint("Ctrl+Enter" if self.width() >= 580 else "")
        if self._fitting(self._steps) != self._shown_links:
            self._show_missing(self._steps)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """The side's ground with a line above."""
        del event
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme().color("side"))
            paint.line(painter, QPointF(0, 0), QPointF(self.width(), 0))


def _next_open(missing: tuple[Step, ...]) -> Step | None:
    """While things are missing the button goes to the first of them."""
    for step in missing:
        if step.place in _NEXT:
            return replace(step, words=_NEXT[step.place])
    return None
