"""Files made to harm break their own reading, never the program."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from lerdesk.base.resources import resources
from lerdesk.documents import limits
from lerdesk.documents.frames import Kind
from lerdesk.documents.process import Died, ReaderProcess
from lerdesk.documents.reader import DocumentFailed, OpenDocument, Reader, _Pass
from tests.documents.papers import lines, pdf, raw
from tests.shared import SHARED

reader = Reader()
GOOD = pdf([lines("UNITED STATES DISTRICT COURT", "hello")])


def still_reads() -> bool:
    return reader.read("good.pdf", GOOD).error is None


def kill(document):
    """Kill what holds the document, and wait until its pipe is closed: the walls fall a moment later."""
    process = document._process
    os.kill(process.process_id, signal.SIGKILL)
    assert process._answers.get(timeout=20) is None
    process._answers.put(None)


def test_a_file_of_two_gigabytes_is_refused_by_its_size(tmp_path):
    large = tmp_path / "large.pdf"
    with large.open("wb") as out:
        out.write(b"%PDF-1.7\n")
        out.truncate(2 * 1024**3)
    error = reader.read_path(large).error
    assert error is not None
    assert error.code == "too_large"


def test_a_killed_reader_is_replaced():
    with reader.open(GOOD) as document:
        kill(document)
        with pytest.raises(DocumentFailed):
            document.render(1, 1.0)
        assert document.render(1, 1.0).width == 612


def test_a_reader_that_dies_after_the_last_page_costs_no_fact():
    path = min((resources() / "samples").glob("*.pdf"))
    data = path.read_bytes()
    with OpenDocument(data) as document:

        def end(done, count):
            if done == count:
                kill(document)

        reading = _Pass(document, end, None).run(path.name, "")
    assert document.deaths == 1
    undisturbed = reader.read(path.name, data)
    assert undisturbed.facts
    assert reading.facts == undisturbed.facts
    assert reading.demands == undisturbed.demands


def test_three_deaths_are_enough():
    document = OpenDocument(GOOD)
    for _ in range(limits.DEATHS):
        document.render(1, 0.1)
        kill(document)
        with pytest.raises(DocumentFailed):
            document.render(1, 1.0)
    assert document.given_up
    with pytest.raises(DocumentFailed):
        document.render(1, 1.0)
    assert still_reads()


def test_a_page_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(limits, "PAGE_SECONDS", 0.05)  # far under what this page takes anywhere
    endless = raw(
        b"q " + b"BT /F1 1 Tf 1 0 0 1 9 9 Tm (aaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET " * 400_000 + b"Q"
    )
    reading = reader.read("endless.pdf", endless)
    assert reading.error is not None or "page_unreadable" in {
        each.code for each in reading.warnings
    }
    monkeypatch.undo()
    assert still_reads()


def test_a_page_of_monstrous_size_is_drawn_small_or_not_at_all():
    huge = raw(b"0 0 1 rg 0 0 200000 200000 re f", box=b"[0 0 200000 200000]")
    with reader.open(huge) as document:
        try:
            shown = document.render(1, 4.0)
        except DocumentFailed:
            pass
        else:
            assert shown.width * shown.height <= limits.PIXELS * 1.01
    assert still_reads()


def test_the_process_is_bounded_and_sees_nothing_of_the_disk():
    process = ReaderProcess()
    try:
        # Windows has no such limits, and says so by its isolation
        assert process.limited or reader.isolation == "reduced"
    finally:
        process.end()


def test_nonsense_on_the_pipe_ends_the_process_and_nothing_else():
    process = ReaderProcess()
    stream = process._process.stdin
    assert stream is not None
    stream.write(b"no frame at all, only words that go on and on")
    stream.flush()
    with pytest.raises(Died):
        process.ask(Kind.WORDS, {"page": 1}, seconds=5.0)
    assert still_reads()


@pytest.mark.shared
def test_every_known_hostile_file_is_survived():
    assert SHARED is not None
    paths = sorted((SHARED / "hostile_pdf").glob("*.pdf"))
    # two at a time, as two windows' threads would
    with ThreadPoolExecutor(2) as pool:
        readings = list(pool.map(reader.read_path, paths))
    assert len(readings) > 300
    codes = {each.error.code for each in readings if each.error}
    assert codes <= {"unreadable", "encrypted", "too_slow", "too_large"}
    assert sum(each.error is None for each in readings) > 0.8 * len(readings)
    assert still_reads()
