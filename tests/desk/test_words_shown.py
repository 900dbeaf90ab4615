"""Codes of the records and the rulebook are shown in words, and what is typed in words becomes the code again."""

import pytest

from lerdesk.desk.fact_values import parse, value_words
from lerdesk.desk.typography import cited, running


@pytest.mark.parametrize(
    ("field", "code", "words"),
    [
        ("language", "en", "English"),
        ("language", "de", "German"),
        ("jurisdiction", "US", "United States, federal"),
        ("jurisdiction", "US-WA", "Washington"),
        ("jurisdiction", "US-GA", "Georgia"),
        ("jurisdiction", "DE", "Germany"),
        ("jurisdiction", "ZW", "ZW"),
    ],
)
def test_a_code_is_shown_in_words_and_read_back(field: str, code: str, words: str) -> None:
    assert value_words(field, code) == words
    assert parse(field, words) == code
    assert parse(field, code.lower()) in {code, code.lower()}


def test_a_person_is_shown_with_a_date_of_birth_in_words_and_read_back() -> None:
    person = {"kind": "person", "value": "Mateo Reyes", "dob": "1987-03-04"}
    assert value_words("identifier", person) == "Mateo Reyes, born 4 Mar 1987"
    assert parse("identifier", "Mateo Reyes, born 4 Mar 1987") == person
    assert parse("identifier", "Mateo Reyes, born 1987") == {**person, "dob": "1987"}


def test_a_requester_reads_as_a_list_with_commas_and_is_read_back() -> None:
    person = {
        "name": "Rowena Quist",
        "title": "Detective",
        "email": "r.quist@bellevuepd.example.com",
        "phone": "(425) 555-0193",
        "badge": None,
    }
    words = "Rowena Quist, Detective, r.quist@bellevuepd.example.com, (425) 555-0193"
    assert value_words("requester", person) == words
    assert parse("requester", words) == person


@pytest.mark.parametrize(
    ("bare", "signed"),
    [
        ("18 U.S.C. 2703(a), (c)(1)(A)", "18 U.S.C. § 2703(a), (c)(1)(A)"),
        ("18 U.S.C. 2703(c)(2), 2709(b)", "18 U.S.C. §§ 2703(c)(2), 2709(b)"),
        (
            "18 U.S.C. 2702, 3512; 28 U.S.C. 1782",
            "18 U.S.C. §§ 2702, 3512; 28 U.S.C. § 1782",
        ),
        ("18 U.S.C. § 2705(b)", "18 U.S.C. § 2705(b)"),
        ("Cal. Penal Code 1546.1", "Cal. Penal Code § 1546.1"),
        ("Fed. R. Crim. P. 41(e)(2)", "Fed. R. Crim. P. 41(e)(2)"),
        ("RCW 10.96.020", "RCW 10.96.020"),
    ],
)
def test_a_citation_has_its_section_sign(bare: str, signed: str) -> None:
    assert cited(bare) == signed


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Retail order history", "retail order history"),
        ("IP addresses, login sessions", "IP addresses, login sessions"),
        ("E-mail, photos", "e-mail, photos"),
        ("California search warrant", "California search warrant"),
        ("European Preservation Order", "European Preservation Order"),
        ("2703(d) court order", "2703(d) court order"),
        ("AWS account info", "AWS account info"),
    ],
)
def test_a_name_keeps_the_capitals_that_are_its_own(name: str, inside: str) -> None:
    assert running(name) == inside
