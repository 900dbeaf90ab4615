"""The Documents tab: what was served, what was written, what was given, what was found, what is related."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.desk import approvals, closing, determination, disclosures, notices, review
from lerdesk.desk.review import PaperView, RequestView
from lerdesk.domain.request import Document
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.ui.files import choose_files
from lerdesk.ui.review.acts import Acts
from lerdesk.ui.review.approval_box import ApprovalBox
from lerdesk.ui.review.disclosure_form import DisclosureForm, size_words
from lerdesk.ui.review.findings_form import ConductForm, FlagsForm
from lerdesk.ui.review.reason_line import ReasonLine
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.shell.place import Context
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, GroupHead, Label, Link, Menu, Scrolled, SignLabel, beside

Kinds = tuple[tuple[LetterKind, str, bool], ...]


class DocumentsPane(QWidget):
    """Everything of a request that is a paper, or said of the whole of it.

    Attributes:
        recall: gives what was typed into a field and not taken.

    Signals:
        document_asked: a document's id, for the page.
        typed: ``decline:7`` and the reason for declining as it stands; empty once it is taken.
    """

    document_asked = Signal(int)
    typed = Signal(str, str)

    def __init__(self, context: Context, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._acts = context, acts
        self._view: RequestView | None = None
        self._kinds: Kinds = ()
        self.recall: Recall = nothing_typed
        self.boxes: list[ApprovalBox] = []
        self.disclosure = DisclosureForm()
        self.disclosure.hide()
        self.conduct = ConductForm()
        self.conduct.hide()
        self.flags = FlagsForm()
        self.reason = ReasonLine()
        self.reason.hide()
        self._parts = {
            name: QVBoxLayout()
            for name in ("served", "related", "approvals", "papers", "given", "end")
        }
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(metrics.EDGE, metrics.S1, metrics.EDGE, metrics.S6)
        column.setSpacing(metrics.S1)
        for name in ("served", "related", "approvals", "papers", "given"):
            self._parts[name].setSpacing(metrics.S1)
            column.addLayout(self._parts[name])
        column.addWidget(self.disclosure)
        column.addWidget(GroupHead("What was found"))
        column.addWidget(self.flags)
        self.conduct_link = Link("Find a clear indication of illegal conduct")
        self.conduct_link.clicked.connect(self.open_conduct)
        column.addWidget(beside(self.conduct_link))
        column.addWidget(self.conduct)
        column.addLayout(self._parts["end"])
        column.addWidget(self.reason)
        column.addStretch(1)
        self.scrolled = Scrolled(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scrolled)
        self._menu = Menu("Letters that fit", self)
        self._connect()

    def _connect(self) -> None:
        self.disclosure.files_asked.connect(self._choose_files)
        self.disclosure.recorded.connect(self._record)
        self.disclosure.left.connect(self._close_forms)
        self.conduct.found.connect(self._find_conduct)
        self.conduct.left.connect(self._close_forms)
        self.flags.changed.connect(
            lambda flags, reason: self._acts.run(
                lambda desk, request_id: review.set_flags(desk, request_id, flags, reason),
                lambda error: self.flags.refuse(str(error)),
            )
        )

    # showing

    def show_request(self, view: RequestView) -> None:
        """Show it."""
        other = self._view is None or self._view.id != view.id
        self._view = view
        if other:
            self.disclosure.clear()
            self._close_forms()
        self._show_served(view)
        self._show_related(view)
        self._show_approvals(view)
        self._show_papers(view)
        self._show_given(view)
        self._show_end(view)
        self.flags.show_flags(view.flags)
        self.flags.setEnabled(not view.closed)
        self.conduct_link.setVisible(not view.closed and not view.flags.illegal_use)

    def show_kinds(self, kinds: Kinds) -> None:
        """The letters that fit now."""
        self._kinds = kinds
        if self._view is not None:
            self._show_papers(self._view)

    def _show_served(self, view: RequestView) -> None:
        part = _emptied(self._parts["served"])
        part.addWidget(GroupHead("Served"))
        for document in view.documents:
            part.addWidget(self._served(document))

    def _served(self, document: Document) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, metrics.S1)
        column.setSpacing(0)
        link = Link(document.name)
        link.clicked.connect(lambda: self.document_asked.emit(document.id))
        pages = len(document.page_sizes)
        size = f"{pages} page{'' if pages == 1 else 's'} · {size_words(document.size)}"
        column.addWidget(_row(link, Label(size, quiet=True)))
        column.addWidget(Label(f"SHA-256 {document.sha256}", quiet=True, selectable=True))
        if document.error:
            column.addWidget(SignLabel("triangle", document.error, "warning"))
        for _, words in document.warnings:
            column.addWidget(SignLabel("triangle", words, "warning"))
        return box

    def _show_related(self, view: RequestView) -> None:
        part = _emptied(self._parts["related"])
        if not view.related:
            return
        part.addWidget(GroupHead("Related requests"))
        for request_id, reference, why in view.related:
            link = Link(reference)
            link.clicked.connect(
                lambda _=False, request_id=request_id: self._context.go("review", request_id)
            )
            part.addWidget(_row(link, Label(why, quiet=True)))

    def _show_approvals(self, view: RequestView) -> None:
        if [box.view for box in self.boxes] == list(view.approvals):
            return
        part = _emptied(self._parts["approvals"])
        self.boxes = []
        if view.approvals:
            part.addWidget(GroupHead("A second person"))
        for approval in view.approvals:
            box = ApprovalBox(approval)
            box.approved.connect(lambda number, words, box=box: self._approve(box, number, words))
            box.declined.connect(
                lambda number, words, why, box=box: self._decline(box, number, words, why)
            )
            box.withdrawn.connect(lambda number, box=box: self._withdraw(box, number))
            box.reason.textEdited.connect(partial(self.typed.emit, f"decline:{approval.id}"))
            self.boxes.append(box)
            part.addWidget(box)
        self.bring_back()

    def bring_back(self) -> None:
        """Show the reasons for declining that were typed and not taken."""
        for box in self.boxes:
            box.reason.setText(self.recall(f"decline:{box.view.id}"))

    def _show_papers(self, view: RequestView) -> None:
        part = _emptied(self._parts["papers"])
        part.addWidget(GroupHead("Letters and notices"))
        for paper in view.papers:
            link = Link(paper.words)
            link.clicked.connect(lambda _=False, paper=paper: self._open_paper(view.id, paper))
            number = paper.number or "no number yet"
            part.addWidget(_row(link, Label(f"{number} · {paper.state}", quiet=True)))
        if not view.papers:
            part.addWidget(Label("Nothing was written yet.", quiet=True))
        if self._kinds and not view.closed:
            button = Button("Draft a letter", opens_list=True)
            button.clicked.connect(lambda: self._open_kinds(button))
            part.addSpacing(metrics.S1)
            part.addWidget(beside(button))

    def _show_given(self, view: RequestView) -> None:
        part = _emptied(self._parts["given"])
        part.addWidget(GroupHead("Disclosed"))
        for words in view.disclosures:
            part.addWidget(Label(words, wrap=True, selectable=True))
        if not view.disclosures:
            part.addWidget(Label("Nothing was disclosed.", quiet=True))
        if not view.closed:
            link = Link("Record a disclosure")
            link.clicked.connect(self.open_disclosure)
            part.addWidget(beside(link))

    def _show_end(self, view: RequestView) -> None:
        part = _emptied(self._parts["end"])
        part.addWidget(GroupHead("The request"))
        links: list[QWidget] = []
        if view.closed:
            links.append(_link("Open it again", lambda: self.ask_reason("reopen")))
        else:
            if view.determination.recorded:
                words = "Take the determination back"
                links.append(_link(words, lambda: self.ask_reason("determination")))
            links.append(_link("Close it", lambda: self.ask_reason("close")))
        part.addWidget(_row(*links))

    # forms

    def open_disclosure(self) -> None:
        """Open the form for a disclosure."""
        if self._view is None:
            return
        self._close_forms()
        self.disclosure.show()
        self.disclosure.open_for(self._view)
        self.bring(self.disclosure)

    def open_conduct(self) -> None:
        """Open the form for a finding of illegal conduct."""
        self._close_forms()
        self.conduct.show()
        self.conduct.ground.setFocus()
        self.bring(self.conduct)

    def open_approval(self) -> None:
        """Bring what waits for a second person into view."""
        for box in self.boxes:
            if box.view.state == "waiting":
                box.passphrase.setFocus()
                self.bring(box)
                return

    def bring(self, widget: QWidget) -> None:
        """Scroll to a part."""
        above = widget.parentWidget()
        layout = above.layout() if above is not None else None
        if layout is not None:
            layout.activate()
        bring = partial(self.scrolled.ensureWidgetVisible, widget, 0, metrics.S4)
        bring()
        QTimer.singleShot(0, self, bring)  # once more when what was shown has its height

    def _close_forms(self) -> None:
        self.disclosure.hide()
        self.conduct.hide()
        self.reason.hide()

    def ask_reason(self, what: str) -> None:
        """Ask why, before a "close", a "reopen" or taking back the "determination"."""
        self._close_forms()
        writers: dict[str, tuple[str, Callable[..., None], bool]] = {
            "close": ("Close the request", closing.close, False),
            "reopen": ("Open it again", closing.reopen, True),
            "determination": ("Take it back", determination.reopen, True),
        }
        words, writer, needed = writers[what]

        def take(reason: str) -> None:
            self._acts.run(
                lambda desk, request_id: writer(desk, request_id, reason),
                lambda error: self.reason.refuse(str(error)),
                lambda _none: self.reason.hide(),
            )

        self.reason.open_for(what, words, take, needed=needed)
        self.bring(self.reason)

    # acts

    def _choose_files(self) -> None:
        choose_files(self, "Files that were given", "All kinds (*)", self.describe)

    def describe(self, paths: list[Path]) -> None:
        """Name, size and SHA-256 of each file, read off the window's thread."""
        self._context.jobs.work(
            lambda: tuple(disclosures.describe(path, 0) for path in paths),
            self,
            self.disclosure.add_files,
            lambda error: self.disclosure.refuse(str(error)),
        )

    def _record(self, recipient: str, means: str, files: object) -> None:
        def recorded(_none: object) -> None:
            self.disclosure.let_go()
            self._close_forms()

        self._acts.run(
            lambda desk, request_id: disclosures.record(
                desk,
                request_id,
                recipient=recipient,
                means=means,
                files=files,  # type: ignore[arg-type]  # a signal carries objects
            ),
            lambda error: self.disclosure.refuse(str(error)),
            recorded,
        )

    def _find_conduct(self, ground: str) -> None:
        def recorded(_number: object) -> None:
            self.conduct.ground.clear()
            self._close_forms()

        self._acts.run(
            lambda desk, request_id: notices.find_illegal_conduct(desk, request_id, ground),
            lambda error: self.conduct.refuse(str(error)),
            recorded,
        )

    def _approve(self, box: ApprovalBox, number: int, passphrase: str) -> None:
        self._acts.run(
            lambda desk, _request: approvals.approve(desk, number, passphrase),
            lambda error: _refuse(box, error),
            lambda _none: self.typed.emit(f"decline:{number}", ""),
        )

    def _decline(self, box: ApprovalBox, number: int, passphrase: str, why: str) -> None:
        self._acts.run(
            lambda desk, _request: approvals.decline(desk, number, passphrase, why),
            lambda error: _refuse(box, error),
            lambda _none: self.typed.emit(f"decline:{number}", ""),
        )

    def _withdraw(self, box: ApprovalBox, number: int) -> None:
        self._acts.run(
            lambda desk, _request: approvals.withdraw(desk, number),
            lambda error: _refuse(box, error),
        )

    def _open_paper(self, request_id: int, paper: PaperView) -> None:
        place = "notices" if paper.kind == LetterKind.NOTICE else "letters"
        self._context.go(place, request_id, f"letter:{paper.letter_id}")

    def _open_kinds(self, button: Button) -> None:
        self._menu.clear()
        for kind, title, proposed in self._kinds:
            action = self._menu.addAction(f"{title} (proposed)" if proposed else title)
            action.triggered.connect(lambda _=False, kind=kind: self._draft(kind))
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _draft(self, kind: LetterKind) -> None:
        if self._view is not None:
            place = "notices" if kind is LetterKind.NOTICE else "letters"
            self._context.go(place, self._view.id, f"letter:{kind.value}")


def _refuse(box: ApprovalBox, error: UserFacingError) -> None:
    from shiboken6 import isValid

    if isValid(box):
        box.refuse(str(error))


def _emptied(part: QVBoxLayout) -> QVBoxLayout:
    while part.count():
        item = part.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    return part


def _row(*widgets: QWidget) -> QWidget:
    box = QWidget()
    row: QLayout = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics.S3)
    for widget in widgets:
        row.addWidget(widget)
    if isinstance(row, QHBoxLayout):
        row.addStretch(1)
    return box


def _link(words: str, run: Callable[[], None]) -> Link:
    link = Link(words)
    link.clicked.connect(lambda _=False: run())
    return link
