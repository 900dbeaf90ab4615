"""Light, dark or the system's appearance by word, wherever the person is."""

from functools import partial

from lerdesk.ui.shell.place import Command, Context

_LOOKS = (
    ("light", "Light appearance"),
    ("dark", "Dark appearance"),
    ("system", "The system’s appearance"),
)


def looks_commands(context: Context) -> list[Command]:
    """One command for each; it holds at once and is kept."""

    def take(value: str) -> None:
        context.settings.set("appearance", value)
        context.theme.set_appearance(value)

    return [Command(words, "", partial(take, value), "settings") for value, words in _LOOKS]
