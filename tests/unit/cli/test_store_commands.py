"""The commands over a store: exit codes, JSON alone on standard output, one line for a refusal, secrets never in it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from lerdesk.base.resources import resources
from lerdesk.cli.main import main

PASSPHRASE = "nine purple kettles"
SECOND = "four green lanterns"
NOW = "2026-12-02T09:00:00-08:00"
ORDER = resources() / "samples" / "14_grand_jury_subpoena_new.pdf"
REFERENCE = "LER-2026-000001"
#: the account, the case and the officer that the order names
CASE_WORDS = ("example.", "grand jury", "District Court", "Agent")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store with one request in it, made by the commands themselves."""
    folder = tmp_path_factory.mktemp("commands")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LERDESK_HOME", str(folder / "home"))
        patch.setenv("LERDESK_NOW", NOW)
        patch.setenv("LERDESK_PASSPHRASE", PASSPHRASE)
        place = folder / "store"
        made = ["init", "--store", str(place), "--company", "Northwind, Inc.", "--reviewer", "Ann"]
        assert main(made) == 0
        taken = ["import", str(ORDER), "--store", str(place), "--received", "2026-11-30T10:00:00Z"]
        assert main(taken) == 0
        yield place


@pytest.fixture
def run(store, monkeypatch, capsys):
    """Runs a command on the store: exit code, standard output, standard error."""
    monkeypatch.setenv("LERDESK_NOW", NOW)
    monkeypatch.setenv("LERDESK_PASSPHRASE", PASSPHRASE)

    def command(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*map(str, words), "--store", str(store)])
        out, err = capsys.readouterr()
        return code, out, err

    return command


def _refused(result: tuple[int, str, str], words: str) -> None:
    code, out, err = result
    assert code == 1
    assert out == ""
    assert words in err
    assert len(err.strip().splitlines()) == 1, err
    assert "Traceback" not in err


def test_import_prints_the_reference_and_a_duplicate_says_so(run):
    code, out, err = run("import", ORDER)
    assert (code, out.strip()) == (0, REFERENCE)
    assert "already here" in err
    assert len(err.strip().splitlines()) == 1


def test_files_that_cannot_be_read_do_not_stop_the_others(run, tmp_path):
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    code, out, err = run("import", empty, tmp_path / "missing.pdf", ORDER)
    assert (code, out.split()) == (1, [REFERENCE])
    lines = err.strip().splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("empty.pdf")
    assert lines[1].startswith("missing.pdf")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("list",), "requests"),
        (("show", REFERENCE), "reference"),
        (("search", "example"), "hits"),
        (("verify",), "whole"),
        (("keys", "list"), "people"),
    ],
)
def test_json_is_one_value_with_its_format(run, words, key):
    code, out, err = run(*words, "--json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert answer["format"] == 1
    assert answer[key]


def test_with_its_address_a_new_store_issues_a_letter(run, tmp_path, capsys):
    place = ["--store", str(tmp_path / "store")]
    lines = ["--address", "400 Alder Street", "--address", "Seattle, WA 98101"]
    assert main(["init", *place, "--company", "Northwind", "--reviewer", "Ann", *lines]) == 0
    assert main(["import", str(ORDER), *place]) == 0
    capsys.readouterr()
    paper = tmp_path / "letter.pdf"
    words = ["letter", REFERENCE, "acknowledgement", "--issue", "--out", str(paper), *place]
    assert (main(words), capsys.readouterr()) == (0, ("L-2026-000001\n", ""))
    first = paper.read_bytes()
    assert first.startswith(b"%PDF")
    _refused(
        (main(words), *capsys.readouterr()), "L-2026-000001 was issued. Nothing was issued. Say --"
    )
    assert main([word for word in words if word != "--issue"]) == 0
    assert (paper.read_bytes(), capsys.readouterr().out) == (first, "")
    assert main([*words, "--correction"]) == 0
    assert capsys.readouterr() == ("L-2026-000002\n", "")
    assert paper.read_bytes() != first


def test_show_as_json_carries_what_was_read_and_decided(run):
    shown = json.loads(run("show", REFERENCE, "--json")[1])
    assert (shown["file"], shown["reference"], shown["status"]) == (ORDER.name, REFERENCE, "new")
    assert shown["received_at"] == "2026-11-30T02:00:00-08:00"
    fields = {fact["field"] for fact in shown["facts"]}
    assert {"process_type", "case_number", "identifier", "data_category"} <= fields
    assert all(fact["evidence"]["quote"] for fact in shown["facts"])
    assert shown["decision"]["format"] == 1
    assert (shown["sent"], shown["disclosed"]) == ([], False)


def test_lines_for_a_person(run):
    assert REFERENCE in run("list")[1]
    shown = run("show", REFERENCE)[1]
    assert shown.startswith(REFERENCE)
    assert "Read and confirm" in shown
    assert "Received through portal" in shown
    assert run("show", REFERENCE.lower())[0] == 0
    assert run("verify")[1].startswith("Whole: ")
    assert run("search", "nothing-of-that-kind") == (0, "", "")


def test_a_letter_is_written_as_a_draft_and_refused_its_number(run, tmp_path):
    page = tmp_path / "full.pdf"
    code, out, err = run("letter", REFERENCE, "full", "--out", page)
    assert (code, out) == (0, "")
    assert page.read_bytes().startswith(b"%PDF")
    assert "Blocks issuing: Nothing is determined yet." in err
    _refused(run("letter", REFERENCE, "full", "--out", tmp_path / "no.pdf", "--issue"), "")
    assert not (tmp_path / "no.pdf").exists()
    assert json.loads(run("show", REFERENCE, "--json")[1])["sent"] == []


def test_a_notice_waits_for_the_determination(run, tmp_path):
    page = tmp_path / "notice.pdf"
    _refused(run("notice", REFERENCE, "--out", page, "--issue"), "Nothing is determined yet")
    assert not page.exists()


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("csv", b""), ("json", b"{")])
def test_the_report_in_each_form(run, tmp_path, form, start):
    page = tmp_path / f"report.{form}"
    assert run("report", "2026-H2", "--format", form, "--out", page) == (0, "", "")
    assert page.read_bytes().startswith(start)
    assert page.stat().st_size > 100


def test_a_second_person_gets_a_slot_and_opens_the_store(run, tmp_path, monkeypatch):
    file = tmp_path / "second"
    file.write_text(f"{SECOND}\n", "utf-8")
    name = "Ben Counsel"
    code, out, _ = run("keys", "add", name, "--new-passphrase-file", file)
    assert (code, out) == (0, "")
    assert run("keys", "list")[1].splitlines() == ["Ann", name]
    monkeypatch.setenv("LERDESK_PASSPHRASE", "not a passphrase of anybody")
    _refused(run("list"), "The passphrase is wrong")
    assert run("list", "--passphrase-file", file)[0] == 0
    monkeypatch.delenv("LERDESK_PASSPHRASE")
    _refused(run("list"), "No passphrase was given")
    _refused(run("list", "--passphrase-file", tmp_path / "none"), "cannot be read")


@pytest.mark.parametrize(
    "words",
    [
        ("letter", REFERENCE, "love", "--out", "x.pdf"),
        ("letter", REFERENCE, "full"),
        ("letter", REFERENCE, "notice", "--out", "x.pdf"),
        ("report", "2026-H3", "--out", "x.pdf"),
        ("report", "2026-H1", "--layout", "country", "--out", "x.csv"),
        ("show",),
        ("backup", "x"),
        ("keys", "rotate"),
        ("list", "--no-such-option"),
    ],
)
def test_wrong_usage_is_two(run, words):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err


def test_refusals_name_no_more_of_a_case_than_was_asked(run, tmp_path):
    for result in (
        run("show", "LER-2026-000099"),
        run("letter", "LER-2026-000099", "full", "--out", tmp_path / "a.pdf"),
        run("import", ORDER, "--served", "yesterday"),
        run("import", ORDER, "--received", "2027-01-01T00:00:00Z"),
        run("notice", REFERENCE, "--out", tmp_path / "b.pdf", "--issue"),
        run("letter", REFERENCE, "objection", "--out", tmp_path / "c.pdf", "--issue"),
    ):
        _refused(result, "")
        assert not any(word in result[2] for word in CASE_WORDS)


def test_without_a_store_one_line_says_how_to_make_one(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LERDESK_PASSPHRASE", PASSPHRASE)
    assert main(["list", "--store", str(tmp_path / "none")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "lerdesk init" in err


def test_a_second_init_and_a_weak_passphrase_are_refused(run, tmp_path, monkeypatch, capsys):
    _refused(run("init", "--company", "Other", "--reviewer", "Eve"), "already")
    monkeypatch.delenv("LERDESK_NOW")
    monkeypatch.setenv("LERDESK_PASSPHRASE", "abc")
    words = ["init", "--company", "Other", "--reviewer", "Eve", "--store", str(tmp_path / "new")]
    assert main(words) == 1
    assert "passphrase is" in capsys.readouterr().err
    assert not (tmp_path / "new" / "store.db").exists()


def test_a_place_that_cannot_be_written_is_one_line(run, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    _refused(run("report", "2026-H2", "--out", tmp_path / "file" / "r.pdf"), "")
    _refused(run("letter", REFERENCE, "acknowledgement", "--out", tmp_path / "file" / "a.pdf"), "")
