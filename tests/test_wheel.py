"""An installed LERDesk is complete: every module, and every file of the resources folder, from any working folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds, as an installation lays it out."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = place.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "site")
    return place / "site"


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_module_and_every_resource(installed: Path) -> None:
    assert files(installed / "lerdesk" / "_resources") == files(ROOT / "resources")
    ours = {name for name in files(installed / "lerdesk") if not name.startswith("_resources/")}
    assert ours == files(ROOT / "lerdesk")


def test_an_installed_program_finds_its_resources_from_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    code = "from lerdesk.base.resources import resources; print(resources())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == installed / "lerdesk" / "_resources"


def test_the_wheel_brings_the_console_command(installed: Path) -> None:
    (points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "lerdesk = lerdesk.__main__:main" in points.read_text("utf-8")
