"""Whether there is a display that a window could open on: where there is none, Qt ends the process by itself."""

import os
import re
import sys
from collections.abc import Mapping

_WAIT = 1.0  # seconds; a display on this machine answers or refuses at once
_DISPLAY = re.compile(r"(?:(?P<protocol>\w+)/)?(?P<host>.*):(?P<number>\d+)(?:\.\d+)?")
_FIRST_PORT = 6000


def reachable(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a display is named and answers: the named socket takes a connection, which is closed at once.

    Another platform of Qt's own (``QT_QPA_PLATFORM=offscreen``) needs none.
    """
    if sys.platform in {"win32", "darwin"}:
        return True
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return True
    return _x11(environment.get("DISPLAY", "")) or _wayland(environment)


def _x11(name: str) -> bool:
    found = _DISPLAY.fullmatch(name)
    if found is None:
        return False
    number = int(found["number"])
    if found["host"] and found["protocol"] != "unix" and found["host"] != "unix":
        return _connects((found["host"].strip("[]"), _FIRST_PORT + number))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  where every X server has it
    return _connects(path) or (sys.platform == "linux" and _connects("\0" + path))


def _wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and _connects(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name))  # noqa: PTH118  an absolute name stands alone, as in Wayland


def _connects(place: str | tuple[str, int]) -> bool:
    import socket

    try:
        if isinstance(place, tuple):
            socket.create_connection(place, _WAIT).close()
            return True
        with socket.socket(socket.AF_UNIX) as made:
            made.settimeout(_WAIT)
            made.connect(place)
    except (OSError, ValueError, OverflowError):
        return False
    return True
