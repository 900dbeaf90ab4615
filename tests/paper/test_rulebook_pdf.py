"""The rulebook as PDF and as HTML, read back: everything is there, nothing is cut, nothing comes from outside."""

import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pikepdf
import pypdfium2
import pytest

from lerdesk.documents.reader import Reader
from lerdesk.paper.rulebook_html import anchor, rulebook_html
from lerdesk.paper.rulebook_pdf import rulebook_pdf
from lerdesk.rulebook import load
from lerdesk.rulebook.document.blocks import Document, Heading, Row, Table, plain
from lerdesk.rulebook.document.whole import document
from tests.paper.test_letter_pdf import fonts_of, words_in
from tests.unit.rulebook.test_document import ids_of, squeezed, words_of

pytestmark = pytest.mark.thorough

DAY = date(2026, 11, 25)
VOID = {"meta", "br", "col", "link"}


@pytest.fixture(scope="module")
def rules():
    return load()


@pytest.fixture(scope="module")
def made(rules):
    return document(rules, DAY)


@pytest.fixture(scope="module")
def pdf(made):
    return rulebook_pdf(made)


@pytest.fixture(scope="module")
def html(made):
    return rulebook_html(made)


def chapter(made, key):
    """The document with one chapter alone."""
    starts = [n for n, one in enumerate(made.blocks) if isinstance(one, Heading) and one.level == 1]
    first = next(n for n in starts if made.blocks[n].anchor == key)
    after = next((n for n in starts if n > first), None)
    return replace(made, blocks=made.blocks[first:after])


class Reading(HTMLParser):
    """The page as a browser takes it: text, ids, links, and tags that are closed in their order."""

    def __init__(self):
        super().__init__()
        self.open, self.text, self.ids, self.links, self.tags = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        for key, value in attrs:
            if key == "id":
                self.ids.append(value)
            if key == "href":
                self.links.append(value)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text.append(data)


def read_html(html):
    page = Reading()
    page.feed(html)
    page.close()
    assert page.open == []
    return page


def test_every_rules_id_is_in_both(rules, pdf, html):
    in_pdf = squeezed(" ".join(words_in(pdf)))
    in_html = squeezed(" ".join(read_html(html).text))
    for one in ids_of(rules):
        assert squeezed(one) in in_pdf, one
        assert squeezed(one) in in_html, one


def test_both_say_the_same_words(made, pdf, html):
    in_pdf = squeezed(" ".join(words_in(pdf))).replace("-", "")
    in_html = squeezed(" ".join(read_html(html).text)).replace("-", "")
    for block in made.blocks:
        for text in words_of(block):
            for word in text.replace("-", " ").split():
                assert squeezed(word) in in_pdf, word
            assert squeezed(text).replace("-", "") in in_html, text


def test_it_is_the_same_twice_and_brings_its_fonts(made, pdf):
    assert rulebook_pdf(made) == pdf
    for each in (pdf, rulebook_pdf(chapter(made, "policy"), page="a4")):
        assert fonts_of(each)
        assert all(embedded for _, embedded in fonts_of(each))


def test_the_contents_lead_to_the_page_that_they_name(made, pdf):
    pages = words_in(pdf)
    contents = " ".join(page for page in pages[1:] if "Contents" in page)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        with file.open_outline() as outline:
            chapters = {item.title: item for item in outline.root}
        wanted = [block for block in made.blocks if isinstance(block, Heading) and block.anchor]
        assert list(chapters) == [block.text for block in wanted if block.level == 1]
        links = sum(len(page.get("/Annots", [])) for page in file.pages)
    assert links == len(wanted)
    for block in wanted:
        if block.level > 2:
            continue
        number = re.search(rf"{re.escape(' '.join(block.text.split()))} (\d+)\b", contents)
        assert number, block.text
        assert " ".join(block.text.split()) in pages[int(number[1]) - 1]


def test_every_page_has_its_number_and_its_chapter(made, pdf):
    pages = words_in(pdf)
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
    first = next(n for n, page in enumerate(pages) if "E001 Is there" in page)
    assert f"{made.title}, {made.version}" in pages[first + 1]
    assert "Validity questions" in pages[first + 1]


def boxes_of(pdf):
    """What every stretch of words takes up on its page, with the page's size."""
    file = pypdfium2.PdfDocument(pdf)
    for page in file:
        text = page.get_textpage()
        for number in range(text.count_rects()):
            yield page.get_size(), text.get_rect(number)


def test_nothing_stands_beyond_the_margins(pdf):
    for (wide, high), (left, bottom, right, top) in boxes_of(pdf):
        assert left >= 53
        assert right <= wide - 53
        assert bottom >= 20
        assert top <= high - 20


def test_a_long_citation_without_a_space_stays_in_its_column(rules):
    clock = replace(rules.clocks["K27"], citation="§" * 30 + "x" * 400)
    long = replace(rules, clocks={**rules.clocks, "K27": clock})
    pdf = rulebook_pdf(chapter(document(long, DAY), "clocks"))
    assert "x" * 400 in squeezed(" ".join(words_in(pdf)))
    assert all(right <= wide - 53 for (wide, _), (_, _, right, _) in boxes_of(pdf))


def test_no_heading_stands_alone_at_the_foot():
    row = Row((plain("word"), plain("\n".join(["line"] * 9))))
    blocks = []
    for number in range(30):
        blocks += [
            Heading(2, f"Heading {number:02}", f"h{number}"),
            Heading(3, f"Below {number:02}"),
            Table((plain("First"), plain("Second")), (row,) * (1 + number % 4), (30, 70)),
        ]
    pdf = rulebook_pdf(Document("Title", "1", DAY, (), (Heading(1, "All", "all"), *blocks)))
    for page in words_in(pdf)[2:]:
        for number in re.findall(r"Below (\d\d)", page):
            assert f"Heading {number} Below {number} First Second word line" in page


def test_the_reader_of_documents_reads_every_id(rules, pdf):
    reader = Reader()
    try:
        with reader.open(pdf) as opened:
            pages = [opened.words(number) for number in range(1, opened.page_count + 1)]
    finally:
        reader.close()
    text = squeezed(" ".join(word.text for page in pages for word in page.words))
    assert [one for one in ids_of(rules) if squeezed(one) not in text] == []


def test_the_html_needs_nothing_and_links_within(rules, html):
    page = read_html(html)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "link", "object"}
    assert not re.search(r"https?://|@import|url\(|javascript:|\son\w+=", html)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)
    for part in (rules.processes, rules.categories, rules.questions, rules.clocks, rules.factors):
        assert {anchor(one) for one in part} <= set(page.ids)
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html


def test_words_cannot_become_markup(rules):
    wording = "<script>alert(1)</script> & \"quoted\" 'single' <b>?"
    question = replace(rules.questions["E001"], text=wording)
    made = document(replace(rules, questions={**rules.questions, "E001": question}), DAY)
    html = rulebook_html(made)
    assert "<script" not in html
    assert wording in "".join(read_html(html).text)
    assert squeezed(wording) in squeezed(
        " ".join(words_in(rulebook_pdf(chapter(made, "questions"))))
    )
