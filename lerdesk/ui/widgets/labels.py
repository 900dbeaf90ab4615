"""Words that stand still: plain text only, so that nothing out of a served paper becomes markup."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.painter import painting
from lerdesk.ui.widgets.tips import tip


class Label(QLabel):
    """Plain text.

    Args:
        text: the words.
        quiet: in the quiet colour.
        weight: 400, 500 or 600.
        scale: 1.0, 1.2 or 1.5.
        wrap: several lines; else one line, elided at its end, whole in the tooltip.
        selectable: its words can be marked and copied.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        quiet: bool = False,
        weight: int = 400,
        scale: float = 1.0,
        wrap: bool = False,
        selectable: bool = False,
    ) -> None:
        self._whole = text
        self._own_lines, self._line = False, metrics.LINE
        self._scale, self._weight = scale, weight
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        # what QLabel paints by itself has no narrow hyphens
        self.setFont(fonts.font(scale, weight, tabular=not (wrap and selectable)))
        self.setWordWrap(wrap)
        self._own_lines = wrap and not selectable  # 18 px apart, which QLabel cannot
        self._line = max(metrics.LINE, round(fonts.figures(scale, weight).height() * 1.15))
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_quiet(quiet)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def set_quiet(self, quiet: bool) -> None:  # noqa: FBT001  a setter of one word
        """In the quiet colour, or not."""
        role = QPalette.ColorRole
        self.setForegroundRole(role.PlaceholderText if quiet else role.WindowText)

    @override
    def setText(self, text: str) -> None:
        """Show other words."""
        self._whole = text
        self.setAccessibleName(text)
        self._show()
        self.updateGeometry()

    @override
    def text(self) -> str:
        """The whole words, also where they are shown elided."""
        return self._whole

    def _show(self) -> None:
        if self.wordWrap():
            super().setText(self._whole)
            self.update()
            return
        room = self.width() if self.width() > 0 else 10_000
        shown = fonts.elided(self._whole, room + 1, self._scale, self._weight)
        super().setText(shown)
        self.setToolTip(tip(self._whole) if shown != self._whole else "")

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.wordWrap():
            self._show()

    @override
    @guarded(0)
    def heightForWidth(self, wide: int) -> int:
        if not self._own_lines:
            return super().heightForWidth(wide)
        if not self._whole:
            return 0
        return self._line * len(paint.lines_of(self._whole, wide, self._scale, self._weight))

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._own_lines:
            super().paintEvent(event)
            return
        with painting(self) as painter:
            across = Qt.AlignmentFlag.AlignHCenter
            align = paint.CENTRE if self.alignment() & across else paint.LEFT
            ink = self.palette().color(self.foregroundRole())
            rows = paint.lines_of(self._whole, self.width(), self._scale, self._weight)
            painter.setFont(fonts.font(self._scale, self._weight))
            painter.setPen(ink)
            for number, row in enumerate(rows):
                place = QRectF(0, number * self._line, self.width(), self._line)
                painter.drawText(place, int(align | Qt.TextFlag.TextSingleLine), row)

    @override
    @guarded(QSize(40, metrics.LINE))
    def sizeHint(self) -> QSize:
        if self._own_lines:
            wide = min(420, round(fonts.width(self._whole, self._scale, self._weight) + 1.5))
            return QSize(wide, self.heightForWidth(max(wide, 1)))
        if self.wordWrap():
            return super().sizeHint()
        across = fonts.width(self._whole, self._scale, self._weight)
        high = max(metrics.LINE, round(fonts.figures(self._scale, self._weight).height()))
        return QSize(round(across + 1.5), high)

    @override
    @guarded(QSize(10, metrics.LINE))
    def minimumSizeHint(self) -> QSize:
        if self._own_lines:
            return QSize(40, self._line if self._whole else 0)
        if self.wordWrap():
            return super().minimumSizeHint()
        return QSize(min(self.sizeHint().width(), 40), self.sizeHint().height())


_AFTER_SIGN = 18


class SignLabel(QWidget):
    """A sign and its word: "triangle", "Caps Lock is on"."""

    def __init__(
        self, sign: str, words: str = "", token: str = "warning", parent: QWidget | None = None
    ) -> None:
        self._sign, self._words, self._token = sign, words, token
        super().__init__(parent)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str, sign: str = "", token: str = "") -> None:
        """Say something else."""
        self._words = words
        self._sign = sign or self._sign
        self._token = token or self._token
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What it says."""
        return self._words

    def wrap_in(self, wide: int) -> None:
        """As many lines as the words need in so many pixels; one elided line without this."""
        lines = paint.lines_of(self._words, wide - _AFTER_SIGN) if self._words else [""]
        self.setFixedHeight(metrics.LINE * len(lines))

    @override
    @guarded(QSize(40, metrics.LINE))
    def sizeHint(self) -> QSize:
        wide = round(fonts.width(self._words) + _AFTER_SIGN + 1)
        return QSize(wide, metrics.LINE if self._words else 0)

    @override
    @guarded(QSize(40, metrics.LINE))
    def minimumSizeHint(self) -> QSize:
        return QSize(40, metrics.LINE if self._words else 0)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        with painting(self) as painter:
            area = QRectF(self.rect()).adjusted(_AFTER_SIGN, 0, 0, 0)
            lines = [self._words]
            if area.height() >= 2 * metrics.LINE:
                lines = paint.lines_of(self._words, area.width())
            high = area.height() / len(lines)
            sign = QRectF(0, 0, metrics.SIGN, high)
            theme().paint_sign(painter, sign, self._sign, self._token)
            for number, words in enumerate(lines):
                place = QRectF(area.left(), number * high, area.width(), high)
                paint.words(painter, place, words, token=self._token)


class GroupHead(Label):
    """The head of a group of rows or of a form's part: 600, 30 high, with room above."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, weight=600)
        self.setFixedHeight(metrics.GROUP_HEAD)


class Pair(QWidget):
    """A quiet label and its words, as in the preview strip: "Valid", "Yes, with 1 warning"."""

    def __init__(
        self, label: str, words: str, parent: QWidget | None = None, *, label_width: int = 72
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.S3)
        name = Label(label, quiet=True)
        name.setFixedWidth(label_width)
        self.value = Label(words, wrap=True)
        self.value.setAccessibleName(f"{label}: {words}")
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.value, 1, Qt.AlignmentFlag.AlignTop)
