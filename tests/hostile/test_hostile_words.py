"""Words made to be taken for something else, on their way from the served page to every place that shows them."""

import ast
import csv
import io
import itertools
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib import pagesizes
from reportlab.pdfgen import canvas

from lerdesk.base.clock import MovableClock
from lerdesk.base.errors import UserFacingError
from lerdesk.base.folders import Folders
from lerdesk.desk import facts, inbox, letters, notices, reports, review, search
from lerdesk.desk.receive import receive
from lerdesk.desk.session import Desk
from lerdesk.documents.reader import Reader
from lerdesk.domain.fact import Evidence
from lerdesk.domain.half_year import HalfYear
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.paper.fonts import face_runs
from tests.hostile.machine import ROOT
from tests.ui.conftest import OpenWindow, home, open_window, themed
from tests.ui.worked import MORNING, determined, open_desk

__all__ = ["home", "open_window", "themed"]

HOSTILE = {
    "markup": "<b>Ada</b> <img src=file:///etc/passwd> Byron",
    "template": "Ada {{ 7*7 }} {% include 'x' %} {# c #} Byron",
    "link": "[Ada](javascript:1) ![x](file:///etc/passwd) Byron",
    "heading": "# Ada ## > - * _Byron_ ~~x~~ | a | b |",
    "format": "Ada %s %(x)s {0} ${HOME} `id` Byron",
    "quotes": 'Ada\'; DROP TABLE request; -- "Byron"',
    "rich": "{\\rtf1 Ada} <para><font color=red>Byron</font></para> &lt;b&gt; &amp;",
    "formula": "=cmd|'/C calc'!A0",
    "plus": "+1+1 Ada",
    "at": "@SUM(A1) Ada",
    "bidi": "Ada \u202enorB\u202c \u2066x\u2069 Byron",
    "cyrillic": "Аda Вyron",
    "long": "Ada " + "Byron" * 1000,
}
UNPRINTABLE = {"emoji": "Ada \U0001f4a3 Byron", "cuneiform": "Ada \U00012000 Byron"}
_FIELDS = ("requester", "agency", "signatory", "case_number", "issuing_authority", "court")


def order(words: str, name: str) -> bytes:
    """A subpoena for an account that says these words wherever a person or an office is named."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=pagesizes.letter, invariant=1)
    sheet.setFont(face_runs("a")[0][0], 10)
    shown = words[:90]
    for number, line in enumerate(
        (
            "UNITED STATES DEPARTMENT OF JUSTICE",
            "Drug Enforcement Administration",
            "ADMINISTRATIVE SUBPOENA",
            "SUBPOENA NO. G4-26-702218     DATE ISSUED November 3, 2026",
            "TO: Northwind Marketplace, Inc.",
            "Pursuant to 21 U.S.C. § 876(a) you are required to produce to the Drug Enforcement",
            "Administration, on or before November 30, 2026, the following records for the account",
            f"{name}.byron@example.com of the customer",
            shown,
            "A. Name and address of each subscriber.",
            "B. Telephone numbers and e-mail addresses on file.",
            "The period is June 1, 2026 to October 31, 2026.",
            f"Send the records to Special Agent {shown}",
            "agent@dea.example.com, (305) 555-0174.",
            f"/s/ {shown}",
            "Special Agent in Charge",
        )
    ):
        sheet.drawString(60, 740 - 18 * number, line)
    sheet.save()
    return out.getvalue()


def plain(words: str) -> str:
    """What is left of them where only words are shown: no marks of direction, single spaces."""
    kept = (c for c in words if unicodedata.category(c) not in {"Cf", "Cc"})
    return " ".join("".join(kept).split())


def pressed(words: str) -> str:
    """Without any space: a page breaks its lines where it likes."""
    return "".join(plain(unicodedata.normalize("NFC", words)).split())


def text_of(pdf: bytes) -> str:
    reader = Reader()
    try:
        return pressed(" ".join(page.text for page in reader.read("letter.pdf", pdf).words))
    finally:
        reader.close()


def harmless(pdf: bytes) -> bool:
    """No link, script, file or form in any of its objects."""
    bad = {"/URI", "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/GoToR", "/AcroForm", "/AA"}
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return not any(
            isinstance(each, pikepdf.Dictionary)
            and (bad & set(each.keys()) or str(each.get("/S", "")) in bad)
            for each in opened.objects
        )


def served(desk: Desk, *words: str) -> int:
    """Take the order in, and assign these words in turn to every field that takes any."""
    paper = order(words[0], f"ada{sum(map(ord, words[0]))}")
    taken = receive(desk, f"{words[0][:60]}.pdf", paper)
    turn = itertools.cycle(words)
    for field, said in zip(_FIELDS, turn, strict=False):
        facts.assign_fact(desk, taken.request_id, None, field, said, Evidence(1, said))
    for said in words:
        facts.assign_fact(desk, taken.request_id, None, "identifier", "person: " + said, None)
    return taken.request_id


def told(words: str) -> bool:
    """Whether words that a person sees hold no control and no mark of direction."""
    return not any(
        (unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t")
        or c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
        for c in words
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory):
    opened = open_desk(tmp_path_factory.mktemp("hostile"), MovableClock(MORNING))
    yield opened
    opened.close()


GROUPS = (
    ("markup", "template", "link"),
    ("heading", "format", "quotes", "rich"),
    ("formula", "plus", "at", "cyrillic"),
    ("bidi", "long"),
)


@pytest.mark.parametrize("kinds", GROUPS, ids="-".join)
def test_words_come_out_as_words_from_page_to_letter(desk: Desk, kinds: tuple[str, ...]) -> None:
    said = [HOSTILE[kind] for kind in kinds]
    request = served(desk, *said)
    determined(desk, request)
    view = review.load(desk, request)
    row = inbox.rows(desk, (request,))[0]
    shown = [fact.words for fact in view.facts] + [entry.words for entry in view.history]
    shown += [view.title, row.agency, row.case_number]
    assert all(told(each) for each in shown)
    for words in said:
        assert any(pressed(words[:40]) in pressed(each) for each in shown), words[:40]
    issued = 0
    for kind, *_ in letters.kinds(desk, request):
        draft = letters.draft(desk, request, kind)
        page = letters.page(desk, draft.letter_id, draft.markdown)
        assert harmless(page)
        if not draft.blocking:
            page = letters.issue(desk, draft.letter_id).pdf
            assert harmless(page)
            issued += 1
        on_page = text_of(page)
        assert "49" not in on_page.replace("L-2026", "") or "7*7" in on_page
        there = [words for words in said if pressed(words)[:60] in on_page]
        assert there, "the letter names somebody"
    assert issued


def test_a_character_that_no_font_has_is_named_and_nothing_is_lost(desk: Desk) -> None:
    for words in UNPRINTABLE.values():
        request = served(desk, words)
        determined(desk, request)
        draft = letters.draft(desk, request, LetterKind.FULL)
        assert words[4] in draft.markdown
        with pytest.raises(UserFacingError, match=f"U\\+{ord(words[4]):04X}"):
            letters.page(desk, draft.letter_id, draft.markdown)
        with pytest.raises(UserFacingError):
            letters.issue(desk, draft.letter_id)
        for fact in review.load(desk, request).facts:
            if words[4] in fact.words:
                facts.correct_fact(desk, fact.fact.id, fact.words.replace(words[4], ""))
        again = letters.recompose(desk, draft.letter_id)
        assert words[4] not in again.markdown
        letters.issue(desk, draft.letter_id)


def test_search_takes_any_words(desk: Desk) -> None:
    served(desk, "Zaphod Quince")
    for words in (
        *HOSTILE.values(),
        *UNPRINTABLE.values(),
        '"',
        "*",
        "a NEAR b",
        "^x:y",
        "\0",
        "%",
        "_",
    ):
        search.find(desk, words)
        inbox.ids(desk, inbox.InboxQuery("all", words))
    assert search.find(desk, "zaphod quin")


def test_no_cell_of_the_report_begins_like_a_formula(desk: Desk) -> None:
    table = reports.csv(desk, HalfYear.parse("2026-H2"))
    for line in csv.reader(io.StringIO(table)):
        assert [cell for cell in line if cell[:1] in tuple("=+-@\t\r")] == []
    assert harmless(reports.pdf(desk, HalfYear.parse("2026-H2")))


def rich(words: str) -> bool:
    """Whether Qt would take these words for markup that is not ours."""
    return "<" in words and not words.startswith("<p style='white-space:pre-wrap'>")


def every_tip(window: QWidget) -> list[str]:
    """Each tooltip that the window can show now."""
    found = [widget.toolTip() for widget in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if isinstance(model, QAbstractItemModel):
            wide = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
            for row, column in itertools.product(range(min(model.rowCount(), 60)), range(wide)):
                tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
                found.append(str(tip or ""))
    return found


def test_the_window_shows_words_as_words_in_every_place(
    qtbot: QtBot, tmp_path: Path, home: Folders, open_window: OpenWindow
) -> None:
    opened = open_desk(tmp_path, MovableClock(MORNING))
    requests = [served(opened, HOSTILE[kind]) for kind in ("markup", "long", "bidi", "rich")]
    determined(opened, requests[0])
    letters.draft(opened, requests[0], LetterKind.FULL)
    window = open_window(opened)
    seen = 0
    for place, target in (
        ("inbox", None), ("review", "facts"), ("review", "validity"), ("review", "scope"),
        ("review", "history"), ("letters", "full"), ("letters", None), ("notices", None),
        ("reports", None),
    ):  # fmt: skip
        for request in requests if place == "review" else requests[:1]:
            window.go(place, request if target else None, target)
            qtbot.waitUntil(lambda: window.idle, timeout=30_000)
            tips = every_tip(window)
            seen += sum(tip.startswith("<p style") for tip in tips)
            assert [tip for tip in tips if rich(tip)] == []
            for label in window.findChildren(QLabel):
                assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
                assert told(label.text())
    assert seen, "some tooltip held the hostile words"
    assert window.view.messages.words() == ""


#: tooltips made of the program's own words alone
_OWN_WORDS = {
    "format_bar.py", "fact_form.py", "answers.py", "disclosure_form.py", "findings_form.py",
    "top_bar.py", "figures.py",
}  # fmt: skip


def test_every_tooltip_of_outside_words_is_made_plain() -> None:
    bare = []
    for path in sorted((ROOT / "lerdesk" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("setToolTip"):
                words = ast.unparse(node.args[0])
                if not words.startswith(("tip(", "'")) and path.name not in _OWN_WORDS:
                    bare.append(f"{path.name}: {words}")
    assert bare == []


def test_notices_carry_hostile_words_too(desk: Desk) -> None:
    request = served(desk, HOSTILE["markup"] + " twice")
    determined(desk, request)
    draft = notices.draft(desk, request)
    assert harmless(letters.page(desk, draft.letter_id, draft.markdown))
