"""A refusal is read to its end, what to do about it too."""

from pytestqt.qtbot import QtBot

from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import SignLabel

LONG = (
    "Item 5 is not compelled: A civil subpoena obtains no content, no location and nothing as it happens. "
    "Nothing was changed. Object, or correct the facts that this follows from."
)


def test_words_that_are_too_long_for_a_line_take_as_many_as_they_need(qtbot: QtBot) -> None:
    label = SignLabel("triangle", "", "late")
    qtbot.addWidget(label)
    label.set_words(LONG)
    heights = []
    for wide in (2000, 660, 320):
        label.wrap_in(wide)
        heights.append(label.height())
        assert not label.height() % metrics.LINE
    assert heights[0] == metrics.LINE
    assert heights == sorted(set(heights))
    label.set_words("")
    label.wrap_in(320)
    assert label.height() == metrics.LINE


def test_each_line_is_painted(qtbot: QtBot) -> None:
    label = SignLabel("triangle", "", "late")
    qtbot.addWidget(label)
    label.set_words(LONG)
    label.resize(320, metrics.LINE)
    label.wrap_in(320)
    label.show()
    image = label.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    last = range(image.height() - metrics.LINE, image.height())
    inked = [y for y in last for x in range(20, image.width()) if image.pixel(x, y) != ground]
    assert inked
