"""``lerdesk rules print`` as it is typed."""

import pytest

from lerdesk.base.resources import resources
from lerdesk.cli.main import main

pytestmark = pytest.mark.thorough


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("LERDESK_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    ("name", "start"),
    [("book.pdf", b"%PDF-"), ("book.html", b"<!DOCTYPE html>"), ("B.HTML", b"<!")],
)
def test_the_name_says_which_form(tmp_path, name, start):
    out = tmp_path / "new" / name
    assert main(["rules", "print", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(start)
    assert [each.name for each in out.parent.iterdir()] == [name]


@pytest.mark.parametrize("words", [["--out", "book.docx"], ["--out", "book"], []])
def test_another_form_is_wrong_usage(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "print", *words]) == 2
    assert not list(tmp_path.glob("book*"))


def test_the_organisations_own_rules_are_in_it(tmp_path):
    shipped = (resources() / "rulebook" / "policy.toml").read_text("utf-8")
    own = tmp_path / "own"
    own.mkdir()
    text = shipped.replace("waiting_days = 7", "waiting_days = 77")
    (own / "policy.toml").write_text(text, "utf-8")
    out = tmp_path / "book.html"
    assert main(["rules", "print", "--out", str(out), "--rulebook", str(own)]) == 0
    assert "<strong>77</strong>" in out.read_text("utf-8")
    assert "With the organisation’s own rules: policy.waiting_days." in out.read_text("utf-8")


def test_a_mistake_in_the_rules_leaves_an_earlier_document(tmp_path, capsys):
    own = tmp_path / "own"
    own.mkdir()
    (own / "policy.toml").write_text("version = 1\n", "utf-8")
    out = tmp_path / "book.html"
    out.write_text("earlier", "utf-8")
    assert main(["rules", "print", "--out", str(out), "--rulebook", str(own)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert out.read_text("utf-8") == "earlier"
