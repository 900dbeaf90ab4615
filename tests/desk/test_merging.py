"""Taking the present records into a draft: both sides' changes hold, and no word of the reviewer's is lost."""

from hypothesis import given
from hypothesis import strategies as st

from lerdesk.desk.merging import merged

BEFORE = (
    "# Warrant 1: response\n\nDear Detective:\n\n"
    "We received the search warrant of another State. We produce it.\n\nSincerely,\n"
)
AFTER = BEFORE.replace("search warrant of another State", "out-of-state search warrant")


def test_a_draft_that_nobody_changed_is_as_the_records_give_it_now() -> None:
    assert merged(BEFORE, BEFORE, AFTER) == AFTER


def test_records_that_did_not_change_leave_the_draft_as_it_is() -> None:
    typed = BEFORE.replace("We produce it.", "We produce it. Please write to us.")
    assert merged(BEFORE, typed, BEFORE) == typed


def test_a_sentence_added_to_a_line_that_the_records_changed_stands_in_the_new_line_once() -> None:
    typed = BEFORE.replace("We produce it.", "We produce it. Please write to us.")
    found = merged(BEFORE, typed, AFTER)
    assert found == AFTER.replace("We produce it.", "We produce it. Please write to us.")


def test_a_paragraph_of_the_reviewers_own_keeps_its_place() -> None:
    typed = BEFORE.replace("Sincerely,", "Call us first.\n\nSincerely,")
    found = merged(BEFORE, typed, AFTER)
    assert found == AFTER.replace("Sincerely,", "Call us first.\n\nSincerely,")


def test_words_whose_place_is_gone_are_kept() -> None:
    typed = BEFORE.replace("another State", "another State (of Oregon)")
    anew = BEFORE.replace(
        "We received the search warrant of another State. We produce it.", "None."
    )
    assert "(of Oregon)" in merged(BEFORE, typed, anew)


LINES = st.lists(st.sampled_from(["", "Dear you:", "We produce it all.", "# Head", "| 1 | x |"]))


@given(LINES, LINES, st.data())
def test_a_word_that_the_reviewer_put_in_is_never_lost(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(before)))
    typed = [*before[:at], "Zebra crossing.", *before[at:]]
    found = merged("\n".join(before), "\n".join(typed), "\n".join(after))
    assert "Zebra crossing." in found
