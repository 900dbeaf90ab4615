"""The demonstration's folder, papers, summary and secrets, as others are promised them."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QImage

from lerdesk.desk import stores
from lerdesk.desk.sample.folder import clear
from lerdesk.domain.vocabulary import LetterKind
from tests.hostile.conftest import SECOND, Demo
from tests.hostile.machine import Machine, one_line

SIZES = {
    "empty-inbox": (1440, 900),
    "unlock": (1000, 700),
    "inbox": (1440, 900),
    "palette": (1440, 900),
    "letter": (1440, 900),
    "notices": (1440, 900),
    "reports": (1440, 900),
    "review-facts": (1600, 1000),
    "review": (1600, 1000),
    "review-scope": (1600, 1000),
}


def test_its_store_is_whole_and_a_sample_store(demo: Demo) -> None:
    store = demo.folder / "store"
    assert stores.is_sample(store)
    done = demo.machine.run("verify", "--store", store, "--json", LERDESK_PASSPHRASE=SECOND)
    assert json.loads(done.stdout)["whole"] is True
    assert done.stderr == ""


def test_the_passphrase_given_is_taken_and_never_printed(demo: Demo) -> None:
    said = demo.done.stdout + demo.done.stderr
    assert SECOND not in said
    assert "sample store" not in said.replace("Sample store", "")
    refused = demo.machine.run(
        "list", "--store", demo.folder / "store", LERDESK_PASSPHRASE="sample store"
    )
    assert one_line(refused).startswith("The passphrase is wrong.")
    held = [p for p in demo.machine.files() if SECOND.encode() in p.read_bytes()]
    assert held == []


def fonts_without_a_file(path: Path) -> list[str]:
    """Every font that a PDF names anywhere and does not bring."""
    missing = []
    with pikepdf.open(path) as opened:
        for each in opened.objects:
            if not isinstance(each, pikepdf.Dictionary) or each.get("/Type") != "/Font":
                continue
            holder = each.get("/DescendantFonts", [each])[0]
            described = holder.get("/FontDescriptor", {})
            if not any(f"/FontFile{n}" in described for n in ("", "2", "3")):
                missing.append(str(each.get("/BaseFont")))
    return missing


def test_every_font_is_in_every_letter_and_report(demo: Demo) -> None:
    papers = [*(demo.folder / "letters").glob("*.pdf"), *(demo.folder / "reports").glob("*.pdf")]
    assert len(papers) > 8
    assert {path.name: found for path in papers if (found := fonts_without_a_file(path))} == {}


def test_there_is_a_letter_of_each_kind_under_its_number(demo: Demo) -> None:
    names = sorted(path.name for path in (demo.folder / "letters").iterdir())
    kinds = {re.fullmatch(r"L-2026-\d{6}-([a-z-]+)\.pdf", name)[1] for name in names}
    assert kinds == {kind.value for kind in LetterKind}
    numbers = [int(name[7:13]) for name in names]
    assert numbers == list(range(1, len(names) + 1))


def test_the_summary_has_what_others_read(demo: Demo) -> None:
    assert demo.summary["format"] == 1
    keys = {"file", "reference", "facts", "decision", "sent", "disclosed", "status"}
    for sample in demo.samples:
        assert keys <= set(sample)
        assert all({"field", "value", "confidence", "evidence"} <= set(f) for f in sample["facts"])
        assert type(sample["disclosed"]) is bool
        for sent in sample["sent"]:
            assert {"number", "kind", "file"} <= set(sent)
            assert (demo.folder / "letters" / Path(sent["file"]).name).is_file()
    sent = [paper["number"] for sample in demo.samples for paper in sample["sent"]]
    assert len(sent) == len(set(sent)) == len(list((demo.folder / "letters").iterdir()))
    assert len({sample["status"] for sample in demo.samples}) >= 6
    assert any(sample["disclosed"] for sample in demo.samples)


def test_every_picture_is_there_in_its_size(demo: Demo) -> None:
    for name, size in SIZES.items():
        for theme in ("light", "dark"):
            image = QImage(str(demo.folder / "screens" / f"{name}-{theme}.png"))
            assert (image.width(), image.height()) == size, name
    large = QImage(str(demo.folder / "screens" / "review-light-150.png"))
    assert (large.width(), large.height()) == (1920, 1080)


def test_its_half_year_lies_there_as_pdf_and_table(demo: Demo) -> None:
    names = sorted(path.name for path in (demo.folder / "reports").iterdir())
    assert names == ["2026-H2.csv", "2026-H2.pdf"]


@pytest.mark.parametrize(
    "there",
    [
        "thesis.docx",
        "letters/dear-aunt.pdf",
        "reports/2026-H2.xlsx",
        "screens/holiday.png",
        "store/notes.txt",
        "making/notes.txt",
    ],
)
def test_a_folder_with_anything_else_is_refused_and_left_alone(
    machine: Machine, there: str
) -> None:
    out = machine.papers / "out"
    mine = out / there
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    said = one_line(machine.run("demo", "--out", out, "--no-window"))
    assert "Nothing was changed." in said
    assert mine.read_text() == "mine"


def test_a_summary_that_is_another_programs_is_left_alone(machine: Machine) -> None:
    out = machine.papers / "out"
    out.mkdir()
    (out / "summary.json").write_text('{"mine": true}')
    one_line(machine.run("demo", "--out", out, "--no-window"))
    assert (out / "summary.json").read_text() == '{"mine": true}'


def test_what_a_link_leads_to_is_never_cleared(machine: Machine) -> None:
    elsewhere = machine.papers / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "L-2026-000001-full.pdf").write_text("mine")
    out = machine.papers / "out"
    out.mkdir()
    (out / "letters").symlink_to(elsewhere, target_is_directory=True)
    one_line(machine.run("demo", "--out", out, "--no-window"))
    assert (elsewhere / "L-2026-000001-full.pdf").read_text() == "mine"


def test_a_store_of_ones_own_is_never_replaced(empty: Machine) -> None:
    out = empty.store.parent
    before = (empty.store / "store.db").read_bytes()
    said = one_line(empty.run("demo", "--out", out, "--no-window"))
    assert "a store of your own" in said
    one_line(empty.run("demo", "--out", empty.store, "--no-window"))
    (empty.store / "keys.json").rename(empty.papers / "keys.json")
    one_line(empty.run("demo", "--out", out, "--no-window"))
    assert (empty.store / "store.db").read_bytes() == before


def test_a_place_that_cannot_be_made_is_told(machine: Machine) -> None:
    (machine.papers / "file").write_text("in the way")
    said = one_line(machine.run("demo", "--out", machine.papers / "file" / "demo", "--no-window"))
    assert "cannot be" in said


def test_an_earlier_one_is_replaced(demo: Demo, tmp_path: Path) -> None:
    folder = tmp_path / "earlier"
    shutil.copytree(demo.folder, folder)
    clear(folder)
    assert list(folder.iterdir()) == []


def test_one_that_is_open_is_not_replaced(demo: Demo, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    shutil.copytree(demo.folder, folder)
    store = folder / "store"
    window = demo.machine.window("hold", "--", "--store", store, LERDESK_PASSPHRASE=SECOND)
    try:
        assert window.stdout is not None
        assert window.stdout.readline() == "open\n"
        said = one_line(demo.machine.run("demo", "--out", folder, "--no-window"))
        assert "open in another program" in said
        assert (folder / "summary.json").exists()
    finally:
        window.kill()
        window.communicate()


def test_one_that_was_killed_is_replaced(machine: Machine) -> None:
    out = machine.papers / "out"
    words = [sys.executable, "-m", "lerdesk", "demo", "--out", str(out), "--no-window"]
    with subprocess.Popen(
        words, cwd=machine.home, env=machine.environ, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stderr is not None
        while "11 of" not in child.stderr.readline():
            assert child.poll() is None
        child.kill()
    assert (out / "store" / "store.db").exists()
    (out / "store" / "store.db.new-wal").touch()
    (out / "letters").mkdir()
    (out / "letters" / ".L-2026-000001-full.pdf.k3jd9").touch()
    clear(out)
    assert list(out.iterdir()) == []
