"""A field's words as Markdown that says exactly those words."""

import re

_ANYWHERE = re.compile(r"[\\*|]|(?<![^\W_])_|_(?![^\W_])")
_HASHES = re.compile(r"(?:(?<=\s)|^)#")
_NUMBER = re.compile(r"\d{1,9}[.)]")


def one_line(value: str) -> str:
    """The words with every run of white space, line breaks too, as one space."""
    return " ".join(value.split())


def escaped(value: str) -> str:
    """The words with a backslash before what Markdown would read anywhere in a line.

    HTML, links, images, code, quotes and entities are not read in letters at all (``parse``) and stay as they are.
    """
    return _HASHES.sub(r"\\#", _ANYWHERE.sub(lambda found: "\\" + found[0], value))


def escaped_first(value: str) -> str:
    """Escaped words that begin a line, with what would make the line a list or a rule taken literally."""
    if value[:1] in set("-+=:"):
        return "\\" + value
    if found := _NUMBER.match(value):
        return f"{value[: found.end() - 1]}\\{value[found.end() - 1 :]}"
    return value
