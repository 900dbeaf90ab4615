"""The command line: a group that loads each command's module when it is asked for, and tells errors in one line."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from io import TextIOWrapper
from types import TracebackType

import click
from typing_extensions import override

from lerdesk.base.bug_report import described
from lerdesk.base.errors import Cancelled, UserFacingError
from lerdesk.base.text import clean

COMMANDS = {
    "decide": "lerdesk.cli.decide",
    "due": "lerdesk.cli.due",
    "read": "lerdesk.cli.read",
    "demo": "lerdesk.cli.demo",
    "init": "lerdesk.cli.init",
    "import": "lerdesk.cli.import_",
    "list": "lerdesk.cli.list",
    "show": "lerdesk.cli.show",
    "search": "lerdesk.cli.search",
    "letter": "lerdesk.cli.letter",
    "notice": "lerdesk.cli.notice",
    "report": "lerdesk.cli.report",
    "verify": "lerdesk.cli.verify",
    "keys": "lerdesk.cli.keys",
}
"""Each command's word and its module, whose ``command`` is the click command. A module that is absent offers none."""


def _move_home(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        os.environ["LERDESK_HOME"] = value


def _home_option() -> click.Option:
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
        command.params.append(_home_option())
    if isinstance(command, click.Group):
        for below in command.commands.values():
            _with_home(below)
    return command


class LazyCommands(click.Group):
    """Offers the commands of ``COMMANDS`` whose modules exist; imports one only when it is named."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, module in COMMANDS.items() if find_spec(module) is not None]

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None or find_spec(module) is None:
            return None
        command: click.Command = import_module(module).command
        return _with_home(command)


@click.group(
    cls=LazyCommands,
    params=[_home_option()],
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Without a command the window opens.",
)
@click.version_option(package_name="lerdesk", message="%(prog)s %(version)s")
def commands() -> None:
    """A desk for the reviewers who answer law enforcement requests for customer information."""


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A bug is told by its place alone: a message may hold what a served paper says."""
    del kind
    sys.stderr.write("A part of LERDesk failed. What was saved is safe.\n")
    sys.stderr.write(described(error.with_traceback(trace)) + "\n")


def main(argv: list[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the words after the program's name; ``None`` takes the process's own.

    Returns:
        0 done, 1 refused with one line on standard error, 2 wrong usage.
    """
    sys.excepthook = _hook
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        answer = commands.main(args=argv, prog_name="lerdesk", standalone_mode=False)
    except UserFacingError as error:
        click.echo(clean(str(error)), err=True)
        return 1
    except Cancelled:
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 1
    return answer if isinstance(answer, int) else 0
