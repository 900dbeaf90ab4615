"""A request keeps the rulebook that it was decided under, and says so when another holds."""

from dataclasses import replace
from pathlib import Path

from lerdesk.base.resources import resources
from lerdesk.desk import determination, review
from lerdesk.desk.determination_words import sentence_of
from lerdesk.desk.session import Desk
from lerdesk.desk.summary import request_json
from lerdesk.rulebook import load
from tests.desk.builders import NAME, YEAR, a_request, answered, case_of, decided, found


def _own_rulebook(desk: Desk, folder: Path) -> Desk:
    """The same desk, started anew with an organisation's own rules."""
    shipped = (resources() / "rulebook" / "policy.toml").read_text("utf-8")
    folder.mkdir()
    own = shipped.replace("waiting_days = 7", "waiting_days = 14")
    (folder / "policy.toml").write_text(own, "utf-8")
    return replace(desk, rulebook=load(folder))


def _determined(desk: Desk) -> int:
    request = answered(desk, a_request(desk, demands=((NAME, *YEAR),)))
    decided(desk, request, "produce")
    determination.determine(desk, request)
    return request


def test_the_version_is_kept_and_shown_whatever_holds_later(desk: Desk, tmp_path: Path) -> None:
    request = _determined(desk)
    version = desk.rulebook.version
    assert "Decided under" not in sentence_of(found(desk, request))

    later = _own_rulebook(desk, tmp_path / "own")
    assert later.rulebook.version != version
    standing = case_of(later, request).determination
    assert standing is not None
    assert (standing.rulebook, standing.decision["rulebook"]) == (version, version)
    said = f"Decided under rulebook {version}; {later.rulebook.version} holds now."
    view = review.look(later, request)
    assert view.determination.sentence.endswith(said)
    assert [each.words for each in view.history if f"(rulebook {version})" in each.words]
    shown = request_json(later, request)["determination"]
    assert isinstance(shown, dict)
    assert shown["rulebook"] == version


def test_the_organisations_own_rules_are_told_apart_in_what_is_kept(
    desk: Desk, tmp_path: Path
) -> None:
    shipped = desk.rulebook.version
    own = _own_rulebook(desk, tmp_path / "own")
    standing = case_of(own, _determined(own)).determination
    assert standing is not None
    assert standing.rulebook == own.rulebook.version
    assert standing.rulebook.startswith(f"{shipped}+")
