"""Sets LERDesk up in this folder and runs it, its checks or its benchmarks; needs nothing but Python.

    python3 packaging/bootstrap.py run [-- WORDS]      set up, then ``lerdesk demo``, or ``lerdesk WORDS``
    python3 packaging/bootstrap.py test [--fast]       set up with the development tools, then every check
    python3 packaging/bootstrap.py bench [-- WORDS]    set up with them, then the benchmarks

The set-up is a ``.venv`` made from the lock (``requirements.txt``, ``requirements-dev.txt``: every file by its hash)
and Qt's system libraries, which are found out by loading them. It is done again only when the lock, the project file
or the Python changes.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older Python is told so, not shown a traceback
    sys.exit(
        "LERDesk needs Python 3.11 or newer, and this is %d.%d. Run this with a newer one, for example: "  # noqa: UP031
        "python3.12 packaging/bootstrap.py run" % sys.version_info[:2]
    )

import ctypes
import hashlib
import os
import shutil
import subprocess
import time
import tomllib
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up"
LOCKS = {"run": HERE / "requirements.txt", "dev": HERE / "requirements-dev.txt"}

# What Qt loads on Linux, with the Debian package of each: in every window, and on an X11 or Wayland display.
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
ON_A_DISPLAY = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}
SHOWN = ("Collecting ", "Processing ", "Requirement already satisfied: ")
LOADS_QT = (
    "import sys; from PySide6 import QtCore, QtGui, QtWidgets, QtSvg, QtPrintSupport; "
    "QtWidgets.QApplication(['', '-platform', 'offscreen'] if sys.platform == 'linux' else [''])"
)


class SetUpError(Exception):
    """The set-up cannot go on; the message says what to do."""


def say(text: str) -> None:
    """Show what is being done, at once."""
    print(text, flush=True)


# Not handed on: other packages, and no compiled code kept, which makes every start twice as long.
NOT_OURS = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PYTHONDONTWRITEBYTECODE"}


def environment() -> dict[str, str]:
    """The environment for what is started: this set-up's packages and nobody else's."""
    kept = {k: v for k, v in os.environ.items() if k not in NOT_OURS}
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}


def apt() -> list[str] | None:
    """The words before ``apt-get`` that may install here, or None where there is no ``apt-get``."""
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return None
    return ["apt-get"] if os.geteuid() == 0 else ["sudo", "apt-get"]


def install_by_apt(packages: list[str], what: str) -> bool:
    """Install system packages when root; else say the exact line. True when they were installed."""
    line = apt()
    names = sorted(set(packages))
    if line is None:
        say(f"{what} is missing. Install what your system calls: {' '.join(names)}")
        return False
    if line[0] == "sudo":
        say(f"{what} is missing. Install it with:\n    sudo apt-get install -y {' '.join(names)}")
        return False
    say(f"Installing with apt-get: {' '.join(names)}")
    quiet = environment() | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(
            command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        if done.returncode and command is install:
            say((done.stdout + done.stderr).strip())
            say(f"That failed. Try it by hand:\n    apt-get install -y {' '.join(names)}")
            return False
    return True


def missing(libraries: dict[str, str]) -> list[str]:
    """The packages of those libraries that do not load."""
    packages = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    return packages


def system_packages() -> None:
    """What Linux must bring (Qt's libraries, Python's venv): there, or installed, or asked for.

    Raises:
        SetUpError: something is missing without which nothing runs.
    """
    if sys.platform != "linux":
        return
    needed, display = missing(ALWAYS), missing(ON_A_DISPLAY)
    if not venv_works() and find_spec("ensurepip") is None:
        needed.append(venv_package())
    sandbox = [] if shutil.which("bwrap") else ["bubblewrap"]
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    as_root = apt() == ["apt-get"]
    wanted = needed + (display if has_display or as_root else []) + (sandbox if as_root else [])
    if wanted and not install_by_apt(wanted, "What LERDesk needs of the system") and needed:
        raise SetUpError("LERDesk cannot be set up without these.")


def venv_package() -> str:
    """The package that brings Python's ``ensurepip``, which Debian and Ubuntu take out."""
    name = "python%d.%d-venv" % sys.version_info[:2]  # noqa: UP031 - as at the top
    if shutil.which("apt-cache") is None:
        return "python3-venv"
    shown = subprocess.run(["apt-cache", "show", name], capture_output=True, text=True)
    return name if shown.stdout else "python3-venv"


def fingerprint(level: str) -> str:
    """What the set-up stands on, as one line: the lock, what the project asks for, the folder and the Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project["tool"] = project["tool"]["hatch"]  # how code is checked needs no new set-up
    stands_on = [
        str(VENV),
        str(sys.version_info[:2]),
        repr(project),
        LOCKS[level].read_text("utf-8"),
    ]
    return f"{level} {hashlib.sha256(repr(stands_on).encode()).hexdigest()}"


def is_set_up(level: str) -> bool:
    """Whether ``.venv`` was made from this lock, project file, folder and Python."""
    try:
        stands = STAMP.read_text("utf-8").splitlines()
    except OSError:
        return False
    return PYTHON.exists() and fingerprint(level) in stands


def venv_works() -> bool:
    """Whether a ``.venv`` is there, made in this folder for this Python, with pip."""
    same = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r})"
    try:
        made_here = str(VENV) in (VENV / "pyvenv.cfg").read_text("utf-8")
        probe = subprocess.run([str(PYTHON), "-c", same], stderr=subprocess.DEVNULL)
    except OSError:  # none, or one for a Python that is gone
        return False
    return made_here and probe.returncode == 0


def make_venv() -> None:
    """Make ``.venv`` unless one that works is there.

    Raises:
        SetUpError: this Python cannot make one.
    """
    if venv_works():
        return
    say(f"Making {VENV}")
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    done = subprocess.run(make, env=environment(), capture_output=True, text=True)
    if done.returncode:
        raise SetUpError(f"Python could not make {VENV}:\n{(done.stdout + done.stderr).strip()}")


def pip(words: list[str], *, of: int = 0) -> None:
    """Run the venv's pip, showing one line a package.

    Args:
        words: pip's own.
        of: how many packages there are, for the count; 0 shows none.

    Raises:
        SetUpError: pip failed; the message is what it said.
    """
    command = [str(PYTHON), "-m", "pip", *words]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    said, count = [], 0
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        if line.startswith("Ignoring "):  # for another system or Python
            of -= 1
        elif of and line.startswith(SHOWN):
            count += 1
            name = line.split(": ")[-1].removeprefix("Collecting ").removeprefix("Processing ")
            say(f"  {count:2} of {of}  {Path(name.split()[0]).name}")
        elif of and line.startswith("Installing collected"):
            say("  putting them in place")
    if process.wait():
        raise SetUpError("".join(said[-25:]).strip() + f"\npip could not finish: {' '.join(words)}")


def set_up(level: str) -> None:
    """Make everything ready for ``run`` or, with the tools, for ``dev``; fast when it already is.

    Raises:
        SetUpError: it cannot be made ready here; the message says why.
    """
    system_packages()
    if is_set_up(level) or (level == "run" and is_set_up("dev")):
        return
    began = time.monotonic()
    make_venv()
    STAMP.unlink(missing_ok=True)
    lock = LOCKS[level]
    packages = sum("==" in line for line in lock.read_text("utf-8").splitlines())
    say(f"Installing LERDesk's packages into {VENV}")
    pip(
        ["install", "--no-input", "--no-deps", "--require-hashes", "--progress-bar", "off"]
        + ["--no-warn-script-location", "-r", str(lock)],
        of=packages,
    )
    pip(["install", "--no-input", "--no-deps", "--no-index", "--no-build-isolation", "-e", "."])
    say("Looking whether all fits together")
    pip(["check"])
    loads = subprocess.run(
        [str(PYTHON), "-c", LOADS_QT], env=environment(), capture_output=True, text=True
    )
    if loads.returncode:
        raise SetUpError(f"Qt does not start here:\n{loads.stderr.strip()}")
    STAMP.write_text(fingerprint(level) + "\n", "utf-8")
    say(f"Set up in {time.monotonic() - began:.0f} s\n")


def run(words: list[str]) -> int:
    """``lerdesk`` with the given words, or the demonstration."""
    set_up("run")
    words = words or ["demo"]
    say(f"Starting lerdesk {words[0]}")
    command = [str(PYTHON), "-P", "-m", "lerdesk", *words]
    try:
        return subprocess.run(command, env=environment()).returncode
    except KeyboardInterrupt:
        return 130


def test(*, fast: bool) -> int:
    """Every check, shortest first; each is run whatever the one before said."""
    set_up("dev")
    rules = ["tests/test_architecture.py", "tests/test_structure.py"]
    law = ["domain", "rulebook", "reports", "letters", "cli/test_rules.py"]
    less = (
        ["-n", "auto", "-m", "not window and not journey and not hostile and not thorough"]
        if fast
        else []
    )
    steps = {
        "format": ["ruff", "format", "--check"],
        "lint": ["ruff", "check"],
        "types": ["mypy"],
        "import rules": ["pytest", "-q", *rules],
        # pyproject.toml says of what, and that it is all
        "coverage": ["pytest", "--cov", "-q", "-n", "auto", "-m", "not thorough"]
        + [f"tests/unit/{part}" for part in law],
        "tests": ["pytest", *less, *(f"--ignore={path}" for path in rules)],
    }
    if fast:
        del steps["coverage"]
    failed = []
    for number, (name, words) in enumerate(steps.items(), 1):
        say(f"== {number} of {len(steps)}: {name} ({' '.join(words[:3])})")
        began = time.monotonic()
        code = subprocess.run(
            [str(PYTHON), "-m", *words], cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL
        ).returncode
        say(f"== {name}: {'failed' if code else 'fine'}, {time.monotonic() - began:.1f} s\n")
        if code:
            failed.append(name)
    say(f"These checks failed: {', '.join(failed)}" if failed else "All checks passed")
    return 1 if failed else 0


def bench(words: list[str]) -> int:
    """The benchmarks, which print their figures and judge nothing."""
    set_up("dev")
    command = [str(PYTHON), "-m", "pytest", "tests/benchmarks", "-s", "-q", *words]
    return subprocess.run(command, cwd=ROOT, env=environment()).returncode


def main() -> int:
    """Do what the words say; 2 for words that say nothing known."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    action, *words = sys.argv[1:] or ["help"]
    if words[:1] == ["--"]:
        words = words[1:]
    try:
        if action == "run":
            return run(words)
        if action == "bench":
            return bench(words)
        if action == "test" and set(words) <= {"--fast"}:
            return test(fast="--fast" in words)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print((__doc__ or "").strip())
    return 0 if action in {"help", "-h", "--help"} else 2


if __name__ == "__main__":
    sys.exit(main())
