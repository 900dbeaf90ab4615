"""Puts the parts of the window together, once, in the order in which they are made. The map of the program.

``Folders`` → ``Settings`` → ``Door`` (the ways into a store, over ``lerdesk.desk.stores``) → ``MainWindow``
(``JobRunner``, unlock view) → a ``Desk`` on the store's thread → ``DeskView`` (rail, top bar, places, status line).
"""

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from lerdesk.base.clock import Clock
from lerdesk.base.folders import Folders
from lerdesk.base.settings import Settings
from lerdesk.ui.shell.load_ahead import LoadAhead, desk_modules
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.unlock.door import Door, FirstStart, Look

if TYPE_CHECKING:
    from lerdesk.desk.session import Desk
    from lerdesk.ui.jobs import Job

SAMPLE_PASSPHRASES = {
    "Ines Albrecht": "sample store",
    "Tobias Okonkwo": "sample second person",
}
"""Of the sample store's two people, where none was given. A store that a person made themselves has their own."""


def main_window(
    folders: Folders,
    store: Path,
    settings: Settings,
    *,
    rulebook: Path | None = None,
    passphrase_given: bool = False,
) -> MainWindow:
    """The window, locked; ``begin`` looks at the store once it is painted."""
    made = door(folders, rulebook=rulebook, passphrase_given=passphrase_given)
    return MainWindow(made, folders, store, Clock(), settings)


def begin(window: MainWindow, passphrase: str = "") -> None:
    """Look at the store, after the first paint; a passphrase that was given opens it at once."""
    window.build()
    window.look_at(window.store_folder, passphrase=passphrase)
    if not passphrase:  # while a person types theirs
        window.jobs.store(desk_modules, window)
        LoadAhead(window)


def open_window(
    desk: "Desk | None",
    folders: Folders,
    store_folder: Path,
    clock: Clock,
    settings: Settings,
    *,
    rulebook: Path | None = None,
) -> MainWindow:
    """The window on a desk that is open already, or on the way in; for tests and for pictures. It is not shown yet.

    Args:
        desk: an open desk; the window closes it when it locks or closes.
        folders: the program's.
        store_folder: where the desk's store lies, to unlock it again.
        clock: with which a store is opened here.
        settings: the window's own.
        rulebook: the organisation's own rules.
    """
    made = door(folders, rulebook=rulebook, clock=clock)
    window = MainWindow(made, folders, store_folder, clock, settings)
    window.build()
    if desk is not None:
        window.open_desk(desk)
    else:
        window.look_at(store_folder)
    return window


def door(
    folders: Folders,
    *,
    rulebook: Path | None = None,
    clock: Clock | None = None,
    passphrase_given: bool = False,
) -> Door:
    """The ways into a store; each imports the store when it is first used, on the store's thread.

    Args:
        folders: the program's.
        rulebook: the organisation's own rules.
        clock: a test's own; else the one that ``LERDESK_NOW`` and the store say.
        passphrase_given: the sample store's passphrase came from a file or the environment: none is shown.
    """

    def clock_of(folder: Path) -> Clock:
        from lerdesk.desk import stores

        return clock or stores.clock_for(folder, os.environ)

    def look(folder: Path) -> Look:
        from lerdesk.desk import stores

        if not stores.exists(folder):
            return Look(there=False)
        names, sample = stores.reviewers(folder), stores.is_sample(folder)
        shown = sample and not passphrase_given
        own = SAMPLE_PASSPHRASES if shown else {}
        hints = tuple((name, own[name]) for name in names if name in own)
        return Look(there=True, reviewers=names, sample=sample, hints=hints)

    def open_store(folder: Path, passphrase: str) -> "Desk":
        from lerdesk.desk import stores

        return stores.open_store(
            folder,
            passphrase,
            folders=folders,
            clock=clock_of(folder),
            rulebook=rulebook,
            moved_on=False,  # the window does it once the inbox is shown
        )

    def make(first: FirstStart) -> "Desk":
        from lerdesk.desk import stores
        from lerdesk.domain.letter import Letterhead

        return stores.create(
            first.folder,
            first.passphrase,
            company=first.company,
            reviewer=first.reviewer,
            folders=folders,
            clock=clock_of(first.folder),
            zone=first.zone,
            sample=stores.made_as_sample(os.environ) if clock is None else False,
            rulebook=rulebook,
            letterhead=Letterhead(
                company=first.company,
                lines=first.lines,
                department=first.department,
                telephone=first.telephone,
                email=first.email,
                logo=first.logo,
            ),
        )

    def sample(job: "Job") -> Path:
        made = import_module("lerdesk.desk.sample").ensure(folders, job.progress, job.cancelled)
        return Path(made)

    def strength(passphrase: str) -> tuple[int, str]:
        from lerdesk.desk import stores

        return stores.strength(passphrase)

    return Door(look, open_store, make, sample, strength)
