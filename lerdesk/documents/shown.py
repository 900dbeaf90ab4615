"""From PDFium's page coordinates to points from the top left of the page as shown."""

import pypdfium2
import pypdfium2.raw as pdfium

from lerdesk.domain.fact import Box


class Shown:
    """One page as shown.

    Attributes:
        left: the page's left edge in PDFium's coordinates.
        bottom: its lower edge.
        w: its width before it is turned.
        h: its height before it is turned.
        turn: quarters, clockwise, by which it is turned.
        width: points, as shown.
        height: points, as shown.
    """

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page.raw, rect)
        self.left, self.bottom = rect.left, rect.bottom
        self.w, self.h = abs(rect.right - rect.left), abs(rect.top - rect.bottom)
        self.turn = pdfium.FPDFPage_GetRotation(page.raw) % 4
        self.width, self.height = (self.w, self.h) if self.turn % 2 == 0 else (self.h, self.w)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box as shown, kept on the page, to a hundredth of a point."""
        return rounded(self.exact(left, bottom, right, top))

    def exact(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box as shown, kept on the page."""
        (x0, y0), (x1, y1) = self._point(left, bottom), self._point(right, top)
        return (
            min(max(min(x0, x1), 0.0), self.width),
            min(max(min(y0, y1), 0.0), self.height),
            min(max(x0, x1, 0.0), self.width),
            min(max(y0, y1, 0.0), self.height),
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        u, v = x - self.left, y - self.bottom
        if self.turn == 1:
            return v, u
        if self.turn == 2:
            return self.w - u, v
        if self.turn == 3:
            return self.h - v, self.w - u
        return u, self.h - v


def rounded(box: Box) -> Box:
    """A box to a hundredth of a point."""
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)
