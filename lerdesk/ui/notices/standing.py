"""A notice that is not under edit: what holds of it, why and until when, and the one thing that can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lerdesk.base.written import day_words, sentence_start
from lerdesk.desk.notices import NoticeRow, NoticeState
from lerdesk.desk.typography import cited
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Label, Link, Pair


class StandingView(QWidget):
    """Words and at most one button.

    Signals:
        draft_asked: the notice should be drafted.
        review_asked: a target in Review.
    """

    draft_asked = Signal()
    review_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.row: NoticeRow | None = None
        self._target = "determination"
        super().__init__(parent)
        self.head = Label("", scale=1.2, weight=600)
        self.line = Label("", wrap=True, weight=500)
        self.pairs = QVBoxLayout()
        self.pairs.setSpacing(metrics.S1)
        self._shown: list[Pair] = []
        self.draft = Button("Draft the notice", primary=True, hint="Enter")
        self.draft.clicked.connect(self.draft_asked)
        self.link = Link("See the determination")
        self.link.clicked.connect(lambda: self.review_asked.emit(self._target))
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.EDGE, 11, metrics.EDGE, metrics.S6)
        column.setSpacing(metrics.S3)
        column.addWidget(self.head)
        column.addSpacing(metrics.S2)
        column.addWidget(self.line)
        column.addLayout(self.pairs)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(metrics.S1)
        column.addWidget(self.draft, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_row(self, row: NoticeRow) -> None:
        """Show what the queue says of it; ``show_state`` adds the reason."""
        self.row = row
        self.head.setText(f"{row.title}, {row.reference}")
        self.line.setText(f"{row.line} {row.why}".strip())
        self.draft.setVisible(row.can_draft)
        found = row.sign == "cross"
        self.link.setText("See the finding" if found else "See the determination")
        self._target = "approval" if found else "determination"
        self._set_pairs(())
        self.setFocusProxy(self.draft if row.can_draft else self.link)

    def show_state(self, state: NoticeState) -> None:
        """Why, by which rule, and until when."""
        until = state.notify_on
        self._set_pairs(
            tuple(
                (label, words)
                for label, words in (
                    ("Why", state.reason),
                    ("Rule", _rule(state)),
                    ("Not before", day_words(until) if until else ""),
                    ("Silence", _silence(state)),
                )
                if words
            )
        )

    def _set_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        for pair in self._shown:
            pair.hide()
            pair.deleteLater()
        self._shown = [Pair(label, words) for label, words in pairs]
        for made in self._shown:
            self.pairs.addWidget(made)


def _rule(state: NoticeState) -> str:
    """What it rests on, then the rulebook's number."""
    grounds = sentence_start(cited(state.citation))
    return ", rule ".join(part for part in (grounds, state.rule) if part)


def _silence(state: NoticeState) -> str:
    if state.words == state.reason:
        return ""
    return state.words.removeprefix("silence ")
