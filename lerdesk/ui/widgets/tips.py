"""Words for a tooltip. Qt takes what looks like markup for markup there, and served papers may hold any words."""

from html import escape

_MOST = 800  # characters: a tooltip does not scroll


def tip(words: str) -> str:
    """The words as a tooltip shows them as they are, whatever they hold; cut where they are endless."""
    if len(words) > _MOST:
        words = words[:_MOST] + "…"
    if "<" not in words:
        return words
    return f"<p style='white-space:pre-wrap'>{escape(words)}</p>"
