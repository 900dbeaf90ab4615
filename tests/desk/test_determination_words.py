"""The determination bar foretells what is coming, never more, and says truly why a lawyer is asked."""

import pytest

from lerdesk.desk import review
from lerdesk.desk.determination_words import heading_of, sentence_of
from lerdesk.desk.session import Desk
from tests.desk.builders import (
    MESSAGES,
    NAME,
    YEAR,
    a_request,
    answered,
    decided,
    determined,
    disclosed,
    found,
)


@pytest.mark.parametrize(
    ("process", "period", "heading"),
    [
        ("US_GJ_FED", YEAR, "Partial response"),  # content is not reached
        (
            "US_SW_FED",
            (None, None),
            "Partial response",
        ),  # a lawyer looks at content without a first day
        ("US_SW_FED", YEAR, "Full response"),
    ],
)
def test_no_full_response_is_foretold_beside_an_open_item_that_is_not_produced(
    desk: Desk, process: str, period: tuple[None, None], heading: str
) -> None:
    request = answered(desk, a_request(desk, process, ((NAME, *YEAR), (MESSAGES, *period))))
    assert heading_of(found(desk, request)) == "Not decided yet"
    decided(desk, request, "produce")
    assert heading_of(found(desk, request)) == heading


def test_no_refusal_is_foretold_beside_an_open_item_that_is_produced(desk: Desk) -> None:
    request = answered(desk, a_request(desk, "US_SW_FED", ((NAME, *YEAR), (MESSAGES, *YEAR))))
    decided(desk, request, "object")
    assert heading_of(found(desk, request)) == "Partial response"
    decided(desk, request, "object", "object")
    assert heading_of(found(desk, request)) == "No response"


def test_an_open_item_that_is_to_be_narrowed_makes_the_response_partial(desk: Desk) -> None:
    request = answered(desk, a_request(desk, "US_SW_FED", ((NAME, *YEAR), ("C08", None, None))))
    decided(desk, request, "produce")
    assert heading_of(found(desk, request)) == "Partial response"


@pytest.mark.parametrize(
    ("process", "words"),
    [
        ("US_EMERGENCY", "permits and does not compel."),
        ("EU_EPOC_SUBS_ID", "whether it binds the company is a lawyer’s question."),
        ("FOREIGN_OTHER", "does not bind the company."),
    ],
)
def test_why_it_does_not_bind_or_a_lawyer_is_asked(desk: Desk, process: str, words: str) -> None:
    said = sentence_of(found(desk, answered(desk, a_request(desk, process, ((NAME, *YEAR),)))))
    assert words in said


def test_what_is_still_to_be_disclosed_is_said_once_something_went(desk: Desk) -> None:
    three = ((NAME, *YEAR), ("C03", *YEAR), ("C05", *YEAR))
    request = determined(desk, a_request(desk, "US_GJ_FED", three))
    assert "not disclosed yet" not in sentence_of(found(desk, request))
    disclosed(desk, request, 2, 2)
    assert "Items 1 and 3 are not disclosed yet." in sentence_of(found(desk, request))
    assert (
        review.look(desk, request).disclosures[0].startswith("24 Nov 2026: 2 files for item 2 to ")
    )
    disclosed(desk, request, 1)
    assert "Item 3 is not disclosed yet." in sentence_of(found(desk, request))
    assert ": 1 file for item 1 to " in review.look(desk, request).disclosures[1]
    disclosed(desk, request, 3)
    assert "not disclosed yet" not in sentence_of(found(desk, request))
