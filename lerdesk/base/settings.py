"""The window's own settings: a TOML file in the configuration folder. It names no case.

What belongs to the organisation (letterhead, zone) is kept in the store instead.
"""

import json
import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

Value = str | int | float | bool | list[int]

DEFAULTS: Mapping[str, Value] = {
    "appearance": "system",  # light, dark, system
    "store": "",  # the store folder opened last; empty is the program's own
    "export_folder": "",  # where the last file was exported to; empty is the user's home
    "lock_after_minutes": 15,  # 0 never locks
    "page_size": "letter",  # letter, a4: of new drafts' preview and of printing
    "fit": "page",  # page, width
    "rail_folded": False,
    "preview": True,
    "window": [1440, 900],
    "window_at": [],
    "maximised": False,
    "review_split": [],
    "letters_split": [],
    "notices_split": [],
}
"""Every setting that the window knows, with what holds until it is set."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "appearance": ("system", "light", "dark"),
    "page_size": ("letter", "a4"),
    "fit": ("page", "width"),
}
_MOST = 32_767  # pixels: what a window can measure; minutes: what a timer can count


def _fits(name: str, value: Value) -> bool:
    """Whether a value of the right type can be meant: a file changed by hand must not stop the window."""
    if isinstance(value, str):
        return value in _WORDS.get(name, (value,)) and "\0" not in value
    if isinstance(value, list):
        least = -_MOST if name == "window_at" else 0
        return all(type(part) is int and least <= part <= _MOST for part in value)
    return isinstance(value, bool) or 0 <= value <= _MOST


class Settings:
    """The settings as they are now; ``set`` keeps one.

    Attributes:
        told: a sentence, where a damaged file was set aside at the start.
    """

    def __init__(self, file: Path, now: datetime) -> None:
        self._file = file
        self._values: dict[str, object] = {}
        self.told = ""
        self._load(now)

    def _load(self, now: datetime) -> None:
        try:
            self._values = tomllib.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        except OSError as error:
            self.told = f"The settings cannot be read ({error.strerror}); the defaults hold."
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            aside = self._file.with_name(f"{self._file.stem}-damaged-{now:%Y-%m-%d-%H%M%S}.toml")
            try:
                self._file.replace(aside)
            except OSError:
                self.told = "The settings file is damaged and cannot be moved; the defaults hold."
            else:
                self.told = f"The settings file was damaged. It was set aside as {aside.name}; the defaults hold."

    def get(self, name: str) -> Value:
        """A setting; its default where it was never set or cannot be meant so.

        Raises:
            KeyError: there is no such setting.
        """
        default = DEFAULTS[name]
        value = self._values.get(name, default)
        if type(value) is not type(default) or not _fits(name, value):
            return default
        return value

    def text(self, name: str) -> str:
        """A setting that is words."""
        return str(self.get(name))

    def number(self, name: str) -> int:
        """A setting that is a whole number."""
        value = self.get(name)
        return value if isinstance(value, int) else 0

    def flag(self, name: str) -> bool:
        """A setting that is on or off."""
        return bool(self.get(name))

    def numbers(self, name: str) -> list[int]:
        """A setting that is several whole numbers."""
        value = self.get(name)
        return list(value) if isinstance(value, list) else []

    def set(self, name: str, value: Value) -> None:
        """Keep a setting. A file that cannot be written loses it with the window; nobody is bothered.

        Raises:
            KeyError: there is no such setting.
        """
        default = DEFAULTS[name]
        if type(value) is not type(default):
            raise TypeError(f"{name} is a {type(default).__name__}")
        if self._values.get(name) == value:
            return
        self._values[name] = value
        self._write()

    def _write(self) -> None:
        lines = [line for name, value in self._values.items() if (line := _line(name, value))]
        tables = [
            "\n".join([f"[{name}]", *(_line(key, part) for key, part in value.items())])
            for name, value in self._values.items()
            if isinstance(value, dict)
        ]
        new = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text("\n".join([*lines, *tables]) + "\n", encoding="utf-8")
            os.replace(new, self._file)  # noqa: PTH105  one step, or the old file stays
        except (OSError, UnicodeError):
            with suppress(OSError):
                new.unlink(missing_ok=True)


def _line(name: str, value: object) -> str:
    """``name = value``; unknown keys of simple types are kept, nothing else is understood."""
    if isinstance(value, bool):
        return f"{name} = {str(value).lower()}"
    if isinstance(value, int | float):
        return f"{name} = {value}"
    if isinstance(value, str):
        return f"{name} = {json.dumps(value, ensure_ascii=False)}"
    if isinstance(value, list) and all(isinstance(part, int | float | str) for part in value):
        return f"{name} = {json.dumps(value, ensure_ascii=False)}"
    return ""
