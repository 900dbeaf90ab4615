"""A choice of time zones by their places."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

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
        super().__init__(name, parent)
        from zoneinfo import available_timezones

        zones = [zone for zone in available_timezones() if "/" in zone]
        for words, zone in sorted((zone_words(zone), zone) for zone in zones):
            self.addItem(words, zone)

    def set_zone(self, zone: str) -> None:
        """Show a zone by its IANA name; one that is not known here is added."""
        if self.findData(zone) < 0:
            self.addItem(zone_words(zone), zone)
        self.setCurrentIndex(self.findData(zone))

    def zone(self) -> str:
        """The chosen zone's IANA name."""
        return str(self.currentData(Qt.ItemDataRole.UserRole))
