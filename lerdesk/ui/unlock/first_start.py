"""The first start: one page that makes a store, or the way to the sample store."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.base.written import sentence_start
from lerdesk.ui.jobs import JobRunner
from lerdesk.ui.settings.logo import LogoField
from lerdesk.ui.theme import metrics
from lerdesk.ui.unlock.door import Door, FirstStart
from lerdesk.ui.unlock.view import PassphraseField
from lerdesk.ui.widgets import (
    Button,
    Field,
    Form,
    Label,
    Link,
    MessageBar,
    Scrolled,
    SignLabel,
    TextArea,
    ZoneCombo,
    beside,
)

_ENOUGH = 2
_WIDTH = 660


class FirstStartView(QWidget):
    """Where, passphrase twice with its strength, letterhead, reviewer, zone."""

    make = Signal(object)  # FirstStart
    sample_store = Signal()
    other_store = Signal()

    def __init__(
        self, door: Door, jobs: JobRunner, folder: Path, zone: str, parent: QWidget | None = None
    ) -> None:
        self._door, self._jobs = door, jobs
        self._folder = folder
        self._score = 0
        super().__init__(parent)
        self._build(zone)
        self._arrange()
        self._connect()

    def _build(self, zone: str) -> None:
        self.messages = MessageBar()
        self.where = Field("Where the store lies", text=str(self._folder))
        self.passphrase = PassphraseField("Passphrase")
        self.again = PassphraseField("Passphrase again")
        self.strength = SignLabel("open", "", "quiet")
        self.reviewer = Field("Reviewer's name")
        self.company = Field("Company")
        self.lines = TextArea("Postal address", lines=3)
        self.department = Field("Department", text="Legal Process Response")
        self.telephone = Field("Telephone")
        self.email = Field("E-mail")
        self.zone = ZoneCombo("Zone")
        self.zone.set_zone(zone)
        self.logo = LogoField()
        self.button = Button("Make the store", primary=True, hint="Ctrl+Enter")
        self.sample = Button("Open the sample store")
        self.other = Link("Another store")
        for field in (self.where, self.reviewer, self.company, self.department):
            field.setFixedWidth(360)
        for field in (self.passphrase, self.again):
            field.setFixedWidth(360)
        self.lines.setFixedWidth(360)
        self.telephone.setFixedWidth(132)
        self.email.setFixedWidth(220)
        self.zone.setFixedWidth(240)

    def _arrange(self) -> None:
        page = QWidget()
        page.setFixedWidth(_WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, metrics.S6, 0, metrics.S3)
        column.setSpacing(0)
        column.addWidget(Label("Set up LERDesk", scale=1.5, weight=600))
        column.addSpacing(6)
        column.addWidget(
            Label(
                "Everything stays on this computer, in one store that only a passphrase opens. "
                "The letterhead can be changed later in Settings.",
                quiet=True,
                wrap=True,
            )
        )
        column.addSpacing(metrics.S2)
        form = self.form = Form()
        form.head("Store")
        form.row("Folder", self.where)
        form.row(
            "Passphrase", self.passphrase, "Four words that have nothing to do with each other."
        )
        form.under(self.strength)
        form.row("The same again", self.again)
        form.head("You")
        form.row("Your name", self.reviewer, "It stands under your letters and in the journal.")
        form.head("Letterhead")
        form.row("Company", self.company)
        form.row("Postal address", self.lines)
        form.row("Department", self.department)
        form.row("Telephone, e-mail", beside(self.telephone, self.email))
        form.row("Logo", self.logo)
        form.row("Zone", self.zone, "In which days and half-years begin.")
        column.addWidget(form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.messages)
        scrolled = Scrolled(_centred(page), hugging=True)
        buttons = _centred(self._buttons())
        bar, below = scrolled.verticalScrollBar(), buttons.contentsMargins()

        def on_range(_least: int, most: int) -> None:  # the scroll bar moves the page's middle
            below.setRight(bar.sizeHint().width() if most else 0)
            buttons.setContentsMargins(below)

        bar.rangeChanged.connect(on_range)
        outer.addWidget(scrolled)
        outer.addWidget(buttons)  # in sight at any height
        outer.addStretch(1)

    def _buttons(self) -> QWidget:
        made = QWidget()
        made.setFixedWidth(_WIDTH)
        row = QHBoxLayout(made)
        row.setSpacing(metrics.S3)
        row.setContentsMargins(metrics.FORM_LABEL + metrics.S3, metrics.S3, 0, metrics.S4)
        row.addWidget(self.button)
        row.addWidget(self.sample)
        row.addWidget(self.other)
        row.addStretch(1)
        return made

    def _connect(self) -> None:
        self.passphrase.textChanged.connect(self._ask_strength)
        self.button.clicked.connect(self._on_make)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_make)
        self.sample.clicked.connect(self.sample_store)
        self.other.clicked.connect(self.other_store)
        self.logo.refused.connect(lambda why: self.form.refuse(self.logo, why))

    def tell(self, message: UserFacingError | str) -> None:
        """Say why no store was made."""
        self.set_busy(False)
        self.messages.tell(message)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  a setter
        """While the store is being made."""
        self.button.setEnabled(not busy)
        self.sample.setEnabled(not busy)
        self.button.setText("Making the store" if busy else "Make the store")

    def focus_first(self) -> None:
        """The passphrase: the folder is good as it is."""
        self.passphrase.setFocus()

    def _ask_strength(self) -> None:
        typed = self.passphrase.text()
        self._jobs.store(
            lambda: self._door.strength(typed), self, self._on_strength, latest="strength"
        )

    def _on_strength(self, told: tuple[int, str]) -> None:
        self._score, words = told
        enough = self._score >= _ENOUGH
        if not self.passphrase.text():
            self.strength.set_words("")
        else:
            sign, token = ("check", "good") if enough else ("triangle", "warning")
            self.strength.set_words(sentence_start(words), sign, token)

    def _on_make(self) -> None:
        if not self.button.isEnabled():
            return
        checks = (
            (self.where, not self.where.text().strip(), "Name a folder."),
            (self.passphrase, not self.passphrase.text(), "Choose a passphrase."),
            (
                self.again,
                self.again.text() != self.passphrase.text(),
                "The two are not the same.",
            ),
            (self.reviewer, not self.reviewer.text().strip(), "Type your name."),
            (self.company, not self.company.text().strip(), "Type the company's name."),
        )
        wrong = None
        for field, is_wrong, why in checks:
            self.form.refuse(field, why if is_wrong else "")
            if is_wrong and wrong is None:
                wrong = field
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.messages.clear()
        self.set_busy(True)
        lines = tuple(line.strip() for line in self.lines.toPlainText().splitlines())
        self.make.emit(
            FirstStart(
                folder=Path(self.where.text().strip()).expanduser(),
                passphrase=self.passphrase.text(),
                company=self.company.text().strip(),
                lines=tuple(line for line in lines if line),
                department=self.department.text().strip(),
                telephone=self.telephone.text().strip(),
                email=self.email.text().strip(),
                logo=self.logo.data,
                reviewer=self.reviewer.text().strip(),
                zone=self.zone.zone(),
            )
        )


def _centred(page: QWidget) -> QWidget:
    holder = QWidget()
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, 0, 0)
    across.addStretch(1)
    across.addWidget(page)
    across.addStretch(1)
    return holder
