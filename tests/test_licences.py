"""Every package in the lock has a licence that an Apache-2.0 program may depend on.

Of several licences offered the freest counts; GPL and AGPL never fit, LGPL for Qt alone.
"""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
LOCKS = [ROOT / "packaging" / name for name in ("requirements.txt", "requirements-dev.txt")]
STATED = tomllib.loads((ROOT / "packaging" / "licences.toml").read_text("utf-8"))

FITTING = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "OFL-1.1",
    "PSF-2.0",
    "Unlicense",
    "Zlib",
}
IN_OLD_WORDS = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


def locked() -> dict[str, list[tuple[Version, Requirement]]]:
    """Each package of the lock, with the versions that it has under its markers."""
    found: dict[str, list[tuple[Version, Requirement]]] = {}
    for lock in LOCKS:
        for line in lock.read_text("utf-8").splitlines():
            if re.match(r"[A-Za-z0-9]", line):
                requirement = Requirement(line.rstrip("\\ "))
                version = Version(next(iter(requirement.specifier)).version)
                found.setdefault(canonicalize_name(requirement.name), []).append(
                    (version, requirement)
                )
    return found


def licences(name: str) -> set[str]:
    """The licences that a package offers, of which one is enough."""
    if name in STATED["stated"]:
        return {STATED["stated"][name]["licence"]}
    about = metadata.metadata(name)
    expression = about.get("License-Expression") or about.get("License") or ""
    if offered := {part.strip("() ") for part in expression.split(" OR ") if part.strip()}:
        known = {IN_OLD_WORDS.get(part, part) for part in offered}
        if expression != "Dual License":
            return known
    return {
        IN_OLD_WORDS.get(words, words)
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::") and (words := line.rpartition(" :: ")[2])
    }


def fits(name: str, licence: str) -> bool:
    if licence == STATED["lesser"].get(name):
        return True
    return all(part.strip("() ") in FITTING for part in licence.split(" AND "))


def test_every_dependencys_licence_fits_apache_2() -> None:
    unfit = []
    for name in locked():
        try:
            offered = licences(name)
        except metadata.PackageNotFoundError:
            offered = {"not installed here, and not in packaging/licences.toml"}
        if not any(fits(name, licence) for licence in offered):
            unfit.append(f"{name}: {', '.join(sorted(offered)) or 'says nothing'}")
    assert not unfit, "licences that do not fit:\n  " + "\n  ".join(unfit)


@pytest.mark.parametrize(
    ("name", "licence", "fitting"),
    [
        ("anything", "GPL-3.0-or-later", False),
        ("anything", "AGPL-3.0-only", False),
        ("anything", "LGPL-3.0-only", False),
        ("anything", "MIT AND GPL-2.0-only", False),
        ("anything", "", False),
        ("anything", "MIT AND BSD-3-Clause", True),
        ("pyside6-essentials", "LGPL-3.0-only", True),
        ("pyside6-essentials", "GPL-3.0-only", False),
    ],
)
def test_what_fits(name: str, licence: str, *, fitting: bool) -> None:
    assert fits(name, licence) is fitting


def test_the_lock_holds_what_the_project_file_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    asked += project["build-system"]["requires"]
    lock, wrong = locked(), []
    for words in asked:
        requirement = Requirement(words)
        pins = lock.get(canonicalize_name(requirement.name), [])
        if not any(requirement.specifier.contains(version) for version, _ in pins):
            wrong.append(words)
    assert not wrong, f"make the lock again (packaging/lock.py): it lacks {wrong}"


def test_the_lock_names_no_address_and_pins_every_file() -> None:
    for lock in LOCKS:
        text = lock.read_text("utf-8")
        assert "://" not in text
        entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
        assert all("--hash=sha256:" in entry and "==" in entry for entry in entries)
