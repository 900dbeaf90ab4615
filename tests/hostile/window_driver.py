"""Hands on the real window in a process of its own, which may be killed.

``window_driver.py ACT [WORDS] [-- PROGRAM'S WORDS]`` says on standard output what it sees, one line each.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lerdesk.app import window as program_window
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.widgets import SignLabel

SENTENCE = "The quinceberry ledger was seen on the second shelf. "
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def say(*words: object) -> None:
    print(*words, flush=True)


class Hands:
    """What a person does with the window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def until(self, holds: Callable[[], object], seconds: float = 30) -> None:
        """Let the window live until something holds."""
        end = time.monotonic() + seconds
        while not holds():
            QApplication.processEvents()
            time.sleep(0.002)
            if time.monotonic() > end:
                raise TimeoutError("the window does not come to this")

    def settle(self) -> None:
        self.until(lambda: self.window.idle)
        QApplication.processEvents()

    def open(self) -> None:
        """The passphrase came from the environment: wait for the inbox."""
        self.until(lambda: self.window.view is not None)
        self.settle()

    @property
    def view(self):
        assert self.window.view is not None
        return self.window.view

    @property
    def told(self) -> str:
        return " ".join(self.view.messages.words().split())

    def add(self, *paths: str) -> None:
        self.view.messages.clear()
        self.view.adding.add([Path(path) for path in paths])
        self.settle()

    def key(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None
    ) -> None:
        QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def letter(self, request_id: int, kind: str) -> None:
        """Draft a letter and put the caret below its subject."""
        self.view.go("letters", request_id, kind)
        self.settle()
        pane = self.view.shown.pane
        self.until(lambda: pane.view is not None)
        self.settle()
        pane.editor.setFocus()
        caret = pane.editor.textCursor()
        caret.setPosition(pane.editor.text().index("\n\n") + 2)  # after the subject
        pane.editor.setTextCursor(caret)

    @property
    def pane(self):
        return self.view.shown.pane

    def type(self, words: str) -> None:
        for each in words:
            QTest.keyClick(self.pane.editor, each)
            QApplication.processEvents()

    def wait_saved(self) -> None:
        self.until(lambda: not self.pane.keeper.dirty)
        self.settle()

    def issue(self) -> None:
        """Ask, and say yes."""
        self.key(self.pane.editor, KEY.Key_Return, CTRL)
        self.key(self.pane.footer.question.confirm, KEY.Key_Return)

    def export(self, path: str) -> None:
        """As the dialog does when a file was chosen."""
        from lerdesk.ui.printing import export_to

        self.view.messages.clear()
        export_to(self.pane, self.view.context, Path(path), self.pane.pdf_maker())
        self.settle()


def add(hands: Hands, *paths: str) -> None:
    """Take in files one after the other and say what is told of each."""
    hands.open()
    for path in paths:
        hands.add(path)
        say("told", hands.told or "nothing")
    say("rows", len(hands.window.shown.model.ids))


def add_together(hands: Hands, *paths: str) -> None:
    """Take in files at once."""
    hands.open()
    hands.add(*paths)
    say("told", hands.told or "nothing")
    say("rows", len(hands.view.place("inbox").model.ids))


def told(hands: Hands) -> None:
    """Say what is told at the start, before and after the passphrase."""
    window = hands.window
    hands.until(lambda: window.view is not None or window.unlock_view.warning.isVisible())
    hands.settle()
    view = window.unlock_view
    if window.view is None:
        say("refused", view.warning.words())
    else:
        say("told", hands.told or "nothing")
        action = hands.view.messages.action
        if hands.told and not action.isHidden():
            action.click()
            hands.settle()
            hands.until(lambda: hands.pane.view is not None)
            say("text", repr(hands.pane.editor.text()))


def locked(hands: Hands) -> None:
    """Say every word on the screen while the store is locked."""
    from PySide6.QtWidgets import QLabel

    hands.until(lambda: hands.window.unlock_view.isVisible() and hands.window.idle)
    say(*(label.text() for label in hands.window.findChildren(QLabel)))


def day(hands: Hands, paper: str, words: str, out: str) -> None:
    """Import, review, letter, issue, export, search, history, report, lock, unlock, and a hard end."""
    hands.open()
    window = hands.window
    hands.add(paper)
    request = window.shown.model.ids[0]
    for target in ("facts", "validity", "scope", "history"):
        hands.view.go("review", request, target)
        hands.settle()
    hands.letter(request, "acknowledgement")
    hands.type(SENTENCE)
    hands.wait_saved()
    hands.issue()
    hands.until(lambda: hands.pane.view.number is not None)
    hands.export(out)
    say("told", hands.told)
    hands.view.toggle_rail()
    for place in ("notices", "reports", "settings", "help", "inbox"):
        hands.view.go(place)
        hands.settle()
    bar = hands.view.bar
    bar.enter()
    bar.field.setText(words)
    bar.asked.emit(words)
    hands.settle()
    bar.leave()
    window.lock("for the test")
    hands.until(lambda: window.view is None and window.idle)
    say("locked")
    window.unlock_view.unlock.emit(os.environ["LERDESK_PASSPHRASE"])
    hands.open()
    hands.letter(request, "acknowledgement")
    # a bug in a slot goes to the report; the hard end after it writes where the threads stood
    from PySide6.QtCore import QTimer

    def bug() -> None:
        raise KeyError(SENTENCE + words)

    QTimer.singleShot(0, bug)
    hands.settle()
    QApplication.processEvents()
    say("report", hands.told)
    os.abort()


def type_on(hands: Hands, request: str, kind: str) -> None:
    """Type numbers for ever; say each one a second of the window's own time after it was typed."""
    from PySide6.QtCore import QTimer

    hands.open()
    hands.letter(int(request), kind)
    hands.type("Counted to ")
    number = 0
    while True:
        number += 1
        hands.type(f"{number} ")
        say("typed", number)
        QTimer.singleShot(1000, lambda number=number: say("second", number))
        end = time.monotonic() + 0.03
        while time.monotonic() < end:
            QApplication.processEvents()


def open_field(hands: Hands, name: str) -> None:
    """Open what a person types into."""
    if name == "letterhead":
        hands.view.go("settings", target="letterhead")
        hands.settle()
        return
    request = 2 if name == "disclosure" else 1
    hands.view.go("review", request, {"reason": "scope:1", "note": "validity"}.get(name))
    hands.settle()
    place = hands.view.shown
    if name == "note":
        questions = place.tabs.questions
        asked = questions.question.id
        hands.key(questions, KEY.Key_N)
        questions.show_question(asked)
    elif name == "flags":
        place.tabs.show_tab("documents")
        place.tabs.documents.flags.boxes["consent"].click()
    elif name == "demand":
        place.assigning.add_demand()
    elif name == "disclosure":
        place.steps.disclosure()
    hands.settle()


def field_of(hands: Hands, name: str) -> QWidget:
    """The field of ``open_field``."""
    place = hands.view.shown
    if name == "letterhead":
        return place.letterhead.lines
    tabs = place.tabs
    return {
        "reason": lambda: tabs.scope.table.editor.reason,
        "note": lambda: tabs.questions.note,
        "flags": lambda: tabs.documents.flags.reason,
        "demand": lambda: tabs.scope.form.targets,
        "disclosure": lambda: tabs.documents.disclosure.recipient,
    }[name]()


def words_in(field: QWidget) -> str:
    return field.toPlainText() if hasattr(field, "toPlainText") else field.text()


def field_on(hands: Hands, name: str) -> None:
    """Type into a field for ever, as ``type_on`` types a letter."""
    from PySide6.QtCore import QTimer

    hands.open()
    open_field(hands, name)
    field = field_of(hands, name)
    hands.until(field.isVisible)
    field.setFocus()
    number = 0
    while True:
        number += 1
        QTest.keyClicks(field, f" {number}")
        QTimer.singleShot(1000, lambda number=number: say("second", number))
        end = time.monotonic() + 0.03
        while time.monotonic() < end:
            QApplication.processEvents()


def told_of(hands: Hands, name: str) -> None:
    """Say what is told at the start, and what stands in the field to which it leads."""
    hands.open()
    say("told", hands.told)
    hands.view.messages.action.click()
    hands.settle()
    field = field_of(hands, name)
    hands.until(field.isVisible)
    hands.until(lambda: any(each.isdigit() for each in words_in(field)))
    hands.settle()
    say("text", repr(words_in(field)))


def hold(hands: Hands) -> None:
    """Keep the store open until somebody ends it."""
    hands.open()
    say("open")
    while True:
        QApplication.processEvents()
        time.sleep(0.01)


def read_slowly(hands: Hands, *paths: str) -> None:
    """Begin to take in files; say how far it is, and wait to be killed."""
    hands.open()
    hands.view.adding.add([Path(path) for path in paths])
    while True:
        QApplication.processEvents()
        for job in hands.window.jobs.jobs:
            if job.done:
                say("reading", job.label)


def issue_and_wait(hands: Hands, request: str, kind: str) -> None:
    """Issue a letter; say its number as soon as it is there."""
    hands.open()
    hands.letter(int(request), kind)
    hands.issue()
    hands.until(lambda: hands.pane.view.number is not None)
    say("issued", hands.pane.view.number)
    while True:
        QApplication.processEvents()


def full_disk(hands: Hands, paper: str, out: str, request: str, kind: str) -> None:
    """Import, issue and export on a disk that takes no large file any more; then with room."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    hands.open()
    hands.letter(int(request), kind)
    hands.wait_saved()
    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, room[1]))
    hands.add(paper)
    say("import", hands.told)
    hands.issue()
    say("issue", hands.pane.footer.question.refused.words.text() or hands.told)
    resource.setrlimit(resource.RLIMIT_FSIZE, room)
    hands.key(hands.pane.footer.question.confirm, KEY.Key_Return)
    hands.until(lambda: hands.pane.view.number is not None)
    say("issued", hands.pane.view.number)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, room[1]))
    hands.export(out)
    say("export", hands.told)
    say("earlier", Path(out).read_bytes() == b"an earlier export")
    resource.setrlimit(resource.RLIMIT_FSIZE, room)
    hands.export(out)
    say("export", hands.told)
    hands.add(paper)
    say("import", hands.told or "nothing")


def logos(hands: Hands, *paths: str) -> None:
    """Choose each as the letterhead's logo and save; say what is told beside it or in the bar."""
    hands.open()
    hands.view.go("settings", target="letterhead")
    hands.settle()
    place = hands.view.shown
    for path in paths:
        hands.view.messages.clear()
        place.letterhead.logo.take([Path(path)])
        hands.settle()
        beside = [w.words() for w in place.letterhead.findChildren(SignLabel) if w.isVisible()]
        place.save.click()
        hands.settle()
        beside += [w.words() for w in place.letterhead.findChildren(SignLabel) if w.isVisible()]
        said = " ".join((*dict.fromkeys(beside), hands.told)).strip()
        say("logo", Path(path).name, said or "nothing")


ACTS = (
    add,
    add_together,
    told,
    locked,
    day,
    type_on,
    field_on,
    told_of,
    hold,
    read_slowly,
    issue_and_wait,
    full_disk,
    logos,
)


def main() -> int:
    act = next(each for each in ACTS if each.__name__ == sys.argv[1])
    words = sys.argv[2:]
    cut = words.index("--") if "--" in words else len(words)

    def run(window: MainWindow, painted: Callable[[], None]) -> int:
        QApplication.instance().setCursorFlashTime(0)
        window.first_painted.connect(painted)
        window.show()
        window.activateWindow()
        hands = Hands(window)
        hands.until(lambda: hasattr(window, "jobs"))
        act(hands, *words[:cut])
        window.close()
        return 0

    program_window.run = run
    return program_window.main(words[cut + 1 :])


if __name__ == "__main__":
    from lerdesk import __main__ as door

    os.umask(0o077)
    door._leave_no_core_file()
    sys.exit(main())
