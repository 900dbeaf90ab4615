"""An icon that stands still, in a token's colour."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets.painter import painting


class Picture(QWidget):
    """An icon of ``resources/icons`` as a still picture; the words beside it say what it means."""

    def __init__(
        self,
        name: str,
        size: int = metrics.ICON,
        token: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        self._name, self._size, self._token = name, size, token
        super().__init__(parent)
        self.setFixedSize(size, size)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme().paint_icon(painter, QRectF(self.rect()), self._name, self._token, self._size)
