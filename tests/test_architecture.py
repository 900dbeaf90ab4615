"""The house's rules: imports point one way, each outside library has one owner, the window opens first."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]

# From the top down. A package imports from rows below its own, and nothing from beside or above.
ROWS = [
    {"app"},
    {"cli", "ui"},
    {"desk"},
    {"documents", "paper", "store"},
    {"intake", "letters", "reports", "rulebook"},
    {"domain"},
    {"base"},
]
# The window asks the desk; of what lies below it sees the values alone.
WINDOW_SEES = {"desk", "domain", "base"}

OWNERS = {
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "sqlcipher3": {"store"},
    "argon2": {"store"},
    "cryptography": {"store"},
    "zxcvbn": {"store"},
    "pypdfium2": {"documents"},
    "pypdfium2_raw": {"documents"},
    "pikepdf": {"documents"},
    "reportlab": {"paper"},
    "fontpkg": {"paper", "ui"},
    "fontpkg_inter": {"paper", "ui"},
    "fontpkg_ibm_plex_serif": {"paper"},
    "fontpkg_fira_sans": {"paper"},
    "fontpkg_pt_serif": {"paper"},
    "PIL": {"documents", "paper"},
    "jinja2": {"letters"},
    "markupsafe": {"letters"},
    "markdown_it": {"letters"},
    "holidays": {"domain"},
    "platformdirs": {"base"},
    "click": {"cli"},
    "rich": {"cli"},
    "typing_extensions": {package for row in ROWS for package in row},
}

HEAVY = ("sqlalchemy", "alembic", "reportlab", "pypdfium2", "jinja2", "holidays")


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("lerdesk", include_external_packages=True, cache_dir=None)


def package_of(module: str) -> str:
    """``desk`` of ``lerdesk.desk.review``; empty for the program's own top."""
    return [*module.split("."), ""][1]


def row_of(package: str) -> int:
    return next(number for number, row in enumerate(ROWS) if package in row)


def direct_imports() -> list[tuple[str, str]]:
    return [
        (module, imported)
        for module in sorted(graph().modules)
        if module.startswith("lerdesk.")
        for imported in sorted(graph().find_modules_directly_imported_by(module))
    ]


def told(chains: list[tuple[str, ...]]) -> str:
    return "\n  " + "\n  ".join(" ↣ ".join(chain) for chain in chains)


def modules_below(package: str) -> list[str]:
    return sorted(m for m in graph().modules if f"{m}.".startswith(f"{package}."))


def test_every_package_has_its_row() -> None:
    packages = {package_of(m) for m in graph().modules if m.startswith("lerdesk.")}
    assert packages - {"__main__"} == {package for row in ROWS for package in row}


def test_imports_point_one_way() -> None:
    wrong = []
    for module, imported in direct_imports():
        here, there = package_of(module), package_of(imported)
        if not imported.startswith("lerdesk.") or here in {there, "__main__"}:
            continue
        if row_of(there) <= row_of(here):
            wrong.append((module, imported))
    assert not wrong, told(wrong)


def test_the_window_reaches_everything_through_the_desk() -> None:
    wrong = [
        (module, imported)
        for module, imported in direct_imports()
        if package_of(module) == "ui"
        and imported.startswith("lerdesk.")
        and package_of(imported) not in WINDOW_SEES | {"ui"}
    ]
    assert not wrong, told(wrong)


def test_each_outside_library_has_its_owner() -> None:
    wrong = []
    for module, imported in direct_imports():
        library = imported.split(".")[0]
        if library in {"lerdesk", *sys.stdlib_module_names}:
            continue
        if package_of(module) not in OWNERS.get(library, set()):
            wrong.append((module, imported))
    assert not wrong, told(wrong)


@pytest.mark.parametrize("above", ["app", "cli", "desk", "paper", "store", "ui"])
def test_the_reader_process_imports_nothing_above_documents(above: str) -> None:
    chains = [
        chain
        for module in modules_below("lerdesk.documents")
        for target in modules_below(f"lerdesk.{above}")
        if (chain := graph().find_shortest_chain(module, target))
    ]
    assert not chains, told(chains)


def test_the_domain_knows_no_machine() -> None:
    """Decisions are made from values alone: no files, processes, network, time of day or environment."""
    machine = {
        "io",
        "os",
        "pathlib",
        "shutil",
        "socket",
        "sqlite3",
        "subprocess",
        "tempfile",
        "time",
    }
    wrong = [
        (module, imported)
        for module, imported in direct_imports()
        if package_of(module) == "domain" and imported.split(".")[0] in machine
    ]
    assert not wrong, told(wrong)


def entries() -> list[str]:
    """The modules that lie before the window's first paint, of those that exist."""
    named = {"lerdesk.__main__", "lerdesk.app.window", "lerdesk.ui.guard"}
    return sorted((named & graph().modules) | set(modules_below("lerdesk.ui.shell")))


def brought_in(modules: list[str]) -> set[str]:
    """The heavy libraries that importing these modules loads, seen in a process of its own."""
    code = f"import {', '.join(modules)}, sys; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_windows_entry_is_there() -> None:
    assert "lerdesk.app.window" in entries()


@pytest.mark.parametrize("entry", entries())
def test_the_windows_entry_brings_in_nothing_heavy(entry: str) -> None:
    heavy = brought_in([entry])
    chains = [graph().find_shortest_chain(entry, library) or (entry, library) for library in heavy]
    assert not heavy, told(chains)
