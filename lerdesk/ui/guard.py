"""The guard that every override of a Qt method carries, so that a bug in one cannot end the program.

On Python 3.11 an exception that leaves an override which Qt called from within a Python call ends in a segmentation
fault, whatever ``sys.excepthook`` says. The guard catches it first and hands it to the hook.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, overload

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: Callable[..., Any]) -> Callable[..., Any]:
        """What ``typing_extensions.override`` says, for modules that the first paint waits for."""
        return method


__all__ = ["guarded", "override"]

P = ParamSpec("P")
R = TypeVar("R")
D = TypeVar("D")


@overload
def guarded() -> Callable[[Callable[P, None]], Callable[P, None]]: ...
@overload
def guarded(default: D) -> Callable[[Callable[P, R]], Callable[P, R | D]]: ...
def guarded(default: Any = None) -> Any:
    """Give an override a net: what it raises goes to ``sys.excepthook`` and Qt gets ``default``.

    Args:
        default: what Qt is told when the override fails; shared by all calls, so never changed by them.

    Returns:
        The decorator; the function that it makes bears ``guarded``, which a test looks for.
    """

    def decorate(method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def safe(*args: Any, **kwargs: Any) -> object:
            try:
                return method(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - the crash hook's gate; past it is a segmentation fault
                sys.excepthook(type(error), error, error.__traceback__)
                return default

        vars(safe)["guarded"] = True
        return safe

    return decorate
