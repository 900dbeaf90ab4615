"""Masks: the owner recognises it, nobody else learns it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerdesk.domain.letter import mask


@pytest.mark.parametrize(
    ("identifier", "masked"),
    [
        ("jane.doe@example.com", "j•••••@example.com"),
        ("j@example.com", "j•••••@example.com"),
        ("+1 206 555 0142", "+• ••• ••• 0142"),
        ("114-5550142-0003318", "•••-•••••••-•••3318"),
        ("198.51.100.7", "198.51.•.•"),
        ("ab", "••"),
        ("", ""),
    ],
)
def test_masks(identifier, masked):
    assert mask(identifier) == masked


@pytest.mark.thorough
@given(st.text(min_size=1, max_size=30).filter(lambda text: "@" not in text and "." not in text))
def test_less_than_half_of_what_is_no_mailbox_stays(identifier):
    kept = sum(char.isalnum() for char in mask(identifier))
    assert kept <= sum(char.isalnum() for char in identifier.strip()) / 2
    assert kept <= 4
