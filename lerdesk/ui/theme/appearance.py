"""The present appearance: which colours hold, and the signal that they changed."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from lerdesk.ui.theme import metrics
from lerdesk.ui.theme.tokens import DARK, LIGHT, Colours, high_contrast

APPEARANCES = ("system", "light", "dark")


class Theme(QObject):
    """Colours, fonts, icons and signs as they are now. One for the program: ``theme()``.

    Paint from it at each paint, keep nothing of it: after ``changed`` every widget is painted anew by itself.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours: Colours = LIGHT
        self.appearance = "light"
        self._begun = False

    @property
    def dark(self) -> bool:
        """Whether the ground is darker than the text."""
        return self.color("ground").lightness() < self.color("text").lightness()

    def begin(self, application: QApplication, appearance: str = "system") -> None:
        """Set style and palette of the application; once, before the first window. ``take_font`` follows."""
        if not self._begun:
            self._begun = True
            application.setStyle(QStyleFactory.create("Fusion"))
            hints = application.styleHints()
            hints.colorSchemeChanged.connect(self._on_system)
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system)
        self.set_appearance(appearance)

    @staticmethod
    def take_font() -> None:
        """Set the application's font; after the first paint, which needs none, and before the first words."""
        from lerdesk.ui.theme import fonts

        QApplication.setFont(fonts.font())

    def set_appearance(self, appearance: str) -> None:
        """Light, dark or the system's.

        Raises:
            ValueError: none of these.
        """
        if appearance not in APPEARANCES:
            raise ValueError(appearance)
        self.appearance = appearance
        self._take(self._wanted())

    def _on_system(self) -> None:
        self._take(self._wanted())

    def _wanted(self) -> Colours:
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return self._of_system()
        if self.appearance == "system":
            return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self.appearance == "dark" else LIGHT

    @staticmethod
    def _of_system() -> Colours:
        palette = QApplication.style().standardPalette()
        return high_contrast(
            *(
                palette.color(role).name()
                for role in (
                    QPalette.ColorRole.Base,
                    QPalette.ColorRole.Text,
                    QPalette.ColorRole.Highlight,
                    QPalette.ColorRole.HighlightedText,
                )
            )
        )

    def _take(self, colours: Colours) -> None:
        self.colours = colours
        QApplication.setPalette(self.palette())
        self.changed.emit()

    def palette(self) -> QPalette:
        """The application's palette, with the tokens where Qt looks for them.

        ``AlternateBase`` is side, ``PlaceholderText`` quiet, ``Mid`` line, ``Dark`` field, ``Highlight`` the words
        selected: widgets that take these by role follow a change of theme by themselves.
        """
        role = QPalette.ColorRole
        made = QPalette()
        for roles, token in (
            ((role.Window, role.Base, role.Button), "ground"),
            ((role.AlternateBase, role.ToolTipBase), "side"),
            ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "text"),
            ((role.BrightText,), "text"),
            ((role.PlaceholderText,), "quiet"),
            ((role.Mid, role.Midlight, role.Light), "line"),
            ((role.Dark, role.Shadow), "field"),
            ((role.Highlight,), "words_selected"),
            ((role.HighlightedText,), "on_words_selected"),
            ((role.Link, role.LinkVisited, role.Accent), "accent"),
        ):
            for one in roles:
                made.setColor(one, self.color(token))
        for one in (role.WindowText, role.Text, role.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, one, self.color("quiet"))
        return made

    def color(self, token: str) -> QColor:
        """The colour of a token: ``color("quiet")``.

        Raises:
            AttributeError: there is no such token.
        """
        return QColor(getattr(self.colours, token))

    @staticmethod
    def font(scale: float = 1.0, weight: int = 400) -> QFont:
        """See ``fonts.font``."""
        from lerdesk.ui.theme import fonts

        return fonts.font(scale, weight)

    def icon(
        self, name: str, token: str = "text", size: int = metrics.ICON, ratio: float = 1.0
    ) -> QPixmap:
        """An icon in a token's colour; see ``icons.drawn``."""
        from lerdesk.ui.theme import icons

        return icons.drawn(name, self.color(token).name(), size, ratio)

    def paint_icon(
        self,
        painter: QPainter,
        rect: QRectF,
        name: str,
        token: str = "text",
        size: int = metrics.ICON,
    ) -> None:
        """Paint an icon centred in ``rect``."""
        from lerdesk.ui.theme import icons

        icons.paint_icon(painter, rect, name, self.color(token), size)

    def paint_sign(self, painter: QPainter, rect: QRectF, sign: str, token: str = "text") -> None:
        """Paint a sign centred in ``rect``; see ``signs``."""
        from lerdesk.ui.theme import signs

        signs.paint(painter, rect, sign, self.color(token))


_THEME: list[Theme] = []


def theme() -> Theme:
    """The program's theme, made at the first call."""
    if not _THEME:
        _THEME.append(Theme())
    return _THEME[0]
