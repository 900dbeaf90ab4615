"""The command line: every command by its word, and errors told in one line."""

import sys
from io import TextIOWrapper
from types import TracebackType

import click

from lerdesk.base.bug_report import described
from lerdesk.base.errors import Cancelled, UserFacingError
from lerdesk.base.text import clean
from lerdesk.cli.lazy import LazyCommands, home_option

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
    "rules": "lerdesk.cli.rules",
}
"""Each command's word and its module, whose ``command`` is the click command. A module that is absent offers none."""


@click.group(
    cls=LazyCommands,
    modules=COMMANDS,
    params=[home_option()],
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
