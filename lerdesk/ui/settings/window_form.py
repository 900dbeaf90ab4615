"""The window's own settings: looks, locking, folders."""

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.settings import Settings
from lerdesk.desk.session import Desk
from lerdesk.ui import files
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import Theme
from lerdesk.ui.widgets import Button, Combo, Form, Label, beside

_LOOKS = (("system", "The system’s"), ("light", "Light"), ("dark", "Dark"))
_LOCKS = (
    (5, "After 5 minutes without use"),
    (15, "After 15 minutes without use"),
    (60, "After an hour without use"),
    (0, "Only by hand"),
)


class WindowForm(QWidget):
    """Each change holds at once."""

    def __init__(self, desk: Desk, theme: Theme, settings: Settings, store: Path) -> None:
        self._theme, self._settings = theme, settings
        super().__init__()
        self.looks = Combo("Appearance")
        for value, words in _LOOKS:
            self.looks.addItem(words, value)
        self.locks = Combo("Lock")
        for minutes, words in _LOCKS:
            self.locks.addItem(words, minutes)
        self.locks.setCurrentIndex(
            max(0, self.locks.findData(settings.number("lock_after_minutes")))
        )
        self.exports = Label(settings.text("export_folder") or str(Path.home()))
        self.choose = Button("Choose a folder")
        form = Form()
        form.head("Window")
        form.row("Appearance", self.looks)
        form.row("Lock", self.locks, "Ctrl+L locks at once. What is on the screen comes back.")
        form.head("Folders")
        form.row("Store", Label(str(store), quiet=True), wide=True)
        form.row("Your own rules", Label(str(desk.folders.rulebook), quiet=True), wide=True)
        form.row("Exports go to", beside(self.choose, self.exports))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        self.looks.activated.connect(self._on_looks)
        self.locks.activated.connect(self._on_locks)
        self.choose.clicked.connect(self._on_choose)
        theme.changed.connect(self._show_looks)
        self._show_looks()

    def _show_looks(self) -> None:
        set_now = self._settings.text("appearance")
        self.looks.setCurrentIndex(max(0, self.looks.findData(set_now)))

    @override
    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """The command list sets it too."""
        self._show_looks()
        super().showEvent(event)

    def _on_looks(self) -> None:
        value = str(self.looks.currentData())
        self._settings.set("appearance", value)
        self._theme.set_appearance(value)

    def _on_locks(self) -> None:
        self._settings.set("lock_after_minutes", int(self.locks.currentData()))

    def _on_choose(self) -> None:
        files.choose_folder(self, "Where exports go", self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        self._settings.set("export_folder", str(folder))
        self.exports.setText(str(folder))
