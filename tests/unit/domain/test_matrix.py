"""Which process compels which class of data: every cell, and what the notes change."""

import pytest

from lerdesk.domain.case_facts import CaseFacts
from lerdesk.domain.scope import cell_for_category, cell_for_class
from lerdesk.domain.vocabulary import Answer, DataClass
from tests.unit.domain.rulebook_fixture import shipped

#: in the order BSI NONCONTENT BUSINESS LOCATION CONTENT VIEWING LIVE_DRAS LIVE_LOCATION LIVE_CONTENT
CELLS = {
    "US_SW_FED": "YYYYYYNLN",
    "US_SW_STATE": "YYYYYYNLN",
    "US_SW_STATE_OOS": "YYYYYYNLN",
    "US_2703D": "YYYNNLNNN",
    "US_GJ_FED": "YNYNNYNNN",
    "US_GJ_STATE": "YNYNNYNNN",
    "US_ADMIN": "YNYNNNNNN",
    "US_ADMIN_3486": "YNLNNNNNN",
    "US_TRIAL_CRIM_GOV": "YNYNNNNNN",
    "US_DEFENSE_SUBP": "YYYNNNNNN",
    "US_CIVIL_SUBP": "YYYNNNNNN",
    "US_GOV_CIVIL": "YNYNNNNNN",
    "US_VPPA_ORDER": "NNNNNYNNN",
    "US_PRTT": "NNNNNNYNN",
    "US_T3": "NNNNLNYLY",
    "US_TRACKING": "NNNNNNNYN",
    "US_NSL": "YNNNNNNNN",
    "US_FISA_T1": "LLLLLLLLL",
    "US_FISA_702": "LLLLLLLLL",
    "US_FISA_BR": "LLLLNLNNN",
    "US_EMERGENCY": "LLLLLLLLN",
    "US_PRESERVE_2703F": "NNNNNNNNN",
    "US_BACKUP_2704": "NNNNLNNNN",
    "US_CONSENT": "LLLLLLNNN",
    "US_TELEMKT_2703c1D": "LNNNNNNNN",
    "US_NDO_2705B": "NNNNNNNNN",
    "US_MLAT_3512": "LLLLLLLLN",
    "US_1782": "YYYNNNNNN",
    "US_READER_ORDER": "LLLNNLNNN",
    "US_CALECPA_WARRANT": "YYYYYYLLN",
    "US_INFORMAL": "NNNNNNNNN",
    "US_NCMEC": "NNNNNNNNN",
    "US_COURT_MARTIAL": "LLLLLLLLL",
    "US_CONGRESS": "LLLNNNNNN",
    "US_FISA_PRTT": "LLLNNNLLN",
    "EU_EPOC_SUBS_ID": "LNNNNNNNN",
    "EU_EPOC_TRAFFIC_CONTENT": "LLLLLLNNN",
    "EU_EPOC_EMERG": "LLLLLLNNN",
    "EU_EPOC_PR": "NNNNNNNNN",
    "EU_DSA10": "LLLLLLNNN",
    "EU_NATIONAL": "LLLLLLNNN",
    "UK_OPO": "LLLLLLLLL",
    "UK_IPA_CD": "LLLLLLLLL",
    "UK_DAA_INTERCEPT": "LLLLLLLLL",
    "AU_IPO": "LLLLLLLLL",
    "CA_PROD": "NNNNNNNNN",
    "DE_STPO": "NNNNNNNNN",
    "IN_BNSS94": "NNNNNNNNN",
    "BR_MCI": "NNNNNNNNN",
    "FOREIGN_OTHER": "NNNNNNNNN",
}


def test_every_process_has_its_row():
    assert set(CELLS) == set(shipped().processes)


@pytest.mark.parametrize("process", CELLS)
def test_the_row_of(process):
    row = "".join(cell_for_class(shipped(), process, one).cell for one in DataClass)
    assert row == CELLS[process]


def test_a_process_that_is_not_known_is_a_lawyers_question():
    assert cell_for_class(shipped(), "US_NEW", DataClass.BSI).cell == "L"


def of_category(process, category, **more):
    answers = more.pop("answers", {})
    facts = CaseFacts(process, answers=answers, **more)
    cell = cell_for_category(shipped(), shipped().categories[category], facts)
    return None if cell is None else cell.cell.value


@pytest.mark.parametrize(
    ("process", "category", "more", "cell"),
    [
        # an ESCALATE in the category's own column turns yes into a lawyer's question, never no
        ("US_GJ_FED", "C09", {}, "L"),
        ("US_SW_FED", "C09", {}, "Y"),
        ("US_2703D", "C09", {}, "L"),
        ("US_GJ_FED", "C10", {}, "N"),
        ("US_CIVIL_SUBP", "C10", {}, "L"),
        ("US_CIVIL_SUBP", "C22", {}, "L"),
        ("US_ADMIN", "C12", {}, "L"),
        ("US_SW_FED", "C33", {}, "L"),
        ("US_GJ_FED", "C33", {}, "N"),
        ("US_CALECPA_WARRANT", "C30", {}, "L"),
        ("US_CALECPA_WARRANT", "C09", {}, "Y"),
        ("US_SW_FED", "C32", {}, None),
        # California subpoenas in a criminal case
        ("US_GJ_STATE", "C06", {"state": "US-CA"}, "N"),
        ("US_GJ_STATE", "C05", {"state": "US-CA"}, "N"),
        ("US_GJ_STATE", "C01", {"state": "US-CA"}, "Y"),
        ("US_GJ_STATE", "C06", {"state": "US-WA"}, "Y"),
        ("US_GJ_STATE", "C06", {}, "Y"),
        ("US_ADMIN", "C06", {"state": "US-CA", "answers": {"E126": Answer.NO}}, "Y"),
        # national security letters
        ("US_NSL", "C01", {}, "Y"),
        ("US_NSL", "C04", {}, "L"),
        ("US_NSL", "C06", {}, "N"),
        ("US_READER_ORDER", "C17", {}, "L"),
        ("US_READER_ORDER", "C14", {}, "N"),
        # the Union
        ("EU_EPOC_SUBS_ID", "C01", {"entity_in": "LU"}, "Y"),
        ("EU_EPOC_SUBS_ID", "C23", {"entity_in": "EU"}, "Y"),
        ("EU_EPOC_SUBS_ID", "C06", {"entity_in": "LU"}, "N"),
        ("EU_EPOC_SUBS_ID", "C08", {"entity_in": "LU"}, "N"),
        ("EU_EPOC_SUBS_ID", "C01", {"entity_in": "DK"}, "L"),
        ("EU_EPOC_TRAFFIC_CONTENT", "C14", {"entity_in": "DE"}, "Y"),
        ("EU_EPOC_TRAFFIC_CONTENT", "C18", {"entity_in": "DE"}, "L"),
        ("EU_EPOC_TRAFFIC_CONTENT", "C14", {}, "L"),
        ("EU_EPOC_TRAFFIC_CONTENT", "C27", {"entity_in": "DE"}, "N"),
        ("EU_EPOC_EMERG", "C01", {"entity_in": "DE"}, "L"),
        # foreign orders on the affiliate
        ("CA_PROD", "C01", {"entity_in": "CA"}, "L"),
        ("CA_PROD", "C14", {"entity_in": "CA"}, "N"),
        ("CA_PROD", "C01", {"entity_in": "DE"}, "N"),
        ("FOREIGN_OTHER", "C01", {"entity_in": "JP"}, "L"),
        ("FOREIGN_OTHER", "C01", {}, "N"),
    ],
)
def test_a_categorys_cell(process, category, more, cell):
    assert of_category(process, category, **more) == cell
