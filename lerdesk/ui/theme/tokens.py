"""The colours, by what they are for. Text keeps 4.9:1 on every ground, ``text`` itself 10.5:1; a test holds that."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class Colours:
    """One set of colours, each ``#RRGGBB``.

    Attributes:
        ground: behind content; ``side`` behind rail, status line, determination, preview, dark popups.
        line: separators, 1 px; ``field``: borders of fields, buttons and popups.
        text: what counts; ``quiet``: labels, quotes, citations, key hints.
        accent: links, focus, primary button, proposals; ``on_accent`` is text on it.
        hover: row or flat button under the pointer.
        selected: selected row of the focused list; ``selected_quiet``: rail place, pressed tool button, given answer,
            selected row of a list without focus; ``current``: the current question, fact, demand.
        late, warning, good: always with a sign and a word.
        evidence, evidence_line: quiet mark; ``evidence_current`` with ``evidence_ring``: the strong one.
        words_selected: selection on the page and in fields, under ``on_words_selected``.
        desk: behind pages; ``paper``: the page, dimmed in dark, never inverted.
        bar_full, bar_partial, bar_none: report bars, distinct in grey; ``bar_words`` on the two light ones.
        thumb: the scroll bar's.
    """

    ground: str
    side: str
    line: str
    field: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    hover: str
    selected: str
    selected_quiet: str
    current: str
    late: str
    warning: str
    good: str
    evidence: str
    evidence_line: str
    evidence_current: str
    evidence_ring: str
    words_selected: str
    on_words_selected: str
    desk: str
    paper: str
    thumb: str
    bar_full: str = "#2F4E73"
    bar_partial: str = "#A9BFD9"
    bar_none: str = "#E4E8ED"
    bar_words: str = "#1A1E23"
    on_bar_full: str = "#FFFFFF"


LIGHT = Colours(
    ground="#FFFFFF",
    side="#F5F6F8",
    line="#DFE3E8",
    field="#858E9A",
    text="#1A1E23",
    quiet="#5A6470",
    accent="#1F5FA6",
    on_accent="#FFFFFF",
    hover="#EDEFF2",
    selected="#E2ECF7",
    selected_quiet="#E6E9ED",
    current="#F2F6FB",
    late="#A8231A",
    warning="#7A4F00",
    good="#1D6338",
    evidence="#FFF8DF",
    evidence_line="#DEC572",
    evidence_current="#FFE27A",
    evidence_ring="#1F5FA6",
    words_selected="#BBD6F5",
    on_words_selected="#1A1E23",
    desk="#E8EAED",
    paper="#FFFFFF",
    thumb="#BCC1C8",
)

DARK = Colours(
    ground="#16191D",
    side="#1D2126",
    line="#2E343B",
    field="#6B7683",
    text="#E7EAEE",
    quiet="#9AA4AF",
    accent="#7DB0EA",
    on_accent="#0F1419",
    hover="#252A31",
    selected="#20344C",
    selected_quiet="#2A3037",
    current="#1A222C",
    late="#F49A92",
    warning="#E8BC68",
    good="#86CFA2",
    evidence="#EFE4BE",
    evidence_line="#BFA65C",
    evidence_current="#FFDD6B",
    evidence_ring="#1F5FA6",
    words_selected="#A9C9EE",
    on_words_selected="#1A1E23",
    desk="#101317",
    paper="#E9E7E2",
    thumb="#444C55",
)


def high_contrast(ground: str, text: str, accent: str, on_accent: str) -> Colours:
    """The system's own high contrast: its four colours, every fill dropped; signs, words, underlines, rings stay."""
    return replace(
        LIGHT,
        **dict.fromkeys(
            ("ground", "side", "hover", "selected", "selected_quiet", "current", "desk"), ground
        ),
        **dict.fromkeys(
            ("line", "field", "text", "quiet", "late", "warning", "good", "thumb"), text
        ),
        accent=accent,
        on_accent=on_accent,
        words_selected=accent,
        on_words_selected=on_accent,
        evidence="#FFFFFF",
        evidence_current="#FFFFFF",
        evidence_line="#000000",
        evidence_ring="#000000",
        paper="#FFFFFF",
    )


NAMES = tuple(field.name for field in fields(Colours))
"""Every token's name."""
