"""Makes ahead the place that takes longest to make, while the window has nothing else to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from lerdesk.ui.shell.desk_view import DeskView

_WAIT_MS = 250  # since the last work ended: a person looks at what came


class BuildAhead(QObject):
    """Makes the review once the first place is shown, so that opening a request shows it at once.

    Args:
        view: it ends with it.
    """

    def __init__(self, view: "DeskView") -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_WAIT_MS)

    def _look(self) -> None:
        if self._view.shown is not None and self._view.jobs.idle:
            self._timer.stop()
            self._view.make_ahead("review")
            self.deleteLater()
