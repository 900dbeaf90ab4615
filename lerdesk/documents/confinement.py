"""How the reader process is started, and how far it is shut in.

Full: bubblewrap with no network, no home, nothing writable, only what Python itself needs. Reduced:
the process's own limits alone (memory, time, files), where bubblewrap is missing or not allowed.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

_SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin")
_NEEDED = ("lerdesk", "pypdfium2", "pypdfium2_raw")
_START = "import sys; sys.path.extend({paths!r}); from lerdesk.documents.worker import main; main()"


@lru_cache(maxsize=1)
def isolation() -> str:
    """``full`` or ``reduced``: tried once, by starting Python inside the walls."""
    walls = _walls()
    if walls is None:
        return "reduced"
    try:
        tried = subprocess.run(
            [*walls, *_python("import lerdesk.documents.frames")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=20,
            env=environment(),
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return "reduced"
    return "full" if tried.returncode == 0 else "reduced"


def command() -> list[str]:
    """The command line that starts one reader process."""
    inner = _inner()
    walls = _walls() if isolation() == "full" else None
    return [*walls, *inner] if walls else inner


def environment() -> dict[str, str]:
    """All that the process is told of its surroundings; Windows cannot start one without its root."""
    root = os.environ.get("SYSTEMROOT")
    return {"SYSTEMROOT": root} if root else {}


def _inner() -> list[str]:
    if getattr(sys, "frozen", False):
        # a frozen program is no Python: its __main__ knows this word before any import
        return [sys.executable, "--reader"]
    return _python(_START.format(paths=_import_paths()))


def _python(code: str) -> list[str]:
    if not code.startswith("import sys"):
        code = f"import sys; sys.path.extend({_import_paths()!r}); {code}"
    return [sys.executable, "-I", "-B", "-c", code]


@lru_cache(maxsize=1)
def _packages() -> tuple[Path, ...]:
    """The places of the packages that the process imports."""
    places = []
    for name in _NEEDED:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin:
            origin = Path(spec.origin)
            places.append(origin.parent if origin.name == "__init__.py" else origin)
    return tuple(places)


def _import_paths() -> list[str]:
    return sorted({str(place.parent) for place in _packages()})


@lru_cache(maxsize=1)
def _walls() -> tuple[str, ...] | None:
    tool = shutil.which("bwrap") if sys.platform == "linux" else None
    if tool is None:
        return None
    interpreter = Path(sys.executable)
    wanted = [
        *(Path(each) for each in _SYSTEM),
        Path(sys.prefix),
        Path(sys.base_prefix),
        interpreter.resolve().parent,
        *_packages(),
    ]
    if getattr(sys, "frozen", False):
        wanted.append(interpreter.parent)
    binds: list[str] = []
    for place in _outermost(wanted):
        binds += ["--ro-bind-try", str(place), str(place)]
    return (
        tool,
        *("--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"),
        "--clearenv",
        *binds,
        *("--remount-ro", "/", "--chdir", "/", "--"),
    )


def _outermost(places: list[Path]) -> list[Path]:
    kept: list[Path] = []
    for place in sorted(set(places), key=lambda each: len(each.parts)):
        if not any(place.is_relative_to(outer) for outer in kept):
            kept.append(place)
    return kept
