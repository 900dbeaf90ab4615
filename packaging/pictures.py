"""Takes the help pages' and the README's pictures from a demonstration: ``pictures.py DIR/screens``."""

import sys
from pathlib import Path

from PIL import Image

NAMES = ("inbox", "review-facts", "review", "review-scope", "notices", "letter", "reports")
TO = Path(__file__).resolve().parent.parent / "resources" / "help" / "pictures"


def main(source: Path) -> None:
    """Each light picture with a palette, which is a third of its size and looks the same."""
    TO.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        with Image.open(source / f"{name}-light.png") as picture:
            small = picture.convert("RGB").quantize(160, dither=Image.Dither.NONE)
            small.save(TO / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
