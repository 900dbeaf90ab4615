"""What the search and command field finds: commands of the place, places, and everything in the store."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lerdesk.ui.shell.command_list import Line
from lerdesk.ui.shell.looks import looks_commands
from lerdesk.ui.shell.place import Command, Context, Place
from lerdesk.ui.shell.registry import OTHER, PLACES
from lerdesk.ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from lerdesk.desk.search import Hit

_LEAST = 2
_HITS = 8
_BEFORE = 16


class Palette(QObject):
    """Answers the field: what needs no search at once, finds as they come.

    Args:
        bar: the top bar.
        context: the desk and the runner.
        place: the place that is shown.
        about: what the place's commands are about: "LER-2026-000412"; empty for the place itself.
        commands: the window's own commands.
    """

    def __init__(
        self,
        bar: TopBar,
        context: Context,
        place: Callable[[], Place | None],
        about: Callable[[], str],
        commands: Callable[[], list[Command]],
    ) -> None:
        super().__init__(bar)
        self._bar, self._context = bar, context
        self._place, self._about, self._commands = place, about, commands
        bar.asked.connect(self._on_asked)

    def _on_asked(self, text: str) -> None:
        typed = text.strip()
        known = self._known(typed)
        self._bar.set_lines([*known, *self._last(typed)], typed)
        if len(typed) < _LEAST:
            return
        desk = self._context.desk

        def find() -> tuple[str, tuple["Hit", ...]]:
            from lerdesk.desk import search

            return typed, search.find(desk, typed, _HITS)

        self._context.jobs.store(find, self, self._on_found, latest="find")

    def _on_found(self, found: tuple[str, tuple["Hit", ...]]) -> None:
        typed, hits = found
        lines = self._known(typed)
        if hits:
            lines.append(Line("Found"))
            lines += [self._of_hit(hit, typed) for hit in hits]
        self._bar.set_lines([*lines, *self._last(typed)], typed)

    def _of_hit(self, hit: "Hit", typed: str) -> Line:
        def show() -> None:
            self._context.go("review", hit.request_id)

        words = _around(hit.words.strip() or hit.title, typed)
        return Line(words, "search", _place_of(hit), run=show)

    def _known(self, typed: str) -> list[Line]:
        lines: list[Line] = []
        place = self._place()
        if place is not None:
            here = self._about() or place.title
            lines += _group(
                f"On this request, {here}" if self._about() else here,
                [
                    Line(one.words, one.icon, "", one.keys, one.run)
                    for one in place.commands()
                    if _fits(typed, one.words)
                ],
            )
        go = self._context.go
        lines += _group(
            "Go to",
            [
                Line(
                    entry.title,
                    entry.icon,
                    "",
                    entry.keys,
                    lambda name=entry.name: go(name),  # type: ignore[misc]  # mypy knows no defaults here
                )
                for entry in (*PLACES, *OTHER)
                if _fits(typed, entry.title)
            ],
        )
        lines += _group(
            "Do",
            [
                Line(one.words, one.icon, "", one.keys, one.run)
                for one in (*self._commands(), *looks_commands(self._context))
                if _fits(typed, one.words)
            ],
        )
        return lines

    def _last(self, typed: str) -> list[Line]:
        if len(typed) < _LEAST:
            return []
        return [
            Line(
                f"Search every request for “{typed}”",
                "search",
                "",
                "Ctrl+Shift+F",
                lambda: self._context.go("inbox", None, f"words:{typed}"),
            )
        ]


def _fits(typed: str, words: str) -> bool:
    """Every word typed begins a word of the command, or nothing is typed."""
    parts = words.casefold().split()
    return all(any(part.startswith(one) for part in parts) for one in typed.casefold().split())


def _around(words: str, typed: str) -> str:
    """The words from shortly before what was typed, so that it shows in a narrow line."""
    at = words.casefold().find(typed.casefold())
    if at <= _BEFORE:
        return words
    start = words.rfind(" ", 0, at - _BEFORE // 2) + 1
    return f"…{words[start:].lstrip('…')}"


def _group(head: str, lines: list[Line]) -> list[Line]:
    return [Line(head), *lines] if lines else []


def _place_of(hit: "Hit") -> str:
    """The request, and where in it, unless the find is the request itself."""
    return hit.reference if hit.where == "Request" else f"{hit.reference}, {hit.where}"
