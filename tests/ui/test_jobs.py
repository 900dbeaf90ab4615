"""Work off the GUI thread: its outcome comes back on it, to whoever is still there."""

import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lerdesk.base.errors import Cancelled, UserFacingError
from lerdesk.ui import crash
from lerdesk.ui.jobs import Job, JobRunner


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.shutdown()


class Owner(QWidget):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[UserFacingError] = []
        self.threads: list[str] = []
        self.got: list[object] = []

    def tell(self, error: UserFacingError) -> None:
        self.told.append(error)

    def take(self, value: object) -> None:
        self.got.append(value)
        self.threads.append(threading.current_thread().name)


@pytest.fixture
def owner(qtbot: QtBot) -> Owner:
    made = Owner()
    qtbot.addWidget(made)
    return made


def test_the_outcome_comes_back_on_the_gui_thread(
    qtbot: QtBot, jobs: JobRunner, owner: Owner
) -> None:
    jobs.store(lambda: threading.current_thread().name, owner, owner.take)
    assert not jobs.idle
    qtbot.waitUntil(lambda: jobs.idle)
    assert str(owner.got[0]).startswith("lerdesk-store")
    assert owner.threads == [threading.main_thread().name]


def test_what_is_stored_runs_one_after_another(qtbot: QtBot, jobs: JobRunner, owner: Owner) -> None:
    for number in range(20):
        jobs.store(lambda number=number: number, owner, owner.take)
    qtbot.waitUntil(lambda: jobs.idle)
    assert owner.got == list(range(20))


def test_an_answer_to_somebody_who_is_gone_is_dropped(qtbot: QtBot, jobs: JobRunner) -> None:
    gate = threading.Event()
    owner, got = QObject(), []
    jobs.store(gate.wait, owner, got.append)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert not got


def test_only_the_last_of_work_that_is_overtaken_is_answered(
    qtbot: QtBot, jobs: JobRunner, owner: Owner
) -> None:
    gate = threading.Event()
    jobs.store(lambda: gate.wait() and "first", owner, owner.take, latest="find")
    jobs.store(lambda: "second", owner, owner.take, latest="find")
    jobs.store(lambda: "other", owner, owner.take, latest="count")
    jobs.store(lambda: "third", owner, owner.take, latest="find")
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert owner.got == ["other", "third"]


def test_a_writer_says_which_requests_changed(qtbot: QtBot, jobs: JobRunner, owner: Owner) -> None:
    changes: list[frozenset[int]] = []
    jobs.changed.connect(changes.append)
    jobs.write(lambda: None, owner, requests=(3, 5))
    qtbot.waitUntil(lambda: jobs.idle)
    assert changes == [frozenset({3, 5})]


def _refuse() -> None:
    raise UserFacingError("The disk is full.", "Nothing was changed.", "Make room.")


def test_an_error_for_a_person_reaches_the_nearest_message_bar(
    qtbot: QtBot, jobs: JobRunner, owner: Owner
) -> None:
    inner = QWidget(owner)
    changes: list[object] = []
    jobs.changed.connect(changes.append)
    jobs.write(_refuse, inner)
    qtbot.waitUntil(lambda: jobs.idle)
    assert [error.what for error in owner.told] == ["The disk is full."]
    assert not changes, "what was refused changed nothing"


def test_an_error_for_a_person_goes_to_who_asked_for_it(
    qtbot: QtBot, jobs: JobRunner, owner: Owner
) -> None:
    jobs.store(_refuse, owner, owner.take, owner.take)
    qtbot.waitUntil(lambda: jobs.idle)
    assert not owner.told
    assert [type(one) for one in owner.got] == [UserFacingError]


@pytest.mark.logs("A part of the program failed")
def test_a_bug_is_reported_without_its_words(qtbot: QtBot, jobs: JobRunner, owner: Owner) -> None:
    reports: list[str] = []

    class Listener(QObject):
        def take(self, report: str) -> None:
            reports.append(report)

    listener = Listener()
    crash.listen(listener.take)

    def fail() -> None:
        raise ValueError("mreyes.studio@example.com")

    jobs.store(fail, owner, owner.take)
    qtbot.waitUntil(lambda: jobs.idle)
    assert not owner.got
    assert not owner.told
    (report,) = reports
    assert "ValueError" in report
    assert "in fail" in report
    assert "mreyes" not in report


def test_long_work_shows_its_progress_and_stops_when_asked(
    qtbot: QtBot, jobs: JobRunner, owner: Owner
) -> None:
    begun, stopped = threading.Event(), []

    def work(job: Job) -> str:
        job.progress(3, 7, "Reading 3 of 7 files")
        begun.set()
        while not job.cancelled():
            begun.wait(0.01)
        job.check()
        return "done"

    job = jobs.long(
        work, owner, "Reading 7 files", owner.take, on_cancel=lambda: stopped.append(True)
    )
    qtbot.waitUntil(begun.is_set)
    assert [one.label for one in jobs.jobs] == ["Reading 3 of 7 files"]
    assert (job.done, job.total) == (3, 7)
    job.cancel()
    qtbot.waitUntil(lambda: jobs.idle)
    assert stopped == [True]
    assert not owner.got
    assert not owner.told
    with pytest.raises(Cancelled):
        job.check()


def test_shutting_down_lets_writers_end_and_runs_the_last_thing_last(qtbot: QtBot) -> None:
    runner, owner, order = JobRunner(), QObject(), []
    for number in range(3):
        runner.write(lambda number=number: order.append(number), owner)
    runner.shutdown(lambda: order.append("closed"))
    assert order == [0, 1, 2, "closed"]
    assert not [one for one in threading.enumerate() if one.name.startswith("lerdesk")]


def test_a_hard_end_is_told_at_the_next_start(tmp_path, monkeypatch) -> None:
    import faulthandler
    import sys
    from datetime import UTC, datetime

    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    (tmp_path / "ended.txt").write_text("Fatal Python error: Segmentation fault\n")
    try:
        words = crash.install(tmp_path, now)
        assert "ended without being closed" in words
        assert (tmp_path / "ended-2026-11-24-090000.txt").read_text().startswith("Fatal")
        assert crash.install(tmp_path, now) == ""
    finally:
        faulthandler.enable()
