"""The help as a place: pages at the left, the chosen one at the right."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from lerdesk.base.resources import resources
from lerdesk.ui.guard import guarded
from lerdesk.ui.help.contents import style_contents
from lerdesk.ui.shell.place import Command, Context, Place
from lerdesk.ui.theme import fonts, theme
from lerdesk.ui.widgets import Line, PlaceHeader, with_scroll_bars

PAGES = (
    ("first-day", "The first day"),
    ("main-job", "The main job"),
    ("keys", "Keys"),
    ("rulebook", "The rulebook"),
)
_WIDEST = 720
_LINE = 20


def _is_code(block: QTextBlock) -> bool:
    """Whether it is a line of what a person types or reads as it stands."""
    return block.isValid() and block.blockFormat().hasProperty(
        QTextFormat.Property.BlockCodeFence.value
    )


def _set_table(table: QTextTable) -> None:
    """A table as the window has them: as wide as the text, a light line below each row, none between columns."""
    whole = QTextTableFormat()
    whole.setBorder(0)
    whole.setCellSpacing(0)
    whole.setCellPadding(0)
    whole.setBottomMargin(12)
    percent = QTextLength.Type.PercentageLength
    whole.setWidth(QTextLength(percent, 100))
    first = 100 // (table.columns() + 1)
    rest = (100 - first) // max(1, table.columns() - 1)
    wide = [first, *[rest] * (table.columns() - 1)]
    whole.setColumnWidthConstraints([QTextLength(percent, each) for each in wide])
    whole.setBorderCollapse(True)
    table.setFormat(whole)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            form = QTextTableCellFormat()
            form.setTopPadding(3)
            form.setBottomPadding(6)
            form.setLeftPadding(0 if not column else 12)
            form.setRightPadding(0)
            form.setBottomBorder(1)
            form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBottomBorderBrush(QBrush(theme().color("line")))
            cell.setFormat(form)


class HelpPage(QTextBrowser):
    """One page; pictures come from ``resources/help`` alone, links go to other pages."""

    def __init__(self) -> None:
        self._folder = resources() / "help"
        self._name = ""
        super().__init__()
        self.setAccessibleName("Help page")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        with_scroll_bars(self)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(16)
        theme().changed.connect(self._again)

    def show_page(self, name: str) -> None:
        """Show a page of the folder; a name that is none of ``PAGES`` shows nothing."""
        if name not in {page for page, _title in PAGES}:
            return
        self._name = name
        text = (self._folder / f"{name}.md").read_text(encoding="utf-8")
        self.setMarkdown(text)
        self._set_type()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines of at most 720 read best."""
        self.setLineWrapColumnOrWidth(min(_WIDEST + 32, self.width() - 12))
        super().resizeEvent(event)

    def _again(self) -> None:
        if self._name:
            at = self.verticalScrollBar().value()
            self.show_page(self._name)
            self.verticalScrollBar().setValue(at)

    def _set_type(self) -> None:
        """The window's own three sizes instead of Qt's headings; 20 px lines; pictures fit."""
        document = self.document()
        document.setDefaultFont(fonts.font(tabular=False))
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            form = QTextBlockFormat()
            form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            form.setTopMargin({0: 4, 1: 8, 2: 24}.get(level, 16))
            form.setBottomMargin({0: 6, 1: 8}.get(level, 6))
            self._set_fonts(block.begin(), level)
            if self._has_picture(block.begin()):
                form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            if level == 1:
                form.setLineHeight(30, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            if cursor.currentTable() is not None:
                form.setTopMargin(0)
                form.setBottomMargin(0)
            if _is_code(block):
                # a ground ends with the words: only lines that touch have one ground
                form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
                form.setBackground(theme().color("side"))
                form.setTopMargin(0 if _is_code(block.previous()) else 4)
                form.setBottomMargin(0 if _is_code(block.next()) else 10)
            cursor.mergeBlockFormat(form)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _set_table(frame)

    def _set_fonts(self, fragments: object, level: int) -> None:
        scale = {1: 1.5, 2: 1.2}.get(level, 1.0)
        pieces: list[QTextFragment] = []
        it = fragments
        while not it.atEnd():  # type: ignore[attr-defined]  # QTextBlock's iterator, untyped in the stubs
            pieces.append(it.fragment())  # type: ignore[attr-defined]
            it += 1  # type: ignore[operator]
        for piece in pieces:
            form = piece.charFormat()
            if form.isImageFormat():
                self._fit(piece, form.toImageFormat())
                continue
            bold = level > 0 or form.fontWeight() > QFont.Weight.Normal
            code = form.fontFixedPitch()  # what stands between backticks
            form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            weight = 600 if bold else 500 if form.fontItalic() else 400
            form.setFont(fonts.font(scale, weight, tabular=False))
            form.setForeground(theme().color("accent" if form.isAnchor() else "text"))
            if code:
                form.setBackground(theme().color("side"))
            cursor = QTextCursor(self.document())
            cursor.setPosition(piece.position())
            cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(form)

    @staticmethod
    def _has_picture(fragments: object) -> bool:
        it = fragments
        while not it.atEnd():  # type: ignore[attr-defined]  # as above
            if it.fragment().charFormat().isImageFormat():  # type: ignore[attr-defined]
                return True
            it += 1  # type: ignore[operator]
        return False

    def _fit(self, piece: QTextFragment, form: QTextImageFormat) -> None:
        image = self._picture(form.name())
        if image is None:
            return
        wide = min(image.width(), _WIDEST)
        form.setWidth(wide)
        form.setHeight(image.height() * wide / image.width())
        cursor = QTextCursor(self.document())
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)

    def _picture(self, name: str) -> QImage | None:
        path = (self._folder / name).resolve()
        if not path.is_relative_to(self._folder.resolve()) or not path.is_file():
            return None
        image = QImage(str(path))
        return None if image.isNull() else image

    @override
    @guarded(None)
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures of the help's own folder, and nothing else: no address is ever opened."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        return self._picture(name.toString() if isinstance(name, QUrl) else name)


class HelpPlace(Place):
    """Pages and the page."""

    name = "help"
    title = "Help"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.header = PlaceHeader("Help")
        self.contents = QListWidget()
        for name, title in PAGES:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.contents.addItem(item)
        style_contents(self.contents)
        self.page = HelpPage()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(Line(Qt.Orientation.Vertical))
        row.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)
        self.contents.currentRowChanged.connect(self._on_row)
        self.page.anchorClicked.connect(self._on_link)
        self.contents.setCurrentRow(0)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.page.show_page(PAGES[row][0])

    def _on_link(self, url: QUrl) -> None:
        self.show_target(Path(url.path()).stem)

    def show_target(self, target: str) -> None:
        """A page by its file's name: "keys"."""
        names = [name for name, _title in PAGES]
        if target in names:
            self.contents.setCurrentRow(names.index(target))

    def focus_first(self) -> None:
        """The list of pages."""
        self.contents.setFocus()

    def state(self) -> dict[str, object]:
        """The page."""
        return {"page": PAGES[max(0, self.contents.currentRow())][0]}

    def restore(self, state: dict[str, object]) -> None:
        """Bring it back."""
        self.show_target(str(state.get("page", "")))

    def commands(self) -> list[Command]:
        """Each page."""
        return [
            Command(f"Help: {title}", "", lambda name=name: self.show_target(name), "help")  # type: ignore[misc]  # a default
            for name, title in PAGES
        ]
