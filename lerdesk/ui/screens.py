"""Pictures of the real window, taken once what it shows is settled."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.theme import theme

SIZES = {
    "unlock": (1000, 700),
    "empty-inbox": (1440, 900),
    "inbox": (1440, 900),
    "review-facts": (1600, 1000),
    "review": (1600, 1000),
    "review-scope": (1600, 1000),
    "palette": (1440, 900),
    "letter": (1440, 900),
    "notices": (1440, 900),
    "reports": (1440, 900),
    "settings": (1440, 900),
    "help": (1440, 900),
}
"""Each view's size in logical pixels."""

_QUIET_TICKS = 3
_TICK_MS = 15
_MOST_TICKS = 4000


def settle(window: MainWindow, *, until: Callable[[], bool] = lambda: True) -> None:
    """Let the window run until nothing loads any more and ``until`` holds.

    Raises:
        TimeoutError: it is still not settled after a minute.
    """
    loop = QEventLoop()
    timer = QTimer()
    quiet = 0
    ticks = 0

    def look() -> None:
        nonlocal quiet, ticks
        ticks += 1
        quiet = quiet + 1 if window.idle and until() else 0
        if quiet >= _QUIET_TICKS or ticks >= _MOST_TICKS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(_TICK_MS)
    loop.exec()
    timer.stop()
    if quiet < _QUIET_TICKS:
        raise TimeoutError("the window is still at work")


def take(
    window: MainWindow,
    name: str,
    out_dir: Path,
    *,
    size: tuple[int, int] | None = None,
) -> Path:
    """Take one picture, ``NAME.png``, in the present theme.

    Args:
        window: shown already, at the place to be pictured.
        name: of the file, without its ending.
        out_dir: made if need be.
        size: in logical pixels; by default that of the view in ``SIZES``. The picture has the screen's pixels.

    Returns:
        The file.
    """
    view = name.removesuffix("-150").removesuffix("-light").removesuffix("-dark")
    QApplication.setCursorFlashTime(0)
    window.resize(QSize(*(size or SIZES[view])))
    settle(window)
    out_dir.mkdir(parents=True, exist_ok=True)
    ratio = window.devicePixelRatioF()
    picture = QPixmap(window.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(theme().color("ground"))
    window.render(picture, QPoint())
    path = out_dir / f"{name}.png"
    picture.save(str(path))
    return path


def take_both(
    window: MainWindow,
    name: str,
    out_dir: Path,
    *,
    size: tuple[int, int] | None = None,
) -> tuple[Path, Path]:
    """Take ``NAME-light.png`` and ``NAME-dark.png``; the appearance set before holds again afterwards."""
    before = theme().appearance
    taken = []
    for appearance in ("light", "dark"):
        theme().set_appearance(appearance)
        taken.append(take(window, f"{name}-{appearance}", out_dir, size=size))
    theme().set_appearance(before)
    return taken[0], taken[1]
