"""Where the program's own files lie: in the wheel, beside the package in a checkout, or frozen."""

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder that holds rulebook, templates, samples, help and icons.

    Raises:
        FileNotFoundError: none of the places has it; the installation is broken.
    """
    package = Path(__file__).resolve().parent.parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / "lerdesk" / "_resources"
    for place in (package / "_resources", package.parent / "resources", frozen):
        if (place / "rulebook").is_dir():
            return place
    raise FileNotFoundError("LERDesk's resources folder is missing; install the program again.")
