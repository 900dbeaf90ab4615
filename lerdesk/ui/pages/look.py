"""The colours that pages are shown in, taken from the theme."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from lerdesk.ui.pages.marks import Inks
from lerdesk.ui.theme import theme


@dataclass(frozen=True)
class Look:
    """What a page view paints with.

    Attributes:
        desk: behind the pages.
        dimmed: whether pages are multiplied with ``paper``.
    """

    desk: QColor
    paper: QColor
    edge: QColor
    quiet: QColor
    accent: QColor
    dimmed: bool
    inks: Inks


def look() -> Look:
    """The colours of this moment."""
    present = theme()
    colour = present.color
    return Look(
        desk=colour("desk"),
        paper=colour("paper"),
        edge=colour("line"),
        quiet=QColor("#5A6470"),  # on paper, which is light in both appearances
        accent=colour("accent"),
        dimmed=present.dark,
        inks=Inks(
            quiet=colour("evidence"),
            quiet_line=colour("evidence_line"),
            strong=colour("evidence_current"),
            ring=colour("evidence_ring"),
            selected=colour("words_selected"),
        ),
    )
