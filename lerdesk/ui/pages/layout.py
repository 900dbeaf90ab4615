"""Where each page of the column stands: pure arithmetic, in logical pixels."""

from bisect import bisect_right
from dataclasses import dataclass

from lerdesk.domain.fact import Box

GAP = 12


@dataclass(frozen=True)
class Spot:
    """One page's place in the column.

    Attributes:
        index: place in the column from 0.
        width: as shown, in points.
        left, top, across, down: in logical pixels.
    """

    index: int
    paper: int
    page: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def bottom(self) -> float:
        """The first pixel below it."""
        return self.top + self.down


@dataclass(frozen=True)
class Column:
    """Pages in one column, ``GAP`` apart, each centred.

    Attributes:
        zoom: logical pixels a point.
        rotation: 0, 90, 180 or 270 degrees clockwise.
    """

    spots: tuple[Spot, ...]
    zoom: float
    rotation: int
    width: float
    height: float

    def at(self, y: float) -> int:
        """Index of the page at ``y``, or of the one that is nearest above; -1 without pages."""
        if not self.spots:
            return -1
        return max(0, bisect_right(self.spots, y, key=lambda spot: spot.top - GAP / 2) - 1)

    def between(self, top: float, bottom: float) -> range:
        """Indexes of the pages that touch this stretch."""
        if not self.spots:
            return range(0)
        return range(self.at(top), self.at(bottom) + 1)

    def find(self, paper: int, page: int) -> Spot | None:
        """The place of a page."""
        for spot in self.spots:
            if spot.paper == paper and spot.page == page:
                return spot
        return None

    def place(self, spot: Spot, box: Box) -> Box:
        """A box on the page, in the column's pixels."""
        left, top, right, bottom = _turned(box, spot.width, spot.height, self.rotation)
        z = self.zoom
        return (
            spot.left + left * z,
            spot.top + top * z,
            spot.left + right * z,
            spot.top + bottom * z,
        )

    def point(self, spot: Spot, x: float, y: float) -> tuple[float, float]:
        """A pixel of the column as a point of the unturned page."""
        across, down = (x - spot.left) / self.zoom, (y - spot.top) / self.zoom
        match self.rotation:
            case 90:
                return down, spot.height - across
            case 180:
                return spot.width - across, spot.height - down
            case 270:
                return spot.width - down, across
            case _:
                return across, down


def column(
    pages: tuple[tuple[int, int, float, float], ...],
    *,
    zoom: float,
    rotation: int,
    view_width: float,
    ratio: float,
) -> Column:
    """Lay out pages given as (paper, page, width, height).

    Args:
        pages: sizes in points.
        zoom: logical pixels a point.
        rotation: degrees clockwise.
        view_width: of the viewport, in logical pixels.
        ratio: device pixels a logical pixel; every edge falls on a device pixel.
    """
    sideways = rotation in {90, 270}
    widest = max((h if sideways else w for _, _, w, h in pages), default=0) * zoom
    width = max(view_width, widest + 2 * GAP)
    spots = []
    top = float(GAP)
    for index, (paper, page, w, h) in enumerate(pages):
        across = snap((h if sideways else w) * zoom, ratio)
        down = snap((w if sideways else h) * zoom, ratio)
        left = snap((width - across) / 2, ratio)
        spots.append(Spot(index, paper, page, w, h, left, top, across, down))
        top = snap(top + down + GAP, ratio)
    return Column(tuple(spots), zoom, rotation, width, top if spots else 0.0)


def snap(value: float, ratio: float) -> float:
    """The nearest device pixel, in logical pixels."""
    return round(value * ratio) / ratio


def _turned(box: Box, width: float, height: float, rotation: int) -> Box:
    left, top, right, bottom = box
    match rotation:
        case 90:
            return height - bottom, left, height - top, right
        case 180:
            return width - right, height - bottom, width - left, height - top
        case 270:
            return top, width - right, bottom, width - left
        case _:
            return box
