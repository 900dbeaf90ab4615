"""The demonstration's folder: made, an earlier one replaced, anything else left alone."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from lerdesk.base.errors import UserFacingError
from lerdesk.base.folders import Folders
from lerdesk.desk import stores
from lerdesk.desk.sample.making import make

_STORE = (
    r"store\.db(\.new)?(-wal|-shm)?|(keys\.json|journal\.head)(\.new)?|store\.lock"
    r"|store-before-schema-\d+\.db(\.new)?"
)
#: each thing that a demonstration leaves, with what lies in it; nothing else is ever taken away
LEAVES = {
    "store": _STORE,
    "letters": r"\.?[A-Z]+-\d{4}-\d+-[a-z-]+\.pdf.*",
    "reports": r"\.?\d{4}-H[12]\.(pdf|csv).*",
    "screens": r"[a-z0-9-]+-(light|dark|light-150)\.png|window\.(toml|new)",
    "making": rf"store|{_STORE}",
}


def clear(folder: Path) -> None:
    """Make the folder, or take away what an earlier demonstration left in it.

    Raises:
        UserFacingError: something else lies there, a store that is no sample store, or one that is open; the folder
            cannot be made or cleared.
    """
    try:
        _clear(folder)
    except OSError as error:
        raise UserFacingError(
            f"{folder} cannot be used: {error.strerror}.", "", "Name another folder with --out."
        ) from error


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    store = folder / "store"
    strange = _strange(folder)
    own = (store / "store.db").exists() and not stores.is_sample(store)
    if strange or own:
        what = strange or "a store of your own"
        raise UserFacingError(
            f"{folder} holds {what}, which no demonstration left.",
            "Nothing was changed.",
            "Name another folder with --out.",
        )
    stores.hold_briefly(store)
    for path in tuple(folder.iterdir()):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _strange(folder: Path) -> str:
    """The first thing in the folder that no demonstration left; empty where there is none."""
    for path in sorted(folder.iterdir()):
        inside = LEAVES.get(path.name)
        if inside is None:
            if path.name.startswith(".summary.json.") or _is_summary(path):
                continue
            return path.name
        if path.is_symlink() or not path.is_dir():
            return path.name
        for each in sorted(path.rglob("*")):
            if each.is_symlink() or not re.fullmatch(inside, each.name):
                return f"{path.name}/{each.relative_to(path).as_posix()}"
    return ""


def _is_summary(path: Path) -> bool:
    if path.name != "summary.json" or not path.is_file():
        return False
    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        return False
    return isinstance(found, dict) and {"format", "samples"} <= set(found)


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
