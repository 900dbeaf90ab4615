"""A bug in words that hold nothing of a case: kind of error and lines of code, no message, no value."""

import platform
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent.parent


def described(error: BaseException, *more: str) -> str:
    """The report of an error that nobody foresaw.

    Args:
        error: its message and values, which may say what a served paper says, are left out.
        more: versions of what else ran, such as "PySide6 6.11".
    """
    versions = ", ".join((f"Python {platform.python_version()}", *more, platform.system()))
    lines = [f"LERDesk on {versions}", f"Kind of error: {type(error).__name__}"]
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        path = Path(code.co_filename)
        shown = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else Path(path.name)
        lines.append(f"  {shown.as_posix()}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines)
