"""The program's own icons: SVG of one colour in ``resources/icons``, painted in whatever token is asked for.

Names: inbox, review, notice, letter, register, report, person, lock, help, settings, search, add, filter, back,
forward, open_list, sort_up, sort_down, page_up, page_down, zoom_in, zoom_out, fit, rotate, own_window, document,
clock, silence, eye, link, close, print, export, empty_inbox (96 px).
"""

from functools import cache, lru_cache
from math import floor

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lerdesk.base.resources import resources
from lerdesk.ui.theme import metrics


@cache
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def drawn(name: str, colour: str, size: int = metrics.ICON, ratio: float = 1.0) -> QPixmap:
    """An icon in a colour ``#RRGGBB``, ``size`` logical pixels high and wide, crisp at ``ratio``.

    Raises:
        FileNotFoundError: there is no icon of this name.
    """
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    side = round(size * ratio)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint_icon(
    painter: QPainter, rect: QRectF, name: str, colour: QColor, size: int = metrics.ICON
) -> None:
    """Paint an icon centred in ``rect``, on whole device pixels."""
    device = painter.device()
    ratio = device.devicePixelRatioF()
    picture = drawn(name, colour.name(), size, ratio)
    left = rect.x() + (rect.width() - size) / 2
    top = rect.y() + (rect.height() - size) / 2
    corner = painter.deviceTransform().map(QRectF(left, top, 1, 1).topLeft())
    inverted, _ = painter.deviceTransform().inverted()
    painter.drawPixmap(
        inverted.map(QPointF(floor(corner.x() + 0.5), floor(corner.y() + 0.5))), picture
    )
