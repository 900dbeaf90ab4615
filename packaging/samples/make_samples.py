"""Draws the invented served papers in resources/samples. By hand: ``python packaging/samples/make_samples.py``.

A folder named as the only argument takes the place of resources/samples.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from served import administrative, federal_warrants
from served.sheet import register_fonts

PAPERS: dict[str, Callable[[], bytes]] = {
    "01_federal_warrant_five_demands.pdf": federal_warrants.five_demands,
    "02_federal_warrant_seller.pdf": federal_warrants.answered_in_full,
    "03_dea_subpoena_fax.pdf": administrative.content_asked,
}


def main(arguments: list[str]) -> None:
    """Writes every paper."""
    here = Path(__file__).resolve().parents[2] / "resources" / "samples"
    folder = Path(arguments[0]) if arguments else here
    folder.mkdir(parents=True, exist_ok=True)
    register_fonts()
    for name, draw in PAPERS.items():
        data = draw()
        (folder / name).write_bytes(data)
        print(f"{name}  {len(data) // 1024} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
