"""Write files whole or not at all."""

import os
import tempfile
from pathlib import Path

from lerdesk.base.errors import UserFacingError


def write_beside(path: Path, data: bytes) -> None:
    """Write a file beside its place, then move it there: an earlier one stays until the new one is whole.

    Raises:
        UserFacingError: the folder is missing, cannot be written, or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UserFacingError(
            f"{path} cannot be written: {error.strerror}.",
            "What was there before is still there.",
            "Choose another place.",
        ) from error
