"""Above the text: to whom, in which language, when it may and must go; and what stands in the way of issuing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lerdesk.base.written import sentence_start
from lerdesk.desk.letters import DraftView
from lerdesk.desk.session import Step
from lerdesk.desk.views import Blocking
from lerdesk.ui.letters.parts import Lined, Sign
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Label, Link

_LABELS = 76
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Terms(Lined):
    """The letter's terms, one a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(metrics.EDGE, 9, metrics.EDGE, 10)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(0, _LABELS)
        self._grid.setColumnStretch(2, 1)
        self._rows: dict[str, tuple[Label, Sign, Label]] = {}
        for number, name in enumerate(("To", "Language", "May go", "Must go")):
            label = Label(name, quiet=True, wrap=True)
            words = Label("", wrap=True)
            sign = Sign(metrics.SIGN + metrics.S2)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label, number, 0, top)
            self._grid.addWidget(sign, number, 1, top)
            self._grid.addWidget(words, number, 2, top)
            self._rows[name] = (label, sign, words)
        self._grid.setColumnMinimumWidth(1, 0)

    def show_view(self, view: DraftView) -> None:
        """Show the terms of this letter."""
        issued = view.issued_at is not None
        self._set("To", view.to)
        self._set("Language", view.language)
        blocked = any(each.rule not in {"draft", "template"} for each in view.blocking)
        good = ("", "") if issued else ("triangle", "warning") if blocked else ("check", "good")
        self._set("May go", "" if issued else view.may_go, *good)
        pressing = view.due.urgency in {"late", "hours", "today"}
        self._set("Must go", view.must_go, "diamond" if pressing else "", "warning")

    def words(self, name: str) -> str:
        """What a term says."""
        return self._rows[name][2].text()

    def _set(self, name: str, words: str, sign: str = "", token: str = "text") -> None:
        label, mark, value = self._rows[name]
        value.setText(words)
        value.setAccessibleName(f"{name}: {words}")
        mark.set_sign(sign, token)
        label.setVisible(bool(words))
        value.setVisible(bool(words))
        mark.setVisible(bool(words) and bool(sign))


class _Row(QWidget):
    def __init__(self, each: Blocking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 0, 0)
        row.setSpacing(metrics.S3)
        words = Label(each.words, wrap=True)
        rule = Label(_rule_words(each.rule), quiet=True)
        rule.setMinimumWidth(rule.sizeHint().width())
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(words, 1, top)
        row.addWidget(rule, 0, top)
        self.links: list[tuple[Link, Step]] = []
        for step in (each.mend, each.other):
            if step is not None:
                link = Link(step.words)
                link.setAccessibleName(f"{step.words}: {each.words}")
                row.addWidget(link, 0, top)
                self.links.append((link, step))


class BlockingList(Lined):
    """What stands in the way, each with a link to where it is mended; hidden while nothing does.

    Signals:
        mend_asked: the ``Step`` of the link that was pressed.
    """

    mend_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown: tuple[Blocking, ...] = ()
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(metrics.EDGE, 9, metrics.EDGE, 10)
        self._column.setSpacing(5)
        self.head = Label("", weight=600)
        sign = Sign()
        sign.set_sign("triangle", "warning")
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(sign)
        first.addWidget(self.head, 1)
        self._column.addLayout(first)
        self._rows: list[_Row] = []
        self.hide()

    @property
    def links(self) -> list[Link]:
        """The links, in order."""
        return [link for row in self._rows for link, _step in row.links]

    def show_blocking(self, blocking: tuple[Blocking, ...]) -> None:
        """Show these; the same again leaves the keyboard where it is."""
        if blocking == self._shown:
            return
        self._shown = blocking
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Row(each) for each in blocking]
        for row in self._rows:
            self._column.addWidget(row)
            for link, step in row.links:
                link.clicked.connect(lambda _=False, step=step: self._ask(step))
        count = len(blocking)
        number = _COUNTS[count].capitalize() if count < len(_COUNTS) else str(count)
        things = "thing stands" if count == 1 else "things stand"
        self.head.setText(f"{number} {things} in the way of issuing")
        self.setVisible(bool(blocking))

    def _ask(self, step: Step) -> None:
        self.mend_asked.emit(step)


def _rule_words(rule: str) -> str:
    return {"draft": "", "template": "", "letterhead": "", "determination": "", "issued": ""}.get(
        rule, sentence_start(rule)
    )
