"""``LERDESK_NOW``: a sample store obeys it and goes on from its last entry; any other store does not open under it."""

import json
from pathlib import Path

from lerdesk.base.resources import resources
from tests.hostile.machine import Machine, one_line

LATER, EARLIER = "2026-12-02T09:00:00-08:00", "2026-11-01T09:00:00-08:00"


def paper(number: str) -> Path:
    return next((resources() / "samples").glob(f"{number}_*.pdf"))


def received(machine: Machine, reference: str) -> str:
    return json.loads(machine.run("show", reference, "--json").stdout)["received_at"]


def test_a_sample_store_obeys_it_and_goes_on_from_its_last_entry(working: Machine) -> None:
    first = working.run("import", paper("03"), LERDESK_NOW=LATER).stdout.strip()
    assert received(working, first).startswith("2026-12-02T")
    second = working.run("import", paper("04")).stdout.strip()
    assert received(working, second).startswith("2026-12-02T")


def test_an_earlier_moment_is_refused_in_command_and_window(working: Machine) -> None:
    said = one_line(working.run("list", LERDESK_NOW=EARLIER))
    assert "after the moment set" in said
    shown = working.hands("told", LERDESK_NOW=EARLIER)
    assert shown.stdout.startswith("refused The sample store")
    assert working.run("list").returncode == 0


def test_any_other_store_refuses_to_open_under_it(empty: Machine) -> None:
    said = one_line(empty.run("list", LERDESK_NOW=LATER))
    assert "only a sample store obeys it" in said
    shown = empty.hands("told", LERDESK_NOW=LATER)
    assert "only a sample store obeys it" in shown.stdout, shown.stderr
    assert empty.run("list").returncode == 0


def test_a_store_made_under_it_is_a_sample_store_for_good(machine: Machine) -> None:
    words = ("init", "--company", "Northwind", "--reviewer", "Ines")
    assert machine.run(*words, LERDESK_NOW=LATER).returncode == 0
    assert json.loads((machine.store / "keys.json").read_text())["sample"] is True
    assert machine.run("import", paper("03")).returncode == 0
    assert received(machine, "LER-2026-000001").startswith("2026-12-02T")
    keys = machine.store / "keys.json"
    keys.write_text(keys.read_text().replace('"sample": true', '"sample": false'))
    assert one_line(machine.run("list"))


def test_a_moment_that_is_none_is_refused(working: Machine) -> None:
    for words in ("tomorrow", "2026-12-02", "2026-12-02T09:00:00"):
        assert "no moment with an offset" in one_line(working.run("list", LERDESK_NOW=words))


def test_letters_of_a_sample_store_say_so_and_others_do_not(tmp_path: Path) -> None:
    for account, environ in (("own", {}), ("sample", {"LERDESK_NOW": LATER})):
        machine = Machine(tmp_path / account, **environ)
        machine.run("init", "--company", "Northwind", "--reviewer", "Ines")
        reference = machine.run("import", paper("21")).stdout.strip()
        out = machine.papers / "letter.pdf"
        done = machine.run("letter", reference, "acknowledgement", "--out", out)
        assert out.exists(), done.stderr
        assert ("Sample" in words_of(out)) is (account == "sample")


def words_of(path: Path) -> str:
    """What the reader sees on the pages."""
    from lerdesk.documents.reader import Reader

    reader = Reader()
    try:
        return " ".join(page.text for page in reader.read_path(path).words)
    finally:
        reader.close()
