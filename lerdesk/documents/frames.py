"""Frames between the client and the reader process: fixed-width header, JSON, raw bytes.

Header, big-endian: magic ``LERF``, kind (2 bytes), request number (4), bytes of JSON (4), bytes of
body (8). Lengths are checked against the limits before memory is taken. Nothing is unpickled.
"""

import json
import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import IO, cast

from lerdesk.documents import limits
from lerdesk.domain.fact import JsonValue

_HEADER = struct.Struct(">4sHIIQ")
_MAGIC = b"LERF"


class Kind(IntEnum):
    """What a frame is: asked by the client (below 100) or answered by the process."""

    OPEN = 1
    WORDS = 2
    RENDER = 3
    INSPECT = 4
    FACTS = 5
    HELLO = 100
    DONE = 101
    FAILED = 102


class BrokenFrame(Exception):
    """The other side sent something that is no frame, or ended within one."""


@dataclass(frozen=True)
class Frame:
    """One message.

    Attributes:
        kind: what it asks or answers.
        request: the number of the question that it belongs to.
        meta: a JSON object.
        body: raw bytes.
    """

    kind: Kind
    request: int
    meta: dict[str, JsonValue]
    body: bytes = b""


def write_frame(stream: IO[bytes], frame: Frame) -> None:
    """Send one frame.

    Raises:
        BrokenFrame: it is larger than the limits.
        OSError: the other side is gone.
    """
    meta = json.dumps(frame.meta, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "replace"
    )
    if len(meta) > limits.META_BYTES or len(frame.body) > _body_limit():
        raise BrokenFrame("frame over the limit")
    head = _HEADER.pack(_MAGIC, frame.kind, frame.request, len(meta), len(frame.body))
    stream.write(head + meta)
    if frame.body:
        stream.write(frame.body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """The next frame, or None at the end of the stream.

    Raises:
        BrokenFrame: wrong magic, unknown kind, a length over the limit, or an end within the frame.
    """
    head = stream.read(_HEADER.size)
    if not head:
        return None
    if len(head) < _HEADER.size:
        raise BrokenFrame("cut header")
    magic, untrusted_kind, request, untrusted_meta, untrusted_body = _HEADER.unpack(head)
    if magic != _MAGIC:
        raise BrokenFrame("wrong magic")
    if untrusted_meta > limits.META_BYTES or untrusted_body > _body_limit():
        raise BrokenFrame("length over the limit")
    try:
        kind = Kind(untrusted_kind)
    except ValueError as error:
        raise BrokenFrame("unknown kind") from error
    raw_meta = _exactly(stream, untrusted_meta)
    body = _exactly(stream, untrusted_body)
    try:
        meta = json.loads(raw_meta)
    except (ValueError, RecursionError) as error:
        raise BrokenFrame("no JSON") from error
    if not isinstance(meta, dict):
        raise BrokenFrame("no JSON object")
    return Frame(kind, request, cast("dict[str, JsonValue]", meta), body)


def _body_limit() -> int:
    return max(limits.FILE_BYTES, limits.PIXELS * 4)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise BrokenFrame("cut frame")
    return data
