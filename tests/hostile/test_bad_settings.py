"""Damaged settings, keys, rules and logos, a second program, a disk that takes nothing: one clear message each."""

import json
import struct
import sys
import zlib
from pathlib import Path

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.base.errors import Refused
from lerdesk.base.folders import Folders
from lerdesk.base.resources import resources
from lerdesk.desk import letters, notices, review, stores
from lerdesk.domain.vocabulary import LetterKind
from tests.documents.papers import lines, pdf
from tests.hostile.machine import Machine, one_line
from tests.ui.worked import MORNING, PASSPHRASE, determined, open_desk, received

RULES = resources() / "rulebook"


# the window's own settings


@pytest.mark.parametrize(
    "words",
    [
        "\x00\xff\xfe window = [1440,",
        'window = ["a", "b"]\nmaximised = "yes"\nstore = 7\nappearance = "purple"\nfit = "x"\n',
        (
            "window = [-5, 99999999999999999999]\nreview_split = [-1, 0, 7]\n"
            'lock_after_minutes = -9\nexport_folder = "\\u0000"\n[[other]]\nx = 1\n'
        ),
    ],
)
def test_damaged_settings_of_the_window_stop_nothing(working: Machine, words: str) -> None:
    file = working.program / "config" / "window.toml"
    file.parent.mkdir(parents=True)
    file.write_text(words, encoding="latin-1")
    done = working.hands("told")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("told"), done.stderr
    assert "failed" not in done.stderr, done.stderr
    aside = list(file.parent.glob("window-damaged-*.toml"))
    assert ("The settings file was damaged." in done.stdout) is bool(aside)


def test_a_settings_folder_that_is_a_file_stops_nothing(working: Machine) -> None:
    (working.program / "config").write_text("in the way")
    (working.program / "state").write_text("in the way")
    done = working.hands("told")
    assert done.stdout.startswith("told"), done.stderr
    assert working.run("list").returncode == 0


# the key file

DAMAGED = {
    "empty": "",
    "cut": '{"format": 1, "store": "13',
    "a list": "[]",
    "no slots": '{"format": 1, "store": "1", "sample": false, "slots": []}',
    "all memory": None,
    "newer": '{"format": 99, "store": "1", "sample": false, "slots": []}',
    "not text": "\xff\xfe\x00",
    "deep": "[" * 100_000,
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_key_file_is_told_and_left_alone(working: Machine, kind: str) -> None:
    keys = working.store / "keys.json"
    words = DAMAGED[kind]
    if words is None:
        changed = json.loads(keys.read_text())
        changed["slots"][0]["kdf"]["memory_kib"] = 2**40
        words = json.dumps(changed)
    keys.write_text(words, encoding="latin-1")
    before = keys.read_bytes(), (working.store / "store.db").read_bytes()
    said = one_line(working.run("list"))
    assert "Nothing was changed." in said
    assert ("newer LERDesk" in said) is (kind == "newer")
    if kind in {"cut", "newer"}:
        shown = working.hands("told")
        assert shown.stdout.startswith("refused"), shown.stderr
        assert "newer" in shown.stdout if kind == "newer" else "damaged" in shown.stdout
    assert (keys.read_bytes(), (working.store / "store.db").read_bytes()) == before


# the organisation's own rules


def own_rules(machine: Machine, name: str, *changes: tuple[str, str]) -> Path:
    """A copy of a shipped file with words replaced, where the organisation's own rules lie."""
    folder = machine.program / "config" / "rulebook"
    folder.mkdir(parents=True, exist_ok=True)
    words = (RULES / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in words
        words = words.replace(old, new)
    (folder / name).write_text(words, encoding="utf-8")
    return folder / name


MISTAKES = [
    ("policy.toml", "waiting_days = 7", 'waiting_days = "soon"', "waiting_days"),
    ("policy.toml", "waiting_days = 7", "waitng_days = 7", "waiting_days"),
    ("policy.toml", '["illegal_conduct"]', '["ilegal_conduct"]', "ilegal_conduct"),
    ("policy.toml", '["illegal_conduct"]', '["illegal_conduct"', "line"),
    ("processes.toml", 'number = "P01"', "number = 1", "US_SW_FED"),
    ("processes.toml", 'family = "US_WARRANT"', 'family = "WARRANT"', "US_SW_FED"),
]


@pytest.mark.parametrize(("name", "old", "new", "named"), MISTAKES)
def test_a_mistake_in_own_rules_is_one_line_that_names_file_and_rule(
    machine: Machine, name: str, old: str, new: str, named: str
) -> None:
    own_rules(machine, name, (old, new))
    facts = machine.papers / "facts.json"
    facts.write_text('{"process": "US_SW_FED"}')
    said = one_line(machine.run("decide", facts))
    assert name in said
    assert named in said


def test_a_mistake_in_own_rules_is_told_at_unlocking_and_mended_without_a_new_start(
    working: Machine,
) -> None:
    file = own_rules(working, "policy.toml", ("waiting_days = 7", "waiting_days = -7"))
    shown = working.hands("told")
    assert shown.stdout.startswith("refused Rulebook policy.toml"), shown.stderr
    assert "waiting_days" in shown.stdout
    assert "waiting_days" in one_line(working.run("list"))
    file.unlink()
    assert working.run("list").returncode == 0


def test_own_policy_holds_at_once(tmp_path: Path, working: Machine) -> None:
    hand = MovableClock(MORNING)
    desk = open_desk(tmp_path, hand)
    request = received(desk, "02")
    determined(desk, request)
    other = received(desk, "21")
    desk.close()
    own_rules(
        working,
        "policy.toml",
        ("waiting_days = 7", "waiting_days = 21"),
        ('["illegal_conduct"]', '["illegal_conduct", "determination"]'),
    )
    home = Folders(tmp_path / "data", working.program / "config", tmp_path / "state")
    desk = stores.open_store(home.store, PASSPHRASE, folders=home, clock=hand.clock)
    notices.issue(desk, notices.draft(desk, request).letter_id, "e-mail")
    assert "21 days left" in review.load(desk, request).step.words
    determined(desk, other)
    assert "second person" in review.load(desk, other).step.words.lower()
    with pytest.raises(Refused):
        letters.issue(desk, letters.draft(desk, other, LetterKind.FULL).letter_id)
    desk.close()


# a second program


def test_a_second_program_is_told_which_has_the_store(working: Machine) -> None:
    window = working.window("hold")
    try:
        assert window.stdout is not None
        assert window.stdout.readline() == "open\n"
        said = one_line(working.run("list"))
        assert f"process {window.pid} " in said
        assert "Close it there first." in said
        second = working.hands("told")
        assert "open in another program" in second.stdout
    finally:
        window.kill()
        window.communicate()
    assert working.run("list").returncode == 0


# the letterhead's logo


def png(width: int, height: int) -> bytes:
    """A picture that is small on the disk and large in memory."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    packed = zlib.compressobj(9)
    row = b"\0" * (width // 8 + 2)
    data = b"".join(packed.compress(row) for _ in range(height)) + packed.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def test_a_logo_that_is_none_is_told_and_the_old_one_stays(working: Machine) -> None:
    bad = {
        "words.png": b"no picture at all",
        "empty.png": b"",
        "cut.png": png(40, 40)[:50],
        "bomb.png": png(60_000, 20_000),
        "paper.pdf": pdf([lines("a paper")]),
        "markup.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
    }
    for name, data in bad.items():
        (working.papers / name).write_bytes(data)
    (working.papers / "good.png").write_bytes(png(40, 40))
    names = [*bad, "folder", "missing.png", "good.png"]
    (working.papers / "folder").mkdir()
    done = working.hands("logos", *(working.papers / name for name in names))
    told = [line for line in done.stdout.splitlines() if line.startswith("logo")]
    assert len(told) == len(names), done.stderr
    for line in told[:-1]:
        assert not line.endswith(" nothing"), line
    assert told[-1] == "logo good.png nothing"
    assert "failed" not in done.stderr
    out = working.papers / "letter.pdf"
    again = working.run("letter", "LER-2026-000002", "acknowledgement", "--out", out)
    assert out.exists(), again.stderr


# the disk


def test_a_full_disk_is_told_at_import_issue_and_export_and_all_can_be_done_again(
    working: Machine,
) -> None:
    paper = working.papers / "order.pdf"
    paper.write_bytes(pdf([lines("GRAND JURY SUBPOENA", *[f"line {n}" for n in range(40)])]))
    out = working.papers / "letter.pdf"
    out.write_bytes(b"an earlier export")
    done = working.hands("full_disk", paper, out, 2, "full")
    said = [line.split(" ", 1) for line in done.stdout.splitlines()]
    assert [each[0] for each in said] == [
        "import", "issue", "issued", "export", "earlier", "export", "import",
    ], done.stdout + done.stderr  # fmt: skip
    words = [each[1] for each in said]
    assert "disk" in words[0]
    assert "kept" in words[0]
    assert "disk" in words[1]
    assert words[2] == "L-2026-000001"
    assert "cannot be written" in words[3]
    assert words[4] == "True"
    assert words[5].startswith("Exported to")
    assert words[6].startswith("LER-2026-000003")
    assert out.read_bytes().startswith(b"%PDF")
    assert [path.name for path in working.papers.iterdir() if path.name.startswith(".")] == []
    assert working.run("verify").returncode == 0


_WITHOUT_RIGHTS = """
import ctypes, os, sys
if os.getuid() == 0:
    # root stays root, wherever the checkout lies, but is refused by a file's mode like anybody
    for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, taken out of the bounding set for what is run next
        if ctypes.CDLL(None, use_errno=True).prctl(24, right, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "the right cannot be given up")
os.execv(sys.executable, [sys.executable, "-m", "lerdesk", "list"])
"""


def test_a_store_folder_that_cannot_be_written_is_told(working: Machine) -> None:
    for path in working.store.iterdir():
        path.chmod(0o444)
    working.store.chmod(0o555)
    said = one_line(working.call([sys.executable, "-c", _WITHOUT_RIGHTS]))
    working.store.chmod(0o755)
    assert said == (
        "The store's folder cannot be written. Nothing was changed. "
        "Make the folder writable for you, or copy the store to one that is."
    )
