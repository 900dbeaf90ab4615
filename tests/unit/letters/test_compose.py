"""Templates and fields to a draft: every template, hostile words, what is missing, whose words are whose."""

from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lerdesk.base.errors import UserFacingError
from lerdesk.domain.letter import LetterFields, Letterhead, LetterItem, Recipient
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.letters.blocks import ListBlock, Paragraph, Table, plain
from lerdesk.letters.compose import compose
from lerdesk.letters.draft import Draft, changed, placeholders
from lerdesk.letters.parse import parse
from lerdesk.letters.problems import problems
from tests.unit.letters.sample_fields import CUSTOMER, FIELDS, TEMPLATES, fields_for

BARE = LetterFields(
    letterhead=Letterhead("Northwind"),
    recipient=Recipient(("Somebody",)),
    our_reference="LER-2026-000001",
    dated=date(2026, 11, 24),
    reviewer="Ines Albrecht",
    process="subpoena",
)
HOSTILE = (
    "<b>bold</b>",
    "<img src='file:///etc/passwd'>",
    "{{ reviewer }}",
    "{% include 'full.md' %}",
    "]]> & &amp; &lt;",
    "**bold** and _slanted_ and `code`",
    "[a](http://example.com) ![b](c)",
    "# heading #",
    "- item",
    "+1 206 555 0142",
    "1. first",
    "2) second",
    "=====",
    "---",
    "***",
    "a | b | c",
    "| - |",
    "> quoted",
    "back\\slash\\",
    "~~~",
    ":--",
    "snake_case_name __init__",
    "trailing  \tspaces",
    "x" * 300,
)


@pytest.mark.parametrize(("kind", "variant"), TEMPLATES)
def test_every_template_is_ready_to_send_when_its_fields_are_there(kind, variant):
    draft = compose(kind, fields_for(kind), variant=variant)
    assert problems(kind, draft.markdown) == ()
    assert draft.template == f"en/{kind.value}{'-' + variant if variant else ''}"
    assert "waives no objection, privilege or right." in draft.markdown
    assert ".." not in draft.markdown
    assert "None" not in draft.markdown.replace("None of it is the content", "")


@pytest.mark.parametrize(("kind", "variant"), TEMPLATES)
def test_what_is_not_known_stands_as_a_placeholder_and_blocks(kind, variant):
    draft = compose(kind, BARE, variant=variant)
    assert placeholders(draft.markdown)
    assert all("still to be filled in" in one for one in problems(kind, draft.markdown))
    assert problems(kind, draft.markdown)


def test_only_letters_that_produce_show_an_account():
    for kind, variant in TEMPLATES:
        text = compose(kind, fields_for(kind), variant=variant).markdown
        shown = "marisol.quintero@example.com" in text
        assert shown == (kind in {LetterKind.PARTIAL, LetterKind.FULL}), kind
    for kind in (LetterKind.NOTHING_HELD, LetterKind.PRESERVATION, LetterKind.NOTICE):
        assert "m•••••@example.com" in compose(kind, fields_for(kind)).markdown


def test_no_letter_on_an_invalid_demand_admits_an_account():
    for kind in (LetterKind.ACKNOWLEDGEMENT, LetterKind.DEFICIENCY, LetterKind.OBJECTION):
        assert (
            "make no statement about the existence of any account" in compose(kind, FIELDS).markdown
        )


@pytest.mark.parametrize("variant", [None, "delayed", "optional"])
def test_a_customer_never_reads_of_the_order_of_silence_or_the_officer(variant):
    silenced = replace(CUSTOMER, silent=True, silence_issued_on=date(2026, 11, 19))
    text = compose(LetterKind.NOTICE, silenced, variant=variant).markdown
    for word in ("2705", "forbids", "November 3, 2027", "Castellano", "18 U.S.C."):
        assert word not in text


def test_a_notice_names_the_day_before_which_nothing_is_disclosed():
    text = compose(LetterKind.NOTICE, CUSTOMER).markdown
    assert "We will not disclose this information before December 2, 2026." in text
    assert "A federal law enforcement agency" in text
    delayed = compose(LetterKind.NOTICE, CUSTOMER, variant="delayed").markdown
    assert "A court order delayed this notice. That order has ended" in delayed


def test_a_production_lists_its_files_and_their_hashes_and_certifies_them():
    text = compose(LetterKind.FULL, FIELDS).markdown
    for file in FIELDS.files:
        assert f"SHA-256 {file.sha256}" in text
    assert "three files, SHA-256 listed in Annex 1" in text
    assert "I declare under penalty of perjury" in text
    assert "I, Tobias Okonkwo, am a custodian of records" in text
    without = compose(LetterKind.FULL, replace(FIELDS, files=())).markdown
    assert "Annex" not in without
    assert "delivered separately from this letter" in without


@pytest.mark.parametrize("kind", [LetterKind.PARTIAL, LetterKind.FULL])
def test_a_production_promises_no_enclosure_that_is_not_there(kind):
    text = compose(kind, replace(FIELDS, files=())).markdown
    for word in ("schedule", "certificate", "Annex", "enclose", "listed"):
        assert word not in text, word


def test_an_acknowledgement_without_a_day_for_the_answer_needs_nothing_typed():
    text = compose(LetterKind.ACKNOWLEDGEMENT, replace(FIELDS, answer_by=None)).markdown
    assert "will answer when our review is complete" in text
    assert problems(LetterKind.ACKNOWLEDGEMENT, text) == ()


@pytest.mark.parametrize("kind", [LetterKind.PARTIAL, LetterKind.FULL, LetterKind.OBJECTION])
def test_a_reason_stands_once_with_all_the_items_that_it_holds_for(kind):
    one, other = "The process does not reach it", "The item states no period"
    items = tuple(
        LetterItem(str(number), "words", "Not produced", reason=reason)
        for number, reason in enumerate((one, one, other, "", one), 1)
    )
    text = compose(kind, replace(FIELDS, items=items)).markdown
    assert text.count(one) == text.count(other) == 1
    assert f"**Items 1, 2, and 5.** {one}." in text
    assert f"**Item 3.** {other}." in text


def test_a_preservation_letter_says_until_when_and_how_to_renew():
    text = compose(LetterKind.PRESERVATION, FIELDS).markdown
    assert "We have preserved records and other evidence in our possession" in text
    assert "December 31, 2026" in text
    assert "2703(f)(2)" in text


def test_the_moment_of_receipt_carries_its_zone():
    text = compose(LetterKind.ACKNOWLEDGEMENT, FIELDS).markdown
    assert "November 20, 2026 at 9:05 a.m. (PST)" in text
    noon = replace(
        FIELDS, received_at=datetime(2026, 7, 1, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    )
    assert "12:00 p.m. (CEST)" in compose(LetterKind.ACKNOWLEDGEMENT, noon).markdown


def _cells(markdown):
    return [
        plain(cell)
        for block in parse(markdown)
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    ]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("kind", [LetterKind.PARTIAL, LetterKind.OBJECTION])
def test_hostile_words_stay_words(kind, words):
    said = " ".join(words.split())
    item = replace(FIELDS.items[0], demanded=words, reason=words)
    reviewer = replace(FIELDS, reviewer=words, items=(item,), their_reference=words, court=words)
    blocks = parse(compose(kind, reviewer).markdown)
    assert said in _cells(compose(kind, reviewer).markdown)
    assert said in plain(blocks[0].runs)
    assert any(
        isinstance(block, Paragraph) and plain(block.runs).split("\n")[0] == said
        for block in blocks
    )
    kinds = [
        type(block).__name__
        for block in parse(
            compose(
                kind,
                replace(
                    reviewer,
                    reviewer="x",
                    their_reference="x",
                    court="x",
                    items=(replace(item, demanded="x", reason="x"),),
                ),
            ).markdown
        )
    ]
    assert [type(block).__name__ for block in blocks] == kinds


@pytest.mark.thorough
@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="\0\ufdd0\ufdd1"), min_size=1, max_size=40
    )
)
def test_any_words_at_the_head_of_a_line_a_cell_and_a_list_come_out_as_themselves(words):
    said = " ".join(words.split())
    if not said:
        return
    fields = replace(
        FIELDS,
        reviewer=words,
        redactions=(words + "!?",),
        items=(replace(FIELDS.items[0], demanded=words),),
    )
    markdown = compose(LetterKind.PARTIAL, fields).markdown
    blocks = parse(markdown)
    texts = [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]
    assert any(text.split("\n")[0] == said for text in texts)
    assert said in _cells(markdown)
    lists = [
        plain(item[0].runs)
        for block in blocks
        if isinstance(block, ListBlock)
        for item in block.items
        if isinstance(item[0], Paragraph)
    ]
    assert any(text == " ".join((words + "!?").split()) for text in lists)


def test_a_field_that_letters_do_not_have_is_an_error_that_names_it(tmp_path):
    (tmp_path / "en").mkdir()
    template = tmp_path / "en" / "full.md"
    template.write_text("# Hello\n\n{{ recipent }}\n")
    with pytest.raises(UserFacingError, match="recipent"):
        compose(LetterKind.FULL, FIELDS, templates=tmp_path)
    template.write_text("# Hello\n\n{% for item in items %}{{ item.nmber }}{% endfor %}\n")
    with pytest.raises(UserFacingError, match="nmber"):
        compose(LetterKind.FULL, FIELDS, templates=tmp_path)
    template.write_text("# Hello\n\n{% if x\n")
    with pytest.raises(UserFacingError, match="line 3"):
        compose(LetterKind.FULL, FIELDS, templates=tmp_path)
    template.write_text("{{ reviewer.__class__.__mro__ }}")
    with pytest.raises(UserFacingError):
        compose(LetterKind.FULL, FIELDS, templates=tmp_path)
    with pytest.raises(UserFacingError, match="notice-never"):
        compose(LetterKind.NOTICE, FIELDS, variant="never")
    with pytest.raises(UserFacingError, match="'xx'"):
        compose(LetterKind.NOTICE, FIELDS, language="xx")


def test_an_organisations_template_stands_in_the_place_of_the_shipped_one(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "_closing.md").write_text("Our own words.\n")
    ours = compose(LetterKind.DEFICIENCY, FIELDS, templates=tmp_path)
    theirs = compose(LetterKind.DEFICIENCY, FIELDS)
    assert "Our own words." in ours.markdown
    assert ours.version != theirs.version


def test_every_field_has_words_for_when_it_is_missing():
    from lerdesk.letters.words import words_of

    plain_values = {"letterhead", "recipient", "dated", "silent", "certificate", "demand_enclosed"}
    silent = {"redactions", "silence_from", "earlier_number", "earlier_on", "correction"}
    names = {field.name for field in fields_of(LetterFields)} - plain_values - silent
    assert names <= set(words_of().missing)


@pytest.mark.parametrize(("kind", "variant"), TEMPLATES)
def test_spans_cover_the_draft_and_tell_the_fields_from_the_template(kind, variant):
    draft = compose(kind, fields_for(kind), variant=variant)
    assert draft.spans[0].start == 0
    assert draft.spans[-1].end == len(draft.markdown)
    assert all(a.end == b.start for a, b in zip(draft.spans, draft.spans[1:], strict=False))
    said = [draft.markdown[one.start : one.end] for one in draft.spans if one.kind == "field"]
    assert fields_for(kind).letterhead.company in said
    assert not any("waives no objection" in one for one in said)


def test_what_the_reviewer_wrote_is_found_by_whole_words():
    draft = compose(LetterKind.DEFICIENCY, FIELDS)
    assert changed(draft, draft.markdown) == ()
    text = draft.markdown.replace(
        "existence of any account.", "existence of any account. Please call first."
    )
    assert [text[a:b] for a, b in changed(draft, text)] == ["Please call first."]
    text = draft.markdown.replace("Sincerely", "Respectfully")
    assert [text[a:b] for a, b in changed(draft, text)] == ["Respectfully"]
    for text in ("\n" + draft.markdown, draft.markdown + "\n", draft.markdown.replace("\n", "\n ")):
        assert changed(draft, text) == (), "an empty line is nobody's words"
    assert changed(Draft("", (), "", ""), "\n") == ()


def test_marked_ranges_become_marked_runs():
    markdown = "One **two three** four.\n\n- five\n"
    blocks = parse(markdown, ((4, 22), (26, 32)))
    runs = blocks[0].runs
    assert "".join(run.text for run in runs if run.marked) == "two three four"
    assert plain(runs) == "One two three four."
    assert blocks[1].items[0][0].runs[0].marked


def test_a_letter_that_says_nothing_or_has_no_subject_is_a_problem():
    assert problems(LetterKind.FULL, "# Subject\n")
    assert problems(LetterKind.FULL, "Words without a subject.")
    assert problems(LetterKind.FULL, "# Subject\n\nWords.") == ()
    assert "‹day›" in problems(LetterKind.FULL, "# Subject\n\nBy ‹day›.")[0]
