"""Colours that can be read, fonts of one place, icons that are there."""

from itertools import product

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lerdesk.base.resources import resources
from lerdesk.ui.theme import DARK, LIGHT, Colours, fonts, icons, signs, theme
from lerdesk.ui.theme.tokens import high_contrast
from lerdesk.ui.widgets import TextArea, paint

GROUNDS = ("ground", "side", "hover", "selected", "selected_quiet", "current")
INKS = ("quiet", "accent", "late", "warning", "good")


def luminance(colour: str) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), list(product(INKS, GROUNDS)))
def test_every_ink_can_be_read_on_every_ground(colours: Colours, ink: str, ground: str) -> None:
    assert ratio(getattr(colours, ink), getattr(colours, ground)) >= 4.9


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_clear_on_every_ground(colours: Colours, ground: str) -> None:
    assert ratio(colours.text, getattr(colours, ground)) >= 10.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_marks_and_bars_stand_out(colours: Colours) -> None:
    assert ratio(colours.field, colours.ground) >= 3
    assert ratio(colours.field, colours.current) >= 3
    assert ratio(colours.on_accent, colours.accent) >= 4.5
    assert ratio("#1A1E23", colours.evidence_current) >= 7
    assert ratio(colours.on_words_selected, colours.words_selected) >= 7
    assert ratio(colours.on_bar_full, colours.bar_full) >= 4.5
    assert ratio(colours.bar_words, colours.bar_partial) >= 4.5
    assert ratio(colours.bar_full, colours.bar_partial) >= 3


def test_high_contrast_has_the_four_colours_of_the_system_alone() -> None:
    colours = high_contrast("#000000", "#FFFFFF", "#FFFF00", "#000000")
    for ground in GROUNDS:
        assert getattr(colours, ground) == "#000000"
    for ink in ("text", "quiet", "late", "warning", "good", "line", "field"):
        assert getattr(colours, ink) == "#FFFFFF"


def test_a_new_appearance_reaches_widgets_that_are_there(qtbot: QtBot, themed: None) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.show()
    with qtbot.waitSignal(theme().changed):
        theme().set_appearance("dark")
    role = QPalette.ColorRole.PlaceholderText
    try:
        qtbot.waitUntil(lambda: label.palette().color(role).name() == "#9aa4af")
        assert theme().dark
    finally:
        theme().set_appearance("light")
    assert not theme().dark


def test_typed_words_can_be_read_after_the_appearance_changed(qtbot: QtBot, themed: None) -> None:
    area = TextArea("Postal address")
    qtbot.addWidget(area)
    area.setPlainText("400 Alder Street")
    area.show()
    try:
        theme().set_appearance("dark")
        picture = area.viewport().grab().toImage()
        inks = {
            picture.pixelColor(x, y).lightness()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert max(inks) > 200
    finally:
        theme().set_appearance("light")


def test_no_line_ends_inside_a_date_a_number_or_a_section(themed: None) -> None:
    words = "Warrant 26-MR-1147 was served on 16 Nov 2026 under 18 U.S.C. § 2703(d)."
    for wide in range(90, 420, 5):
        lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in paint.lines_of(words, wide)]
        assert any("16 Nov 2026" in line for line in lines)
        assert not any(line.endswith(("§", "MR", fonts.printed("26-"))) for line in lines)


def test_an_unknown_appearance_is_refused(themed: None) -> None:
    with pytest.raises(ValueError, match="pink"):
        theme().set_appearance("pink")


def test_weights_differ_and_figures_are_of_one_width(themed: None) -> None:
    words = "Particularity"
    widths = [fonts.width(words, 1.0, weight) for weight in (400, 500, 600)]
    assert widths == sorted(set(widths)), "500 and 600 paint as 400"
    assert fonts.width("1111") == fonts.width("8888")


def test_what_is_cut_keeps_its_closing_quote(themed: None) -> None:
    cut = fonts.elided("“from the inception of each Account to the present”", 160)
    assert cut.endswith("…”")
    assert fonts.width(cut) <= 161


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (resources() / "icons").glob("*.svg"))
)
def test_icons_take_the_colour_that_is_asked_for(qapp: QApplication, name: str) -> None:
    image = icons.drawn(name, "#1F5FA6", 128, 1.5).toImage()
    assert image.width() == 192
    inks = {
        image.pixelColor(x, y).name()
        for x in range(192)
        for y in range(192)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#1f5fa6"}


@pytest.mark.parametrize("sign", signs.NAMES)
def test_signs_paint_inside_their_place(qapp: QApplication, sign: str) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    signs.paint(painter, QRectF(10, 10, 20, 20), sign, QColor("black"))
    painter.end()
    dark = [
        (x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).lightness() < 128
    ]
    assert dark
    assert all(10 <= x < 30 and 10 <= y < 30 for x, y in dark)
