"""Where the shared test material lies, for tests marked ``shared``."""

import os
from pathlib import Path


def _find() -> Path | None:
    named = os.environ.get("LERDESK_SHARED")
    place = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    return place if (place / "orders").is_dir() else None


#: the folder of the shared test material, or None where it is not there
SHARED: Path | None = _find()
