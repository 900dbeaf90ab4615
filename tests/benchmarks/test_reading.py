"""The confined reader: the samples, and a warrant of 300 pages while somebody scrolls through it."""

import statistics
import threading
import time

from lerdesk.base.resources import resources
from lerdesk.documents.reader import Reader
from tests.benchmarks.figures import Watch, figure, heading, memory_mb, ms
from tests.benchmarks.long_order import long_order

PAGES = 300


def test_samples() -> None:
    reader = Reader()
    seconds, pages, starts = [], 0, []
    for path in sorted((resources() / "samples").glob("*.pdf")):
        data = path.read_bytes()
        with Watch() as watch:
            reading = reader.read(path.name, data)
        seconds.append(watch.ms / 1000)
        pages += len(reading.pages)
        with Watch() as watch:
            reader.open(data).close()
        starts.append(watch.ms)
    heading(f"Reading, isolation {reader.isolation}: {len(seconds)} samples, {pages} pages")
    figure("a page, with its file's process and facts", sum(seconds) / pages, "s")
    figure("a file, median", statistics.median(seconds), "s")
    figure("of which the process's start and opening", statistics.median(starts), "ms")


def test_a_long_order() -> None:
    data = long_order(PAGES)
    reader, said = Reader(), []
    began = time.perf_counter()

    def read() -> None:
        found = reader.read("long.pdf", data, progress=lambda *_: said.append(time.perf_counter()))
        said.append(time.perf_counter())
        facts.extend(found.facts)

    facts: list[object] = []
    reading = threading.Thread(target=read)
    reading.start()
    with reader.open(data) as shown:
        shown.render(1, 1.5)
        first = (time.perf_counter() - began) * 1000
        done_then = len(said)
        jumps, most = [], 0.0
        while reading.is_alive():
            page = 1 + (len(jumps) * 97 + 250) % PAGES
            with Watch() as watch:
                shown.render(page, 1.5)
            jumps.append(watch.ms)
            most = max(most, memory_mb(shown.process_id or "self"))
            time.sleep(0.05)
        reading.join()
        alone = ms(lambda: shown.render(211, 1.5), 9)
    heading(f"A warrant of {PAGES} pages ({len(data) / 1e6:.1f} MB), read while it is looked at")
    figure(
        "first page rendered, from the moment both began", first, "ms", f"{done_then} pages read"
    )
    figure("first page's words", (said[0] - began) * 1000, "ms")
    figure("all pages' words", said[-2] - began, "s")
    figure(f"all facts ({len(facts)})", said[-1] - began, "s")
    figure("a far page, while the reader works, median", statistics.median(jumps), "ms")
    figure("a far page, while the reader works, longest", max(jumps), "ms")
    figure("a far page, when it has ended", alone, "ms")
    figure("memory of the process that shows it, most", most, "MB")


def test_memory_of_the_reading_process() -> None:
    reader = Reader()
    with reader.open(long_order(PAGES)) as document:
        opened = memory_mb(document.process_id or "self")
        for page in range(1, PAGES + 1):
            document.words(page)
        read = memory_mb(document.process_id or "self")
    heading("Memory of a reader process, with what confines it")
    figure("opened", opened, "MB")
    figure(f"{PAGES} pages' words taken", read, "MB")
