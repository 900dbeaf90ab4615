"""What can be said of the files themselves: their length, their names, their words, and the guard on Qt overrides."""

import ast
import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from types import FunctionType

import pytest

import lerdesk

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "lerdesk"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400
NAMELESS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "handler",
    "controller",
}

# Joined here, so that this file does not hold them.
FOREIGN = [
    *("/wo" + "rk/", "py" + "pi.org", "python" + "hosted", "npm" + "js", "deb.de" + "bian.org"),
    *("anth" + "ropic", "cla" + "ude", "chat" + "gpt", "open" + "ai", "copi" + "lot"),
]
TEXT = {".py", ".md", ".toml", ".txt", ".css", ".svg", ".j2", ".csv", ".json", ".ini", ".mako", ""}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_module_is_longer_than_it_may_be() -> None:
    # a migration is a list of statements, written once and never opened again
    modules = [path for path in MODULES if path.parent.name != "migrations"]
    lengths = {relative(path): len(path.read_text("utf-8").splitlines()) for path in modules}
    longer = {name: lines for name, lines in lengths.items() if lines > LONGEST}
    assert not longer, f"more than {LONGEST} lines: {longer}"


def test_modules_and_folders_are_named_for_what_they_hold() -> None:
    wrong = [relative(path) for path in MODULES if NAMELESS & {path.stem, path.parent.name}]
    assert not wrong


def test_every_folder_of_modules_says_what_it_is() -> None:
    wrong = []
    for folder in {path.parent for path in MODULES}:
        if folder.name == "migrations":  # Alembic reads its steps by path: no package
            continue
        first = folder / "__init__.py"
        if not first.exists() or not ast.get_docstring(ast.parse(first.read_text("utf-8"))):
            wrong.append(relative(folder))
    assert not wrong, f"no docstring: {sorted(wrong)}"


def test_the_repository_speaks_of_itself_alone() -> None:
    files = [p for p in ROOT.iterdir() if p.is_file()]
    for folder in (".ci", "lerdesk", "packaging", "resources", "tests"):
        files += [p for p in (ROOT / folder).rglob("*") if p.is_file()]
    found = []
    for path in files:
        if path.suffix not in TEXT or "__pycache__" in path.parts or path.name == "LICENSE":
            continue
        text = path.read_text("utf-8").casefold()
        found += [f"{relative(path)}: {word}" for word in FOREIGN if word in text]
    assert not found, "\n".join(found)


# Methods that Qt never calls back (not virtual there): a class that has its own of the name calls it itself, and an
# error in it must reach its caller.
PLAIN = {
    *(
        "close",
        "font",
        "hide",
        "palette",
        "setEnabled",
        "setFont",
        "setPalette",
        "setPlaceholderText",
    ),
    *("setPlainText", "setText", "setToolTip", "setWindowTitle", "show", "text", "toolTip"),
}


def qt_overrides() -> list[tuple[str, FunctionType]]:
    """Each method of the window that stands in the place of one of Qt's."""
    found = []
    package = importlib.import_module("lerdesk.ui")
    for module_info in pkgutil.walk_packages(package.__path__, "lerdesk.ui."):
        module = importlib.import_module(module_info.name)
        for cls in vars(module).values():
            if not inspect.isclass(cls):
                continue
            line = cls.__mro__
            qt = [base for base in line if base.__module__.startswith("PySide6.")]
            ours = [base for base in line if base.__module__.startswith(f"{lerdesk.__name__}.")]
            for base in ours if qt else []:
                for name, method in vars(base).items():
                    if (
                        isinstance(method, FunctionType)
                        and not name.startswith("__")
                        and name not in PLAIN
                        and any(hasattr(above, name) for above in qt)
                    ):
                        found.append((f"{base.__module__}.{base.__qualname__}.{name}", method))
    return found


def test_every_override_of_a_qt_method_is_guarded() -> None:
    bare = {name for name, method in qt_overrides() if not getattr(method, "guarded", False)}
    assert not bare, "no @guarded (lerdesk.ui.guard) on:\n  " + "\n  ".join(sorted(bare))


@pytest.mark.parametrize("path", [ROOT / "README.md"], ids=relative)
def test_links_of_the_readme_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8"))
    missing = [t for t in targets if "://" not in t and not (path.parent / t).exists()]
    assert not missing
