"""The help's pages: each is there, is listed, is read from its file, and links lead to a page."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot

from lerdesk.base.resources import resources
from lerdesk.ui.help.place import PAGES, HelpPage

FOLDER = resources() / "help"


def test_every_page_of_the_folder_is_listed() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == {name for name, _title in PAGES}


@pytest.mark.parametrize(("name", "title"), PAGES)
def test_a_page_is_shown_with_its_title(qtbot: QtBot, name: str, title: str) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show_page(name)
    assert page.toPlainText().splitlines()[0] == title


@pytest.mark.parametrize("name", [name for name, _title in PAGES])
def test_links_and_pictures_lead_somewhere(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        assert (FOLDER / QUrl(target).path()).is_file(), target


def test_what_is_typed_stands_on_a_ground_of_its_own(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show_page("rulebook")
    block = page.document().find("waiting_days = 14").block()
    plain = page.document().find("Five examples").block()
    assert block.blockFormat().background().style() != plain.blockFormat().background().style()


def test_tables_are_as_wide_as_the_text_and_have_no_lines_between_columns(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show_page("keys")
    tables = [
        one for one in page.document().rootFrame().childFrames() if isinstance(one, QTextTable)
    ]
    assert tables
    for table in tables:
        assert table.format().border() == 0
        assert table.format().width().rawValue() == 100
        assert len(table.format().columnWidthConstraints()) == table.columns()
