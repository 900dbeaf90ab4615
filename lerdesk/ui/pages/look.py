"""The colours that pages are shown in, taken from the theme."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from lerdesk.ui.pages.marks import Inks

if TYPE_CHECKING:
    from lerdesk.ui.theme import Theme


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


def look(theme: "Theme") -> Look:
    """The colours of this moment; ask again after ``theme.changed``."""
    colour = theme.colour
    return Look(
        desk=colour("desk"),
        paper=colour("paper"),
        edge=colour("line"),
        quiet=QColor("#5A6470"),  # on paper, which is light in both appearances
        accent=colour("accent"),
        dimmed=theme.dark,
        inks=Inks(
            quiet=colour("evidence"),
            quiet_line=colour("evidence_line"),
            strong=colour("evidence_current"),
            ring=colour("evidence_ring"),
            selected=colour("words_selected"),
        ),
    )
