"""Started as a process of its own: opens the empty window or the program's, says when it was painted, and ends.

    start_driver.py empty
    start_driver.py first [WORDS]      the program, to its first paint
    start_driver.py ready [WORDS]      the program, to the inbox's rows painted

Prints the moment as ``time.time()`` tells it: whoever started the process knows when that was.
"""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Painted(QObject):
    """Tells the moment after a widget's first paint, then closes its window: an unclosed store is checked anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.window = widget.window()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        print(time.time(), flush=True)
        self.window.close()


def empty() -> None:
    application = QApplication([sys.argv[0]])
    window = QWidget()
    window.resize(1440, 900)
    painted = Painted(window)
    window.show()
    application.exec()
    del painted


def program(until: str, words: list[str]) -> None:
    from lerdesk.__main__ import main

    run = QApplication.exec

    def watched() -> int:
        (window,) = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        if until == "first":
            Painted(window)
        else:
            window.opened.connect(lambda: rows_shown(window))
        return run()

    QApplication.exec = watched
    main(words)


def rows_shown(window: QObject) -> None:
    place = window.shown
    place.model.modelReset.connect(
        lambda: Painted(place.table.viewport()) if place.model.ids else None
    )


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "empty":
        empty()
    else:
        program(what, rest)
