"""The determination bar foretells what is coming, never more, and says truly why a lawyer is asked."""

import pytest

from lerdesk.desk.session import Desk
from tests.desk.builders import MESSAGES, NAME, YEAR, a_request, answered, decided, found


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
    assert found(desk, request).heading == "Not decided yet"
    decided(desk, request, "produce")
    assert found(desk, request).heading == heading


def test_an_open_item_that_is_to_be_narrowed_makes_the_response_partial(desk: Desk) -> None:
    request = answered(desk, a_request(desk, "US_SW_FED", ((NAME, *YEAR), ("C08", None, None))))
    decided(desk, request, "produce")
    assert found(desk, request).heading == "Partial response"


@pytest.mark.parametrize(
    ("process", "words"),
    [
        ("US_EMERGENCY", "permits and does not compel."),
        ("EU_EPOC_SUBS_ID", "whether it binds the company is a lawyer’s question."),
        ("FOREIGN_OTHER", "does not bind the company."),
    ],
)
def test_why_it_does_not_bind_or_a_lawyer_is_asked(desk: Desk, process: str, words: str) -> None:
    said = found(desk, answered(desk, a_request(desk, process, ((NAME, *YEAR),)))).sentence
    assert words in said
