"""A group that loads each command's module when it is asked for; every command takes ``--home``."""

import os
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click
from typing_extensions import override


def _move_home(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        os.environ["LERDESK_HOME"] = value


def home_option() -> click.Option:
    """``--home``, which moves every folder of the program."""
    return click.Option(
        ["--home"],
        metavar="DIR",
        expose_value=False,
        callback=_move_home,
        is_eager=True,
        help="Keep every folder of the program under DIR.",
    )


def _with_home(command: click.Command) -> click.Command:
    """The command with ``--home``, which each command takes, wherever it stands in the line."""
    if not any("--home" in option.opts for option in command.params):
        command.params.append(home_option())
    if isinstance(command, click.Group):
        for below in command.commands.values():
            _with_home(below)
    return command


class LazyCommands(click.Group):
    """Offers the commands of ``modules`` that exist; imports one only when it is named.

    Args:
        modules: each command's word and its module, whose ``command`` is the click command.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.modules = modules

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, module in self.modules.items() if find_spec(module) is not None]

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = self.modules.get(cmd_name)
        if module is None or find_spec(module) is None:
            return None
        command: click.Command = import_module(module).command
        return _with_home(command)
