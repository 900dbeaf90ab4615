"""The letterhead as a form, for the settings."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.settings import Organisation
from lerdesk.domain.letter import Letterhead
from lerdesk.ui import files
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import theme
from lerdesk.ui.widgets import (
    Button,
    Combo,
    Field,
    Form,
    TextArea,
    ZoneCombo,
    beside,
    paint,
    painting,
)

LOGO_BYTES = 5 * 1024 * 1024
PAGES = (("letter", "US Letter"), ("a4", "A4"))


class LogoPicture(QWidget):
    """The logo as it will stand on letters, small; a dashed frame where there is none."""

    def __init__(self) -> None:
        self._image = QImage()
        super().__init__()
        self.setFixedSize(120, 44)
        self.setAccessibleName("Logo")

    def set_logo(self, data: bytes | None) -> bool:
        """Show it; False where the bytes are no picture that Qt can show."""
        self._image = QImage.fromData(data) if data else QImage()
        self.update()
        return data is None or not self._image.isNull()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            area = QRectF(self.rect())
            if self._image.isNull():
                paint.frame(painter, area, border=theme().color("field"), dashed=True)
                paint.words(painter, area, "None", token="quiet", align=paint.CENTRE)
                return
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            paint.frame(painter, area, fill=theme().color("paper"))
            size = QSize(self._image.size()).scaled(
                self.size() - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio
            )
            left = (self.width() - size.width()) / 2
            top = (self.height() - size.height()) / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)


class LetterheadForm(Form):
    """Every field of the organisation; ``edited`` after any change by hand."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._logo: bytes | None = None
        self._state: str | None = None
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
        self.logo = LogoPicture()
        self.choose = Button("Choose a logo")
        self.take_away = Button("Take it away", flat=True)
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
        self.row("Logo", beside(self.choose, self.take_away, self.logo))
        self.row("Page size", self.page)
        self.row("Zone", self.zone, "In which days and half-years begin.")
        typed = (
            self.company,
            self.department,
            self.telephone,
            self.email,
            self.footer,
            self.policy,
        )
        for field in typed:
            field.textEdited.connect(self.edited)
        self.lines.textChanged.connect(self.edited)
        self.zone.activated.connect(self.edited)
        self.page.activated.connect(self.edited)
        self.choose.clicked.connect(self._on_choose)
        self.take_away.clicked.connect(self._on_take_away)

    def show_organisation(self, organisation: Organisation) -> None:
        """Show what is set."""
        head = organisation.letterhead
        self._state = organisation.company_state
        self.company.setText(head.company)
        self.lines.blockSignals(True)
        self.lines.setPlainText("\n".join(head.lines))
        self.lines.blockSignals(False)
        self.department.setText(head.department)
        self.telephone.setText(head.telephone)
        self.email.setText(head.email)
        self.footer.setText(head.footer)
        self.policy.setText(organisation.policy)
        for field in (self.company, self.department, self.email, self.footer, self.policy):
            field.setCursorPosition(0)
        self.zone.set_zone(organisation.zone)
        self.page.setCurrentIndex(max(0, self.page.findData(organisation.page)))
        self._set_logo(head.logo)

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
            logo=self._logo,
        )
        page = str(self.page.currentData())
        policy = self.policy.text().strip()
        return Organisation(head, self.zone.zone(), self._state, page, policy)

    def refuse_save(self, error: UserFacingError) -> None:
        """Say beside the field that it is about why nothing was saved."""
        field = self.choose.parentWidget() if "logo" in error.what else self.company
        self.refuse(field, f"{error.what} {error.do}".strip())
        if field is self.company:
            self.company.setFocus()

    def clear_refusals(self) -> None:
        """What is saved anew is judged anew."""
        for field in (self.choose.parentWidget(), self.company):
            self.refuse(field, "")

    def _set_logo(self, data: bytes | None) -> None:
        self._logo = data
        self.logo.set_logo(data)
        self.take_away.setVisible(data is not None)

    def _on_choose(self) -> None:
        files.choose_files(self, "Choose a logo", "Pictures (*.png *.jpg *.jpeg)", self.take_logo)

    def take_logo(self, paths: list[Path]) -> None:
        """Take a picture as the logo; one that is none is told beside it, and the old one stays."""
        field = self.choose.parentWidget()
        try:
            data = files.read_file(paths[0], LOGO_BYTES)
        except UserFacingError as error:
            self.refuse(field, error.what)
            return
        if QImage.fromData(data).isNull():
            self.refuse(field, f"{paths[0].name} is no picture. Choose a PNG or JPEG.")
            return
        self.refuse(field, "")
        self._set_logo(data)
        self.edited.emit()

    def _on_take_away(self) -> None:
        self._set_logo(None)
        self.edited.emit()
