"""Colours, sizes, fonts, icons and signs of the window.

``theme()``            the present ``Theme``: ``.color("accent")`` a QColor by token (``tokens.Colours`` lists them),
                       ``.font(scale, weight)``, ``.icon(name, token, size, ratio)``, ``.paint_icon(painter, rect, name,
                       token)``, ``.paint_sign(painter, rect, sign, token)``, ``.dark``, ``.changed`` (Signal).
``fonts.font(scale, weight)``  the only way to make a font: scales 1.0, 1.2, 1.5; weights 400, 500, 600.
``fonts.width(words, scale, weight)``, ``fonts.elided(words, room, scale, weight)``, ``fonts.figures(scale, weight)``.
``metrics``            sizes in logical pixels (``EDGE`` 16, ``ROW`` 30, ``CONTROL`` 28, ``PLACE_HEADER`` 44 ...).
``icons``, ``signs``   their docstrings list the names.

Paint from ``theme()`` at each paint; no colour in a stylesheet, no ``font-weight`` anywhere. Widgets that are not
painted by hand follow the palette: ``setBackgroundRole(QPalette.AlternateBase)`` is the side colour,
``setForegroundRole(QPalette.PlaceholderText)`` quiet text.
"""

from lerdesk.ui.theme import metrics
from lerdesk.ui.theme.appearance import APPEARANCES, Theme, theme
from lerdesk.ui.theme.tokens import DARK, LIGHT, Colours

__all__ = [
    "APPEARANCES",
    "DARK",
    "LIGHT",
    "Colours",
    "Theme",
    "metrics",
    "theme",
]
