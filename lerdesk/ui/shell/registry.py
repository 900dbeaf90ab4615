"""The places of the window, in the rail's order. A place's module is imported when it is first gone to."""

from dataclasses import dataclass
from importlib import import_module

from lerdesk.ui.shell.place import Place


@dataclass(frozen=True)
class Entry:
    """One place.

    Attributes:
        name: the word that ``go`` takes.
        title: on the rail.
        icon: its icon.
        where: module and class.
        keys: the shortcut that goes there.
    """

    name: str
    title: str
    icon: str
    where: str
    keys: str


PLACES = (
    Entry("inbox", "Inbox", "inbox", "lerdesk.ui.inbox.place:InboxPlace", "Ctrl+1"),
    Entry("review", "Review", "review", "lerdesk.ui.review.place:ReviewPlace", "Ctrl+2"),
    Entry("notices", "Notices", "notice", "lerdesk.ui.notices.place:NoticesPlace", "Ctrl+3"),
    Entry("letters", "Letters", "letter", "lerdesk.ui.letters.place:LettersPlace", "Ctrl+4"),
    Entry("reports", "Reports", "report", "lerdesk.ui.reports.place:ReportsPlace", "Ctrl+5"),
)
"""The rail's upper part."""

OTHER = (
    Entry("help", "Help", "help", "lerdesk.ui.help.place:HelpPlace", "F1"),
    Entry("settings", "Settings", "settings", "lerdesk.ui.settings.place:SettingsPlace", "Ctrl+,"),
)
"""The places of the rail's lower part."""

BY_NAME = {entry.name: entry for entry in (*PLACES, *OTHER)}


def place_class(name: str) -> type[Place]:
    """The class of a place.

    Raises:
        KeyError: there is no such place.
    """
    module, _, kind = BY_NAME[name].where.partition(":")
    made = getattr(import_module(module), kind)
    if not (isinstance(made, type) and issubclass(made, Place)):
        raise TypeError(f"{module}.{kind} is no place")
    return made
