"""The letterhead's logo: chosen from a file, shown as it will stand on letters, taken away again."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.ui import files
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import Button, paint, painting

LOGO_BYTES = 5 * 1024 * 1024


class LogoPicture(QWidget):
    """The logo as it will stand on letters, small; a dashed frame where there is none."""

    def __init__(self) -> None:
        self._image = QImage()
        super().__init__()
        self.setFixedSize(120, 44)
        self.setAccessibleName("Logo")

    def set_logo(self, data: bytes | None) -> None:
        """Show it; bytes that are no picture leave the frame empty."""
        self._image = QImage.fromData(data) if data else QImage()
        self.update()

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


class LogoField(QWidget):
    """A row of a form: choose, take away, and the picture."""

    edited = Signal()
    refused = Signal(str)  # why a file was not taken; empty words once one was

    def __init__(self) -> None:
        super().__init__()
        self.data: bytes | None = None
        self.picture = LogoPicture()
        self.choose = Button("Choose a logo")
        self.take_away = Button("Take it away", flat=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.S2)
        for widget in (self.choose, self.take_away, self.picture):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)  # level with its label
        row.addStretch(1)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._on_choose)
        self.take_away.clicked.connect(self._on_take_away)
        self.set_data(None)

    def set_data(self, data: bytes | None) -> None:
        """Show a logo, or that there is none."""
        self.data = data
        self.picture.set_logo(data)
        self.take_away.setVisible(data is not None)

    def take(self, paths: list[Path]) -> None:
        """Take a picture as the logo; one that is none is refused, and the old one stays."""
        try:
            data = files.read_file(paths[0], LOGO_BYTES)
        except UserFacingError as error:
            self.refused.emit(error.what)
            return
        if QImage.fromData(data).isNull():
            self.refused.emit(f"{paths[0].name} is no picture. Choose a PNG or JPEG.")
            return
        self.refused.emit("")
        self.set_data(data)
        self.edited.emit()

    def _on_choose(self) -> None:
        files.choose_files(self, "Choose a logo", "Pictures (*.png *.jpg *.jpeg)", self.take)

    def _on_take_away(self) -> None:
        self.choose.setFocus()
        self.refused.emit("")
        self.set_data(None)
        self.edited.emit()
