"""Choosing files to open and a place to save to. Dialogs never block: the answer comes to a callable.

Qt's own dialog would keep a list of folders visited in a settings file; ``lerdesk.ui.application`` takes that away.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.base.settings import Settings


def choose_files(
    parent: QWidget, title: str, pattern: str, then: Callable[[list[Path]], None]
) -> QFileDialog:
    """Let a person choose files that are there.

    Args:
        parent: its window is the dialog's.
        title: of the dialog: "Add served files".
        pattern: "Served files (*.pdf)"; "All files (*)" is added.
        then: gets the files; is not called when the dialog is left.
    """
    dialog = QFileDialog(parent.window(), title, str(Path.home()), f"{pattern};;All files (*)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    return _opened(dialog)


def choose_folder(parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """Let a person choose a folder."""
    dialog = QFileDialog(parent.window(), title, str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return _opened(dialog)


def choose_place_to_save(
    parent: QWidget,
    title: str,
    name: str,
    settings: Settings,
    then: Callable[[Path], None],
) -> QFileDialog:
    """Let a person choose where a file goes; the folder is proposed again the next time.

    Args:
        parent: its window is the dialog's.
        title: "Export the letter".
        name: proposed, with its ending.
        settings: keeps the folder.
        then: gets the file; the dialog has asked already where it would replace one.
    """
    folder = Path(settings.text("export_folder") or Path.home())
    if not folder.is_dir():
        folder = Path.home()
    ending = Path(name).suffix
    dialog = QFileDialog(parent.window(), title, str(folder), f"(*{ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending.removeprefix("."))
    dialog.selectFile(name)

    def chosen(path: str) -> None:
        settings.set("export_folder", str(Path(path).parent))
        then(Path(path))

    dialog.fileSelected.connect(chosen)
    return _opened(dialog)


def _opened(dialog: QFileDialog) -> QFileDialog:
    dialog.setStyleSheet("QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }")
    dialog.finished.connect(dialog.deleteLater)
    if (above := dialog.parentWidget()) is not None:
        dialog.finished.connect(above.activateWindow)
    dialog.open()
    return dialog


def read_file(path: Path, most: int) -> bytes:
    """A file's bytes.

    Args:
        path: the file.
        most: bytes; a larger one is refused before it is read.

    Raises:
        UserFacingError: it is no file, cannot be read, or is too large.
    """
    try:
        if not path.is_file():
            raise UserFacingError(f"{path.name} is not a file.")
        if path.stat().st_size > most:
            raise UserFacingError(
                f"{path.name} is larger than {most // (1024 * 1024)} MB, the most that is taken in."
            )
        return path.read_bytes()
    except OSError as error:
        raise UserFacingError(
            f"{path.name} could not be read: {error.strerror or 'it is not there'}."
        ) from None
