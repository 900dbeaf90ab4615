"""The folders that the program uses. Made once at the start and handed down; nobody else asks platformdirs."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Folders:
    """Every folder of the program.

    Attributes:
        data: the user's data; the default store is ``data/store``.
        config: the window's settings and the organisation's own ``rulebook/``.
        state: logs without content and the crash file.
    """

    data: Path
    config: Path
    state: Path

    @property
    def store(self) -> Path:
        """The default store folder."""
        return self.data / "store"

    @property
    def demo(self) -> Path:
        """Where the demonstration leaves its papers when no place is named."""
        return self.data / "demo"

    @property
    def rulebook(self) -> Path:
        """The organisation's own rules."""
        return self.config / "rulebook"


def folders(home: Path | None = None) -> Folders:
    """The folders under ``home``, else under ``LERDESK_HOME``, else the system's own places."""
    root = home or (Path(value) if (value := os.environ.get("LERDESK_HOME")) else None)
    if root is not None:
        root = root.expanduser().absolute()
        return Folders(root / "data", root / "config", root / "state")
    import platformdirs  # only where it is asked: the first paint waits for this module

    return Folders(
        Path(platformdirs.user_data_dir("LERDesk", appauthor=False)),
        Path(platformdirs.user_config_dir("LERDesk", appauthor=False)),
        Path(platformdirs.user_state_dir("LERDesk", appauthor=False)),
    )
