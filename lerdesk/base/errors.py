"""Errors that a person is told. Everything else that is raised is a bug."""


class UserFacingError(Exception):
    """Something that a person must be told in one clear line.

    Attributes:
        what: what happened.
        kept: what was kept (may be empty).
        do: what to do now (may be empty).
        field: what was given and is refused, by its name where it was given: "company", "logo", "zone", "page",
            "name", "passphrase"; empty where it is about none.
    """

    def __init__(self, what: str, kept: str = "", do: str = "", *, field: str = "") -> None:
        super().__init__(" ".join(part for part in (what, kept, do) if part))
        self.what = what
        self.kept = kept
        self.do = do
        self.field = field


class Refused(UserFacingError):
    """A rule of the trade stands in the way: the promise, the reason and what would mend it."""


class Cancelled(Exception):
    """A person stopped the work; nothing is told."""
