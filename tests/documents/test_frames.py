"""Frames: any bytes give a frame or an error, and nothing over the limits is taken."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerdesk.documents.frames import BrokenFrame, Frame, Kind, read_frame, write_frame


def test_a_frame_comes_back_as_it_went():
    stream = io.BytesIO()
    frame = Frame(Kind.WORDS, 7, {"page": 3, "name": "Łódź"}, b"\x00\x01")
    write_frame(stream, frame)
    stream.seek(0)
    assert read_frame(stream) == frame
    assert read_frame(stream) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_a_frame_or_an_error(data):
    try:
        frame = read_frame(io.BytesIO(data))
    except BrokenFrame:
        return
    assert frame is None or isinstance(frame, Frame)


class _Counting(io.BytesIO):
    asked = 0

    def read(self, size=-1):
        self.asked = max(self.asked, size or 0)
        return super().read(size)


@pytest.mark.parametrize(("meta", "body"), [(2**32 - 1, 0), (0, 2**63)])
def test_a_length_over_the_limit_is_refused_before_it_is_read(meta, body):
    stream = _Counting(struct.pack(">4sHIIQ", b"LERF", 1, 1, meta, body))
    with pytest.raises(BrokenFrame):
        read_frame(stream)
    assert stream.asked < 100
