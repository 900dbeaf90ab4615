"""The window's settings: kept whole, defaults where a value is wrong, a damaged file set aside and said so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from lerdesk.base.settings import DEFAULTS, Settings

NOW = datetime(2026, 11, 24, 9, 0, 30, tzinfo=UTC)


def test_what_is_set_is_there_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "config" / "window.toml"
    first = Settings(file, NOW)
    first.set("appearance", "dark")
    first.set("window", [1600, 1000])
    first.set("preview", False)
    first.set("export_folder", 'C:\\Ärzte\\"x"')
    second = Settings(file, NOW)
    assert second.text("appearance") == "dark"
    assert second.numbers("window") == [1600, 1000]
    assert second.flag("preview") is False
    assert second.text("export_folder") == 'C:\\Ärzte\\"x"'
    assert second.number("lock_after_minutes") == 15
    assert second.told == ""


def test_unknown_keys_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "window.toml"
    file.write_text('later = "kept"\n\n[table]\nkey = 3\n', encoding="utf-8")
    Settings(file, NOW).set("appearance", "light")
    text = file.read_text("utf-8")
    assert 'later = "kept"' in text
    assert "[table]\nkey = 3" in text
    assert Settings(file, NOW).text("appearance") == "light"


def test_a_value_of_the_wrong_type_is_the_default(tmp_path: Path) -> None:
    file = tmp_path / "window.toml"
    file.write_text('window = "wide"\nrail_folded = 1\nreview_split = ["a"]\n', encoding="utf-8")
    settings = Settings(file, NOW)
    assert settings.numbers("window") == DEFAULTS["window"]
    assert settings.flag("rail_folded") is False
    assert settings.numbers("review_split") == []


@pytest.mark.parametrize("damage", [b"appearance = ", b"\xff\xfe\x00", b"a = 1\na = 2\n"])
def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "window.toml"
    file.write_bytes(damage)
    settings = Settings(file, NOW)
    aside = tmp_path / "window-damaged-2026-11-24-090030.toml"
    assert aside.read_bytes() == damage
    assert aside.name in settings.told
    assert settings.text("appearance") == "system"
    settings.set("appearance", "dark")
    assert Settings(file, NOW).text("appearance") == "dark"


def test_a_folder_that_cannot_be_written_bothers_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    settings = Settings(blocked / "window.toml", NOW)
    settings.set("appearance", "dark")
    assert settings.text("appearance") == "dark"


def test_unknown_settings_and_wrong_types_are_bugs(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.toml", NOW)
    with pytest.raises(KeyError):
        settings.get("colour")
    with pytest.raises(TypeError):
        settings.set("window", "wide")
