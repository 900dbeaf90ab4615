"""What kind of file some bytes are, by their first bytes; a name decides only where bytes do not."""

from pathlib import PurePath

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0", "application/vnd.ms-outlook"),
)
_NAMES = {
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def media_type(name: str, data: bytes) -> str:
    """The media type of a served file; ``application/octet-stream`` where nothing tells it."""
    # readers of PDF accept the mark anywhere in the first kilobyte
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    return _NAMES.get(PurePath(name).suffix.lower(), "application/octet-stream")
