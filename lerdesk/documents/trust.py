"""Whether a page's text layer says what the page shows. A layer that does not is not read."""

import re

from lerdesk.documents.pdf import Layer
from lerdesk.intake.language import function_word_share

#: a scan with fewer words than this bears a stamp or a fax header only
_STAMP_WORDS = 30
_SCAN = 0.5
_TOKEN = re.compile(r"[^\W\d_]{2,}")


def distrust(layer: Layer) -> str | None:
    """Why the layer is not trusted: ``empty``, ``stamp``, ``garbage``; None where it is."""
    words = layer.page.words
    if not words:
        return "empty"
    if layer.characters and layer.unknown / layer.characters > 0.3:
        return "garbage"
    scanned = layer.picture >= _SCAN
    if scanned and len(words) < _STAMP_WORDS and _at_the_edge(layer):
        return "stamp"
    if scanned and _reads_like_nothing([word.text for word in words]):
        return "garbage"
    return None


def _at_the_edge(layer: Layer) -> bool:
    height = layer.page.height
    inner = [w for w in layer.page.words if 0.12 * height < w.box[1] and w.box[3] < 0.88 * height]
    return len(inner) <= 3


def _reads_like_nothing(words: list[str]) -> bool:
    """A scan whose recognised words hold hardly any small word of a language that they claim."""
    tokens = [token.lower() for word in words for token in _TOKEN.findall(word)]
    return len(tokens) >= 40 and function_word_share(tokens) < 0.06
