"""Takes the pictures of the window's views on the sample store, light and dark, offscreen."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lerdesk.app.bootstrap import open_window
from lerdesk.app.screens import settle, take, take_both
from lerdesk.base.clock import Clock
from lerdesk.base.errors import UserFacingError
from lerdesk.base.folders import Folders, folders
from lerdesk.base.settings import Settings
from lerdesk.desk import inbox, review, stores
from lerdesk.desk.session import Desk
from lerdesk.ui.application import application
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.theme import theme

#: view: place, paper whose request is shown, target
_VIEWS: Mapping[str, tuple[str, str, str | None]] = {
    "inbox": ("inbox", "", None),
    "review-facts": ("review", "15_", "facts"),
    "review": ("review", "16_", "validity"),
    "review-scope": ("review", "17_", "scope"),
    "letter": ("letters", "13_", "full"),
    "notices": ("notices", "18_", None),
    "reports": ("reports", "", None),
    "settings": ("settings", "", None),
    "help": ("help", "", None),
}


def main(words: Sequence[str]) -> int:
    """Take every picture, or the one that shows the window enlarged.

    Args:
        words: the store's folder and the folder for the pictures; the passphrase comes from the environment. With
            ``large`` after them only the review is taken, in a process that Qt was told to enlarge.

    Returns:
        0 done, 1 refused with one line.
    """
    store, out = Path(words[0]), Path(words[1])
    where = folders()
    clock = stores.clock_for(store, os.environ)
    settings = Settings(out / "window.toml", clock.now())
    application(settings)
    theme().set_appearance("light")
    try:
        desk = stores.open_store(
            store, os.environ.get("LERDESK_PASSPHRASE", ""), folders=where, clock=clock
        )
        window = open_window(desk, where, store, clock, settings)
        window.show()
        if words[2:] == ["large"]:
            _go(window, "review", _ids(desk))
            take(window, "review-light-150", out, size=(1280, 720))
            window.close()
            return 0
        _take_all(window, desk, out)
        window.lock("for the picture")
        settle(window, until=lambda: window.desk is None)
        take_both(window, "unlock", out)
        window.close()
        _take_empty(where, clock, settings, out)
    except UserFacingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    finally:
        (out / "window.toml").unlink(missing_ok=True)
    return 0


def _take_all(window: MainWindow, desk: Desk, out: Path) -> None:
    ids = _ids(desk)
    for view in _VIEWS:
        _go(window, view, ids)
        take_both(window, view, out)
        if view == "inbox":
            _with_palette(window, lambda: take_both(window, "palette", out))


def _go(window: MainWindow, view: str, ids: Mapping[str, int]) -> None:
    place, file, target = _VIEWS[view]
    request_id = next((ids[name] for name in ids if file and name.startswith(file)), None)
    window.go(place, request_id, target)
    settle(window)


def _take_empty(where: Folders, clock: Clock, settings: Settings, out: Path) -> None:
    """The inbox of a store that was just made; the store goes when its picture is taken."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        desk = stores.create(
            store,
            "only for a picture",
            company="Northwind Marketplace, Inc.",
            reviewer="Ines Albrecht",
            folders=where,
            clock=clock,
            sample=True,
        )
        window = open_window(desk, where, store, clock, settings)
        window.show()
        window.go("inbox")
        settle(window)
        take_both(window, "empty-inbox", out)
        window.close()


def _with_palette(window: MainWindow, take_it: Callable[[], object]) -> None:
    if window.view is None:
        return
    bar = window.view.bar
    bar.enter()
    bar.field.setText("warrant")
    bar.asked.emit("warrant")
    settle(window)
    take_it()
    bar.leave()


def _ids(desk: Desk) -> dict[str, int]:
    """Each request by its paper's name."""
    found = {}
    for request_id in inbox.ids(desk, inbox.InboxQuery("all")):
        documents = review.look(desk, request_id).documents
        if documents:
            found[documents[0].name] = request_id
    return dict(sorted(found.items()))
