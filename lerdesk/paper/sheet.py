"""Where things stand on the sheet: US Letter for a #10 window envelope, A4 for one after DIN 5008.

All lengths in points, all heights from the top edge.

#10 (4.125 by 9.5 in): the window is 0.875 in from the left, 0.5 in from the bottom, 4.5 by 1.125 in. A letter folded in
thirds rests on the envelope's bottom, so the window shows 2.04 to 3.17 in from the sheet's top.
DIN 5008:2020 form B: the address field lies 45 to 90 mm from the top, 20 to 105 mm from the left, its words 5 mm in;
sender's line above 62.7 mm; reference block from 125 mm; folds at 105 and 210 mm, hole mark at 148.5 mm.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Page: TypeAlias = Literal["letter", "a4"]
_MM = 72 / 25.4


@dataclass(frozen=True)
class Sheet:
    """One paper size with its places.

    Attributes:
        width: of the sheet.
        height: of the sheet.
        left: edge of all words.
        right: edge of all words, from the left.
        head: top of the letterhead.
        sender: baseline of the sender's line over the address.
        address: top of the first address line.
        address_end: where the envelope's window ends.
        address_width: how wide an address line may be.
        reference: left edge of the reference block.
        reference_end: its right edge.
        reference_top: its top.
        body: earliest top of the subject.
        later_body: top of the words on the pages after the first.
        marks: heights of fold and hole marks with their lengths.
    """

    width: float
    height: float
    left: float
    right: float
    head: float
    sender: float
    address: float
    address_end: float
    address_width: float
    reference: float
    reference_end: float
    reference_top: float
    body: float
    later_body: float
    marks: tuple[tuple[float, float], ...]

    @property
    def measure(self) -> float:
        """Width of the words."""
        return self.right - self.left


_SHEETS: dict[Page, Sheet] = {
    "letter": Sheet(
        width=612,
        height=792,
        left=72,
        right=540,
        head=44,
        sender=155,
        address=161,
        address_end=228,
        address_width=250,
        reference=344,
        reference_end=540,
        reference_top=150,
        body=260,
        later_body=92,
        marks=((264, 12), (528, 12)),
    ),
    "a4": Sheet(
        width=210 * _MM,
        height=297 * _MM,
        left=25 * _MM,
        right=190 * _MM,
        head=44,
        sender=60.5 * _MM,
        address=62.7 * _MM,
        address_end=90 * _MM,
        address_width=80 * _MM,
        reference=125 * _MM,
        reference_end=198 * _MM,
        reference_top=58 * _MM,
        body=103.5 * _MM,
        later_body=92,
        marks=((105 * _MM, 12), (148.5 * _MM, 18), (210 * _MM, 12)),
    ),
}


def sheet(page: Page) -> Sheet:
    """The places of a paper size."""
    return _SHEETS[page]
