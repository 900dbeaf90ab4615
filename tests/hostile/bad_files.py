"""Files that nobody can work with, made on the spot."""

import io
import os
from pathlib import Path

import pikepdf

from tests.documents.papers import lines, pdf, raw

GOOD = pdf([lines("UNITED STATES DISTRICT COURT", "Search and Seizure Warrant")])


def encrypted() -> bytes:
    """A PDF that asks for a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOOD)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(user="u" * 8, owner="o" * 8))
    return out.getvalue()


def endless() -> bytes:
    """A page with more words than anybody waits for."""
    return raw(b"q " + b"BT /F1 1 Tf 1 0 0 1 9 9 Tm (aaaaaaaaaaaa) Tj ET " * 200_000 + b"Q")


def deep() -> bytes:
    """Objects within objects until the stack is gone."""
    return raw(b"q Q", b"/Names " + b"[" * 60_000 + b"]" * 60_000)


def bad_files(folder: Path) -> dict[str, Path]:
    """Each kind once, in ``folder``."""
    folder.mkdir()
    made = {
        "text": ("words.pdf", b"These are only words.\n" * 40),
        "encrypted": ("encrypted.pdf", encrypted()),
        "empty": ("empty.pdf", b""),
        "head": ("head.pdf", b"%PDF-1.7\n"),
        "cut": ("cut.pdf", GOOD[: len(GOOD) // 2]),
        "picture": ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 400),
        "archive": ("papers.zip", b"PK\x03\x04" + b"\0" * 400),
    }
    found = {}
    for kind, (name, data) in made.items():
        found[kind] = folder / name
        found[kind].write_bytes(data)
    found["large"] = folder / "large.pdf"
    with found["large"].open("wb") as out:
        out.write(b"%PDF-1.7\n")
        out.truncate(2 * 1024**3)
    found["folder"] = folder / "folder.pdf"
    found["folder"].mkdir()
    found["missing"] = folder / "missing.pdf"
    if hasattr(os, "mkfifo"):
        found["pipe"] = folder / "pipe.pdf"
        os.mkfifo(found["pipe"])
    return found


def strange_names(folder: Path) -> list[Path]:
    """Good papers whose names hold control and bidirectional characters, markup, and all the length there is."""
    names = (
        "bell\a\x1b[31mred\n.pdf",
        "invoice\u202efdp.exe\u2066.pdf",
        "<b>bold {{ 7*7 }} %s.pdf",
        "=cmd|' C calc'!A0.pdf",
        "\U0001f4a3 ленд.pdf",
        "n" * 250 + ".pdf",
    )
    folder.mkdir()
    made = []
    for number, name in enumerate(names):
        path = folder / name
        path.write_bytes(pdf([lines("GRAND JURY SUBPOENA", f"number {number}")]))
        made.append(path)
    undecodable = os.fsencode(folder) + b"/latin-\xe9.pdf"
    with open(undecodable, "wb") as out:  # noqa: PTH123  a name of bytes
        out.write(pdf([lines("GRAND JURY SUBPOENA", "undecodable")]))
    return [*made, Path(os.fsdecode(undecodable))]
