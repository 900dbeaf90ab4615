"""The letterhead as a form, for the settings."""

from functools import partial

from PySide6.QtCore import Signal

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.settings import Organisation
from lerdesk.domain.letter import Letterhead
from lerdesk.ui.settings.logo import LogoField
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.widgets import Combo, Field, Form, TextArea, ZoneCombo

PAGES = (("letter", "US Letter"), ("a4", "A4"))


class LetterheadForm(Form):
    """Every field of the organisation; ``edited`` after any change by hand.

    Attributes:
        recall: gives what was typed into a field and not saved.

    Signals:
        typed: ``letterhead:company`` and what stands there; empty where that is what is saved.
    """

    edited = Signal()
    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._state: str | None = None
        self.recall: Recall = nothing_typed
        self.company = Field("Company")
        self.lines = TextArea("Postal address", lines=3)
        self.department = Field("Department")
        self.telephone = Field("Telephone")
        self.email = Field("E-mail")
        self.footer = Field("Footer")
        self.policy = Field("Notice policy", placeholder="www.example.com/legal/requests")
        self.zone = ZoneCombo("Zone")
        self.page = Combo("Page size")
        for value, words in PAGES:
            self.page.addItem(words, value)
        self.logo = LogoField()
        for field in (self.company, self.department, self.email):
            field.setFixedWidth(360)
        self.lines.setFixedWidth(360)
        self.telephone.setFixedWidth(200)
        self.footer.setFixedWidth(480)
        self.policy.setFixedWidth(360)
        self.zone.setFixedWidth(240)
        self.head("Letterhead")
        self.row("Company", self.company)
        self.row("Postal address", self.lines)
        self.row("Department", self.department)
        self.row("Telephone", self.telephone)
        self.row("E-mail", self.email)
        self.row("Footer", self.footer, "One sentence at the foot of every page.")
        self.row(
            "Notice policy",
            self.policy,
            "Where the policy or the guidelines can be read. The customer’s notice says it; it may stay empty.",
        )
        self.row("Logo", self.logo)
        self.row("Page size", self.page)
        self.row("Zone", self.zone, "In which days and half-years begin.")
        self.fields: dict[str, Field | TextArea] = {
            "company": self.company,
            "lines": self.lines,
            "department": self.department,
            "telephone": self.telephone,
            "email": self.email,
            "footer": self.footer,
            "policy": self.policy,
        }
        self._named: dict[str, Field | TextArea | Combo | LogoField] = {
            **self.fields,
            "logo": self.logo,
            "page": self.page,
            "zone": self.zone,
        }
        self._saved: dict[str, str] = {}
        for name, each in self.fields.items():
            signal = each.textChanged if isinstance(each, TextArea) else each.textEdited
            signal.connect(partial(self._on_typed, name))
        self.zone.activated.connect(self.edited)
        self.page.activated.connect(self.edited)
        self.logo.edited.connect(self.edited)
        self.logo.refused.connect(lambda why: self.refuse(self.logo, why))

    def show_organisation(self, organisation: Organisation) -> None:
        """Show what is set."""
        head = organisation.letterhead
        self._state = organisation.company_state
        self._saved = {
            "company": head.company,
            "lines": "\n".join(head.lines),
            "department": head.department,
            "telephone": head.telephone,
            "email": head.email,
            "footer": head.footer,
            "policy": organisation.policy,
        }
        for name, words in self._saved.items():
            self._put(name, words)
            self.typed.emit(f"letterhead:{name}", "")
        self.zone.set_zone(organisation.zone)
        self.page.setCurrentIndex(max(0, self.page.findData(organisation.page)))
        self.logo.set_data(head.logo)

    def _put(self, name: str, words: str) -> None:
        field = self.fields[name]
        if isinstance(field, TextArea):
            field.blockSignals(True)
            field.setPlainText(words)
            field.blockSignals(False)
        else:
            field.setText(words)
            field.setCursorPosition(0)

    def bring_back(self) -> None:
        """Show what was typed and not saved."""
        kept = {name: self.recall(f"letterhead:{name}") for name in self.fields}
        for name, words in kept.items():
            if words:
                self._put(name, words)
        self.edited.emit()

    def _on_typed(self, name: str, *_words: str) -> None:
        field = self.fields[name]
        words = field.toPlainText() if isinstance(field, TextArea) else field.text()
        self.typed.emit(f"letterhead:{name}", words if words != self._saved.get(name) else "")
        self.edited.emit()

    def organisation(self) -> Organisation:
        """What stands in the form."""
        lines = tuple(line.strip() for line in self.lines.toPlainText().splitlines())
        head = Letterhead(
            company=self.company.text().strip(),
            lines=tuple(line for line in lines if line),
            department=self.department.text().strip(),
            telephone=self.telephone.text().strip(),
            email=self.email.text().strip(),
            footer=self.footer.text().strip(),
            logo=self.logo.data,
        )
        page = str(self.page.currentData())
        policy = self.policy.text().strip()
        return Organisation(head, self.zone.zone(), self._state, page, policy)

    def refuse_save(self, error: UserFacingError) -> None:
        """Say beside the field that it is about why nothing was saved."""
        field = self._named[error.field]
        self.refuse(field, f"{error.what} {error.do}".strip())
        field.setFocus()

    def clear_refusals(self) -> None:
        """What is saved anew is judged anew."""
        for field in self._named.values():
            self.refuse(field, "")

    def knows(self, error: UserFacingError) -> bool:
        """Whether it is about one of these fields."""
        return error.field in self._named
