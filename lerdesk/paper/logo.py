"""A letterhead's logo: a picture that is opened once, in full, before it is believed."""

import warnings
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from lerdesk.base.errors import UserFacingError

if TYPE_CHECKING:
    from PIL import Image

_MOST_BYTES = 8_000_000
_MOST_PIXELS = 40_000_000
_HEIGHT = 480  # pixels kept: 34 points high at about 1,000 dots an inch


@lru_cache(maxsize=4)
def logo_image(data: bytes) -> "Image.Image":
    """The picture on white, as Pillow's RGB image.

    Raises:
        UserFacingError: it is neither PNG nor JPEG, is broken, or is larger than a letterhead can need.
    """
    from PIL import Image

    if len(data) > _MOST_BYTES:
        raise UserFacingError(
            "The logo is larger than 8 MB.", do="Choose a smaller picture.", field="logo"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    raise UserFacingError(
                        "The logo has more than 40 million pixels.",
                        do="Choose a smaller picture.",
                        field="logo",
                    )
                picture = opened.convert("RGBA")
    except (
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise UserFacingError(
            "The logo is no PNG or JPEG picture that can be read.",
            kept="The letterhead keeps the logo that it had.",
            do="Choose another file.",
            field="logo",
        ) from error
    if picture.height > _HEIGHT:
        picture.thumbnail((_HEIGHT * 8, _HEIGHT))
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white
