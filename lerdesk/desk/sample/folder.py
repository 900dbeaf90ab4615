"""The demonstration's folder: made, an earlier one replaced, anything else left alone."""

import shutil
from collections.abc import Callable
from pathlib import Path

from lerdesk.base.errors import UserFacingError
from lerdesk.base.folders import Folders
from lerdesk.desk import stores
from lerdesk.desk.sample.making import make

#: what a demonstration leaves, and nothing else
LEAVES = frozenset({"store", "letters", "reports", "screens", "summary.json", "making"})


def clear(folder: Path) -> None:
    """Make the folder, or take away what an earlier demonstration left in it.

    Raises:
        UserFacingError: something else lies there, a store that is no sample store, or one that is open.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = {path.name for path in folder.iterdir()}
    store = folder / "store"
    strange = sorted(found - LEAVES)
    if strange or (stores.exists(store) and not stores.is_sample(store)):
        what = strange[0] if strange else "a store of your own"
        raise UserFacingError(
            f"{folder} holds {what}, which no demonstration left.",
            "Nothing was changed.",
            "Name another folder with --out.",
        )
    stores.hold_briefly(store)
    for name in found:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def ensure(
    folders: Folders,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Path:
    """The sample store's folder, made if need be; the first start opens it.

    Raises:
        UserFacingError: the folder cannot be written.
        Cancelled: a person stopped it; nothing is left.
    """
    store = folders.demo / "store"
    if stores.exists(store):
        return store
    making = folders.demo / "making"
    shutil.rmtree(making, ignore_errors=True)
    try:
        make(
            making,
            folders,
            progress=lambda done, whole, name: progress(
                done, whole, f"Making the sample store {name}"
            ),
            cancelled=cancelled,
        ).desk.close()
        making.rename(store)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return store
