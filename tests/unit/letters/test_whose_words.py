"""Whose words a letter's text consists of: offsets hold under any change."""

from hypothesis import given
from hypothesis import strategies as st

from lerdesk.desk.letter_words import inks
from lerdesk.desk.letters import SpanView

TEXT = "# Answer\n\nDear Agent Castellano:\n\nWe received it on May 3. It binds us.\n"
NAME = (TEXT.index("Agent"), TEXT.index(":\n\nWe"))
DAY = (TEXT.index("May"), TEXT.index(". It"))
SPANS = tuple(SpanView(*place, "field") for place in (NAME, DAY))


def test_an_unchanged_letter_has_its_fields_and_nothing_of_the_reviewers() -> None:
    found = inks(TEXT, SPANS, TEXT)
    assert (found.fields, found.mine, found.sentences) == ((NAME, DAY), (), 0)


def test_fields_move_with_what_is_written_before_them() -> None:
    text = TEXT.replace("We received", "Thank you. We received")
    found = inks(TEXT, SPANS, text)
    assert [text[a:b] for a, b in found.fields] == ["Agent Castellano", "May 3"]
    assert [text[a:b] for a, b in found.mine] == ["Thank you."]
    assert found.sentences == 1


def test_a_field_that_was_overwritten_is_the_reviewers() -> None:
    text = TEXT.replace("May 3", "June 9")
    found = inks(TEXT, SPANS, text)
    assert [text[a:b] for a, b in found.fields] == ["Agent Castellano"]
    assert "June" in "".join(text[a:b] for a, b in found.mine)


def test_a_sentence_that_was_only_taken_out_counts_as_changed() -> None:
    found = inks(TEXT, SPANS, TEXT.replace(" It binds us.", ""))
    assert (found.mine, found.sentences) == ((), 1)


@given(st.text(alphabet="ab .\n:|é\U0001f4ce", max_size=80))
def test_ranges_lie_inside_the_text_and_fields_read_as_they_were_given(text: str) -> None:
    found = inks(TEXT, SPANS, text)
    given_words = {TEXT[a:b] for a, b in (NAME, DAY)}
    assert all(0 <= a < b <= len(text) for a, b in (*found.fields, *found.mine))
    assert {text[a:b] for a, b in found.fields} <= given_words
