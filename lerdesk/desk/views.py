"""Small values that several views share."""

from dataclasses import dataclass

from lerdesk.desk.session import Step


@dataclass(frozen=True)
class Blocking:
    """One thing that stands in the way of issuing.

    Attributes:
        words: what is wrong.
        rule: the promise or rule, quiet; "draft" where the draft is older than the records.
        mend: where it is mended.
        other: another way to mend it.
    """

    words: str
    rule: str
    mend: Step | None
    other: Step | None = None
