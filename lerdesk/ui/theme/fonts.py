"""The one place that makes fonts: three sizes, three weights, tabular figures.

The interface font is the system's, and Inter from its package where the system has none to name. Inter's variable
file shows one weight only unless its axis is set, which is why no other module makes a ``QFont`` and no stylesheet
names a weight.
"""

import re
import sys
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication

from lerdesk.ui.theme import metrics

_NO_FACE = {"", "Sans Serif", "Sans", "DejaVu Sans", "Helvetica", "Bitstream Vera Sans"}
_DATE = re.compile(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b")
_WEIGHT = QFont.Tag("wght")
_TABULAR = QFont.Tag("tnum")
_WEIGHTS = {
    400: QFont.Weight.Normal,
    500: QFont.Weight.Medium,
    600: QFont.Weight.DemiBold,
    700: QFont.Weight.Bold,
}


@cache
def family() -> str:
    """The interface font's family, looked up once."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    own = system and system not in _NO_FACE and QGuiApplication.platformName() != "offscreen"
    if sys.platform in {"win32", "darwin"} and QGuiApplication.platformName() != "offscreen":
        own = True
    return system if own else _packaged()


@cache
def _packaged() -> str:
    import fontpkg_inter  # type: ignore[import-untyped]  # a package of font files, without types

    file = Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf"
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return families[0] if families else ""


@cache
def base_size() -> int:
    """Pixels of the base size: 13, or the system's own where it is larger."""
    if family() == _packaged():
        return metrics.BASE
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(metrics.BASE, QFontInfo(system).pixelSize())


@cache
def _made(scale: float, weight: int, tabular: bool = True) -> QFont:  # noqa: FBT001, FBT002  a cache key
    font = QFont(family())
    font.setPixelSize(round(base_size() * scale))
    font.setFeature(_TABULAR, int(tabular))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if font.family() == _packaged():
        font.setVariableAxis(_WEIGHT, weight)
    else:
        font.setWeight(_WEIGHTS[weight])
    return font


def font(scale: float = 1.0, weight: int = 400, *, tabular: bool = True) -> QFont:
    """A font of the interface.

    Args:
        scale: 1.0 for everything; 1.2 for place names, the reference, the determination; 1.5 for Unlock alone.
        weight: 400; 500 next steps and states; 600 the current, the place, group heads, unread references.
        tabular: all figures of one width; off in running prose.
    """
    return QFont(_made(scale, weight, tabular))


@cache
def figures(scale: float = 1.0, weight: int = 400) -> QFontMetricsF:
    """What ``font(scale, weight)`` measures, for delegates and hand-painted controls."""
    return QFontMetricsF(_made(scale, weight))


def printed(words: str) -> str:
    """The words as they are painted, letter for letter: no line ends inside a date, a number or after a section sign.

    Inter's tabular figures widen the hyphen too, so its narrow twin is painted.
    """
    if "\u00a7 " in words:
        words = words.replace("\u00a7 ", "\u00a7\u00a0")
    words = _DATE.sub(lambda found: found[0].replace(" ", "\u00a0"), words)
    return words.replace("-", "\u2011") if family() == _packaged() else words


@lru_cache(4096)  # a layout asks for the same words' width many times over
def width(words: str, scale: float = 1.0, weight: int = 400) -> float:
    """How wide these words are, in logical pixels."""
    return figures(scale, weight).horizontalAdvance(printed(words))


@lru_cache(1024)
def elided(words: str, room: float, scale: float = 1.0, weight: int = 400) -> str:
    """The words as ``printed``, cut with an ellipsis where they need more than ``room``; a closing quote stays."""
    words = printed(words)
    measure = figures(scale, weight)
    if measure.horizontalAdvance(words) <= room:
        return words
    closing = words[-1] if words[-1:] in {"”", "’"} else ""
    inner = words[: len(words) - len(closing)]
    return (
        measure.elidedText(
            inner, Qt.TextElideMode.ElideRight, room - measure.horizontalAdvance(closing)
        )
        + closing
    )
