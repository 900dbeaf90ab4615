"""The sample papers are what their script draws, stand alone, and say what samples.toml claims."""

import io
import ipaddress
import re
import subprocess
import sys
import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from lerdesk.domain.fact import FIELDS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "samples"
SAMPLES = tomllib.loads((FOLDER / "samples.toml").read_text(encoding="utf-8"))["sample"]
FILES = [sample["file"] for sample in SAMPLES]
STEPS = {
    "new",
    "facts",
    "questions",
    "approval",
    "notice",
    "waiting",
    "answer",
    "disclose",
    "silent",
    "closed",
}
KINDS = {
    "acknowledgement",
    "deficiency",
    "objection",
    "partial",
    "full",
    "nothing-held",
    "preservation",
    "notice",
}
DEMO = datetime.fromisoformat("2026-11-24T09:00:00-08:00")


def flat(text: str) -> str:
    # pdfium writes a hyphen at a line's end as U+FFFE
    return re.sub(r"\s+", " ", text.replace("￾", "-").replace(" ", " ")).strip().casefold()


@cache
def pages(file: str) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(FOLDER / file) as document:
        return tuple(page.get_textpage().get_text_bounded() for page in document)


@cache
def text(file: str) -> str:
    return flat(" ".join(pages(file)))


def by_file(key: str = "") -> list:
    return [
        pytest.param(sample, id=sample["file"]) for sample in SAMPLES if not key or key in sample
    ]


def unpacked(path: Path) -> bytes:
    # Python's zlib differs from build to build, so packed streams are compared by what they hold
    with pikepdf.open(path) as pdf:
        laid_out = io.BytesIO()
        pdf.save(
            laid_out,
            static_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
        return re.sub(rb"/ID \[.*?\]|/Length \d+", b"", laid_out.getvalue())


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    script = ROOT / "packaging" / "samples" / "make_samples.py"
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    for folder in folders:
        subprocess.run([sys.executable, str(script), str(folder)], check=True, capture_output=True)
    return folders


def test_script_draws_exactly_these_papers(drawn):
    names = sorted(path.name for path in drawn[0].iterdir())
    assert names == sorted(FILES) == sorted(path.name for path in FOLDER.glob("*.pdf"))
    assert [name for name in FILES if unpacked(drawn[0] / name) != unpacked(FOLDER / name)] == []


def test_script_draws_the_same_bytes_twice(drawn):
    assert [
        name for name in FILES if (drawn[0] / name).read_bytes() != (drawn[1] / name).read_bytes()
    ] == []


@pytest.mark.parametrize("file", FILES)
def test_every_font_is_embedded(file):
    with pikepdf.open(FOLDER / file) as pdf:
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        ]
        assert fonts
        for font in fonts:
            described = font.get("/FontDescriptor")
            assert described is not None, font.get("/BaseFont")
            assert "/FontFile2" in described, font.get("/BaseFont")


@pytest.mark.parametrize("file", FILES)
def test_every_page_has_its_text(file):
    assert all(len(page.split()) >= 25 for page in pages(file))


def test_lengths_vary():
    lengths = {len(pages(file)) for file in FILES}
    assert {1, 2, 3, 4} <= lengths
    assert max(lengths) >= 9


@pytest.mark.parametrize("sample", by_file())
def test_truth_stands_in_the_paper(sample):
    truth = sample["truth"]
    claimed = [demand["words"] for demand in sample.get("demand", [])]
    claimed += [period["words"] for period in truth.get("period", [])]
    for field in ("statute", "case_number", "signatory"):
        claimed += truth.get(field, [])
    for found in truth.get("identifier", []):
        claimed += [found[key] for key in ("value", "dob", "address") if key in found]
    claimed += [
        truth[field]
        for field in ("addressee", "agency", "court", "issuing_authority")
        if field in truth
    ]
    claimed += list(truth.get("requester", {}).values())
    claimed += [truth.get("nondisclosure", {}).get("duration", "")]
    assert [words for words in claimed if flat(words) not in text(sample["file"])] == []


@pytest.mark.parametrize("sample", by_file())
def test_truth_has_the_readers_fields(sample):
    truth = sample["truth"]
    assert set(truth) <= set(FIELDS) | {"doc_class", "ok"}
    demanded = {name for demand in sample.get("demand", []) for name in demand["categories"]}
    assert set(truth.get("data_category", [])) == demanded
    assert (truth["doc_class"] == "process") == bool(truth["process_type"])


@pytest.mark.parametrize("sample", by_file())
def test_story_is_in_order(sample):
    assert sample["until"] in STEPS
    assert sample["story"].endswith(".")
    moments = [sample["received_at"], *(letter["at"] for letter in sample.get("letter", []))]
    moments += [sample["disclosure"]["at"]] if "disclosure" in sample else []
    told = [datetime.fromisoformat(moment) for moment in moments]
    assert told == sorted(told)
    assert told[-1] <= DEMO
    assert {letter["kind"] for letter in sample.get("letter", [])} <= KINDS
    if "date_issued" in sample["truth"]:
        assert sample["truth"]["date_issued"] <= sample["received_at"][:10]
    numbers = [demand["number"] for demand in sample.get("demand", [])]
    assert numbers == list(range(1, len(numbers) + 1))
    for produced in sample.get("disclosed", []):
        assert produced["demand"] in numbers
        assert re.fullmatch(r"[0-9a-f]{64}", produced["sha256"])
    for other in sample.get("related", []):
        assert (
            sample["file"] in next(found for found in SAMPLES if found["file"] == other)["related"]
        )


@pytest.mark.parametrize("sample", by_file("disclosed"))
def test_content_went_out_only_after_the_waiting_period(sample):
    sent = {letter["kind"]: datetime.fromisoformat(letter["at"]) for letter in sample["letter"]}
    kept_quiet = "nondisclosure" in sample["truth"] or "illegal_conduct" in sample
    content = {"C11", "C13", "C14", "C15", "C21", "C26", "C28"}
    produced = {
        name
        for demand in sample["demand"]
        if demand["decision"] != "object"
        for name in demand["categories"]
    }
    if produced & content and not kept_quiet:
        answered = sent.get("full") or sent["partial"]
        assert (answered - sent["notice"]).days >= 7


@pytest.mark.parametrize("file", FILES)
def test_nothing_could_reach_anyone(file):
    words = " ".join(pages(file))
    for domain in re.findall(r"@\s?([A-Za-z0-9.-]+)", words):
        assert re.search(r"(^|\.)example\.(com|org|net)\.?$", domain), domain
    for exchange, line in re.findall(r"\b\d{3}\)?[ -](\d{3})[ -](\d{4})\b", words):
        assert (exchange, line[:2]) == ("555", "01"), (exchange, line)
    nets = [ipaddress.ip_network(net) for net in ("192.0.2.0/24", "198.51.100.0/24")]
    for address in re.findall(r"\b\d{1,3}(?:\.\d{1,3}){3}\b", words):
        assert any(ipaddress.ip_address(address) in net for net in nets), address


def test_letters_of_every_kind_are_sent_and_every_step_is_shown():
    assert {letter["kind"] for sample in SAMPLES for letter in sample.get("letter", [])} == KINDS
    assert {sample["until"] for sample in SAMPLES} == STEPS
