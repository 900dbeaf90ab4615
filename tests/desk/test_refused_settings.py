"""What is refused of the settings says which field it is about: the window shows it there, whatever the words."""

from dataclasses import replace

import pytest

from lerdesk.base.errors import UserFacingError
from lerdesk.desk import settings, stores
from lerdesk.desk.session import Desk
from lerdesk.desk.settings import Organisation


def _company(asked: Organisation) -> Organisation:
    return replace(asked, letterhead=replace(asked.letterhead, company=" "))


def _logo(asked: Organisation) -> Organisation:
    return replace(asked, letterhead=replace(asked.letterhead, logo=b"no picture"))


def _large_logo(asked: Organisation) -> Organisation:
    return replace(asked, letterhead=replace(asked.letterhead, logo=bytes(9_000_000)))


def _zone(asked: Organisation) -> Organisation:
    return replace(asked, zone="Mars/Olympus")


def _page(asked: Organisation) -> Organisation:
    return replace(asked, page="a5")


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("company", _company),
        ("logo", _logo),
        ("logo", _large_logo),
        ("zone", _zone),
        ("page", _page),
    ],
)
def test_a_refused_setting_names_its_field_and_nothing_is_changed(
    desk: Desk, field: str, change: object
) -> None:
    before = settings.organisation(desk)
    with pytest.raises(UserFacingError) as refused:
        settings.set_organisation(desk, change(before))
    assert refused.value.field == field
    assert settings.organisation(desk) == before


def test_a_refused_person_names_the_field(desk: Desk) -> None:
    for name, passphrase, field in (
        (" ", "four words of nothing at all", "name"),
        (desk.person.name.upper(), "four words of nothing at all", "name"),
    ):
        with pytest.raises(UserFacingError) as refused:
            stores.add_person(desk, name, passphrase)
        assert refused.value.field == field
    stores.add_person(desk, "Tunde Okonkwo", "four words of nothing at all")
    with pytest.raises(UserFacingError) as refused:
        stores.add_person(desk, "Ada Eze", "four words of nothing at all")
    assert refused.value.field == "passphrase"
