"""A choice of time zones by their places."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets.fields import Combo


def zone_words(zone: str) -> str:
    """The zone's place, as people write it.

    >>> zone_words("America/Los_Angeles")
    'Los Angeles, America'
    """
    return ", ".join(reversed(zone.replace("_", " ").split("/")))


class ZoneCombo(Combo):
    """Every zone that has a place, by its place."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._room = QSize(120, metrics.CONTROL)
        super().__init__(name, parent)
        from lerdesk.base.zones import known_zones  # most starts need none

        zones = [zone for zone in known_zones() if "/" in zone]
        for words, zone in sorted((zone_words(zone), zone) for zone in zones):
            self.addItem(words, zone)
        self._room = super().sizeHint()

    @override
    @guarded(QSize(120, metrics.CONTROL))
    def sizeHint(self) -> QSize:
        """As the zones need it, which are too many to be measured at every layout."""
        return self._room

    def set_zone(self, zone: str) -> None:
        """Show a zone by its IANA name; one that is not known here is added."""
        if self.findData(zone) < 0:
            self.addItem(zone_words(zone), zone)
        self.setCurrentIndex(self.findData(zone))

    def zone(self) -> str:
        """The chosen zone's IANA name."""
        return str(self.currentData(Qt.ItemDataRole.UserRole))
