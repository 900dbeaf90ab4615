"""How wide the current demand is: tests of overbreadth, what is special about its data, why it is compelled or not."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lerdesk.base.written import sentence_start
from lerdesk.desk.review import DemandView, FactorView, FlagView
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.demands import wide
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import GroupHead, Label, Link, painting
from lerdesk.ui.widgets.tips import tip

_COMPELLED = {"y": ("check", "good"), "n": ("cross", "late")}


class _Sign(QWidget):
    """A sign beside a sentence that may take several lines."""

    def __init__(self, sign: str, token: str) -> None:
        self._sign, self._token = sign, token
        super().__init__()
        self.setFixedSize(metrics.SIGN + 2, metrics.LINE)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign alone; the sentence says it in words."""
        del event
        with painting(self) as painter:
            theme().paint_sign(painter, QRectF(self.rect()), self._sign, self._token)


class WidthPane(QWidget):
    """What words and facts show comes first; what only a person can see opens below it.

    Signals:
        offer_taken: a test's offer is wanted as the reason.
        grown: it became higher or lower.
    """

    offer_taken = Signal(str)
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: DemandView | None = None
        self._open = False
        self.head = GroupHead("")
        self.add = Link("Add a demand that was not read")
        self.more = Link("What only a person can see")
        self.more.clicked.connect(self._toggle)
        top = QHBoxLayout()
        top.addWidget(self.head)
        top.addStretch(1)
        top.addWidget(self.add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.EDGE, 4, metrics.EDGE, 12)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(self._lines)
        column.addWidget(self.more)
        column.addLayout(self._asked)
        column.addStretch(1)

    def show_demand(self, view: DemandView | None) -> None:
        """Show it; nothing is made anew for the same one."""
        if view == self._view:
            return
        self._view = view
        _empty(self._lines)
        if view is None:
            self.head.setText("")
            self._show_asked()
            return
        number = view.demand.number
        head = f"How wide is item {number}?" if wide(view) else f"Item {number}"
        self.head.setText(f"{head} A senior reviewer looks at it." if view.senior else head)
        for factor in view.factors:
            if factor.proposed:
                self._factor(self._lines, factor, "triangle", "warning")
        for flag in view.flags:
            self._flag(flag)
        if view.reason:
            sign, token = _COMPELLED.get(view.compelled[:1].casefold(), ("diamond", "warning"))
            named = view.compelled_rule
            rule = named if named.startswith("note ") else named.split(" ", 1)[0]
            told = any(each.proposed and each.id == rule for each in view.factors)
            law = "" if told else " · ".join(part for part in (view.citation, view.law) if part)
            self._line(self._lines, sign, token, "", view.reason, law, rule)
        self._show_asked()

    def _toggle(self) -> None:
        self._open = not self._open
        self._show_asked()
        self.grown.emit()

    def _show_asked(self) -> None:
        _empty(self._asked)
        asked = [each for each in self._view.factors if not each.proposed] if self._view else []
        self.more.setVisible(bool(asked))
        words = "Hide what only a person can see" if self._open else "What only a person can see"
        self.more.setText(f"{words} ({len(asked)})")
        self.more.updateGeometry()
        for factor in asked if self._open else ():
            self._factor(self._asked, factor, "open", "quiet")

    def _factor(self, into: QVBoxLayout, factor: FactorView, sign: str, token: str) -> None:
        law = f"{sentence_start(factor.severity)} · {factor.citation} · {factor.law}"
        use = None
        if factor.offer:
            use = Link("Use as reason")
            use.setAccessibleName(f"Use as reason: {factor.offer}")
            use.setToolTip(tip(factor.offer))
            use.clicked.connect(partial(self.offer_taken.emit, factor.offer))
        self._line(into, sign, token, factor.name, factor.why, law, factor.id, use)

    def _flag(self, flag: FlagView) -> None:
        law = f"{sentence_start(flag.citation)} · {flag.law}"
        self._line(self._lines, "diamond", "warning", flag.name, flag.follows, law, "")

    def _line(
        self,
        into: QVBoxLayout,
        sign: str,
        token: str,
        name: str,
        words: str,
        law: str,
        rule: str,
        use: Link | None = None,
    ) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(_Sign(sign, token), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        if name:
            said.addWidget(Label(name, weight=500, wrap=True))
        said.addWidget(Label(words, wrap=True))
        if law:
            said.addWidget(Label(law, quiet=True, wrap=True))
        line.addLayout(said, 1)
        side = QVBoxLayout()
        side.setSpacing(0)
        if rule:
            side.addWidget(Label(f"Rule {rule}", quiet=True), 0, Qt.AlignmentFlag.AlignRight)
        if use is not None:
            side.addWidget(use, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        line.addLayout(side)
        into.addWidget(row)
        row.show()  # a row that was never shown takes no height


def _empty(lines: QVBoxLayout) -> None:
    while lines.count():
        item = lines.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
