"""From a template and the fields to a draft."""

from pathlib import Path
from typing import TYPE_CHECKING

from lerdesk.domain.letter import LetterFields
from lerdesk.letters.draft import Draft

if TYPE_CHECKING:
    from lerdesk.domain.vocabulary import LetterKind


def compose(
    kind: "LetterKind",
    fields: LetterFields,
    *,
    language: str = "en",
    variant: str | None = None,
    templates: Path | None = None,
) -> Draft:
    """Fill a template.

    Args:
        kind: which letter.
        fields: what it may say.
        language: a folder under the templates.
        variant: of the notice: "delayed", "optional"; None is the one before disclosure.
        templates: the organisation's own; a file there stands in the place of the shipped one.

    Raises:
        UserFacingError: the template is missing, broken, or names a field that there is none of.
    """
    raise NotImplementedError
