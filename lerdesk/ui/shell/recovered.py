"""Tells, once the store is open, that the program before was killed, and leads to what was typed last."""

from typing import TYPE_CHECKING

from lerdesk.base.errors import UserFacingError

if TYPE_CHECKING:
    from lerdesk.desk.recovery import Recovered
    from lerdesk.ui.shell.desk_view import DeskView


def tell_recovered(view: "DeskView", told: str) -> None:
    """Say what is here after an end that was none; else only what was to be told anyway.

    Args:
        view: of the desk that was opened.
        told: a sentence that waited for the desk; it stands in the same message.
    """
    desk = view.desk

    def ask() -> "Recovered | None":
        from lerdesk.desk.recovery import recovered

        return recovered(desk)

    def show(found: "Recovered | None") -> None:
        if found is None:
            if told:
                view.tell(told)
            return
        message = UserFacingError(found.words.what, found.words.kept, told)
        place, request_id = found.place, found.request_id
        if place is None:
            view.tell(message)
            return
        action = "Show the draft" if place in {"letters", "notices"} else "Show it"
        view.messages.tell(
            message, action=action, run=lambda: view.go(place, request_id, found.target)
        )

    view.jobs.store(ask, view, show)
