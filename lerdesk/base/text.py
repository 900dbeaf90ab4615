"""Untrusted text: what a served file, a file name or a name in a form may do to a line of ours."""

import unicodedata

_BIDI = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}


def clean(untrusted: str, *, keep_lines: bool = False, limit: int = 0) -> str:
    r"""Text without control, bidirectional-override, surrogate and private characters.

    Args:
        untrusted: any text.
        keep_lines: keep ``\n``; other line and paragraph separators become it too.
        limit: cut after so many characters, with an ellipsis; 0 keeps all.
    """
    # what can be printed as it is holds none of them
    text = untrusted if untrusted.isprintable() else _without(untrusted, keep_lines=keep_lines)
    if limit and len(text) > limit:
        return text[: limit - 1] + "…"
    return text


def _without(untrusted: str, *, keep_lines: bool) -> str:
    out = []
    for char in untrusted:
        category = unicodedata.category(char)
        if char == "\t":
            out.append(" ")
        elif char == "\n" or category in {"Zl", "Zp"}:
            out.append("\n" if keep_lines else " ")
        elif char in _BIDI or category in {"Cc", "Cs", "Co", "Cn"}:
            continue
        else:
            out.append(char)
    return "".join(out)
