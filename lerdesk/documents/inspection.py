"""What a PDF carries besides its pages: scripts, launch actions, forms, files. Listed, never run."""

import hashlib
import re
import zlib
from itertools import islice

import pypdfium2

from lerdesk.base.text import clean
from lerdesk.documents import limits
from lerdesk.documents.pdf import Pdf
from lerdesk.documents.reading import ReadError, Reading, ReadWarning

_TEXTS = {
    "javascript": "The file contains a script. It was not run.",
    "launch": "The file tries to start another program. It was not started.",
    "remote": "The file points to another file or place. Nothing was fetched.",
    "form": "The file contains a form that can be filled in. What is typed in it can be changed.",
    "xfa": "The file contains an XFA form, which is not shown. Its words may be missing here.",
    "media": "The file contains sound, film or a three-dimensional scene. It was not played.",
    "embedded_files": "The file carries other files. They are listed and were not opened.",
}
_NAMES = {
    "javascript": rb"/(?:JavaScript|JS)\b",
    "launch": rb"/Launch\b",
    "remote": rb"/(?:GoToR|GoToE|SubmitForm|ImportData)\b",
    "form": rb"/AcroForm\b",
    "xfa": rb"/XFA\b",
    "media": rb"/(?:RichMedia|Rendition|Movie|Sound|3D)\b",
    "embedded_files": rb"/(?:EmbeddedFiles?|FileAttachment)\b",
}
_PATTERNS = {code: re.compile(pattern) for code, pattern in _NAMES.items()}
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b[^\x00]{0,400}?stream\r?\n", re.DOTALL)
_PACKED_STREAMS = 400
_UNPACKED_BYTES = 4 * 1024 * 1024


def inspect(data: bytes, pdf: Pdf) -> tuple[list[ReadWarning], list[Reading]]:
    """Warnings about what the file would do, and the files embedded in it."""
    found: set[str] = set()
    for part in _parts(data):
        found |= {code for code, pattern in _PATTERNS.items() if pattern.search(part)}
    attachments = _attachments(pdf)
    if attachments:
        found.add("embedded_files")
    return [ReadWarning(code, text) for code, text in _TEXTS.items() if code in found], attachments


def _parts(data: bytes) -> list[bytes]:
    """The file and, unpacked, the streams in which newer files keep their objects."""
    parts = [_ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), data) if b"#" in data else data]
    budget = 16 * _UNPACKED_BYTES
    for match in islice(_OBJECT_STREAM.finditer(data), _PACKED_STREAMS):
        try:
            unpacked = zlib.decompressobj().decompress(data[match.end() :], _UNPACKED_BYTES)
        except zlib.error:
            continue
        parts.append(unpacked)
        budget -= len(unpacked)
        if budget < 0:
            break
    return parts


def _attachments(pdf: Pdf) -> list[Reading]:
    listed = []
    raw = pdf.raw
    for index in range(min(raw.count_attachments(), limits.ATTACHMENTS)):
        attachment = raw.get_attachment(index)
        name = clean(attachment.get_name(), limit=200) or f"file {index + 1}"
        try:
            content = bytes(attachment.get_data())
        except (pypdfium2.PdfiumError, ValueError, RuntimeError):
            content = b""
        digest = hashlib.sha256(content[: limits.ATTACHMENT_BYTES]).hexdigest() if content else ""
        listed.append(
            Reading(
                name,
                digest,
                "application/octet-stream",
                error=ReadError("unsupported", "A file inside the PDF. It was not opened."),
            )
        )
    return listed
