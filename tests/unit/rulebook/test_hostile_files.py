"""Whatever lies in the organisation's folder, the check answers in plain lines and a start stops with one."""

import os
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lerdesk.rulebook import RulebookError, load
from lerdesk.rulebook.checking import check
from lerdesk.rulebook.source import FILES, LARGEST, shipped_folder

LITERALS = [
    "3",
    "-1",
    "1e400",
    "nan",
    "true",
    '""',
    '"X"',
    f'"{"x" * 5000}"',
    '"a\\u202Eb\\u0007"',
    "[]",
    "[1]",
    "[[]]",
    "[{}]",
    '["", ""]',
    '[{ id = 3, on = [], severity = {}, processes = "all" }]',
    "{}",
    "{ a = { b = 1 } }",
    "1979-05-27",
    "07:32:00",
    "99999999999999999999999999",
]
VALUE = re.compile(r"^(\w+) = .*[^\[{,]$")


def lines_of(name):
    return (shipped_folder() / f"{name}.toml").read_text("utf-8").splitlines()


def put(folder, name, lines):
    (folder / f"{name}.toml").write_text("\n".join([*lines, ""]), "utf-8")


def plainly_told(found):
    for mistake in found.mistakes:
        line = str(mistake)
        assert line.isprintable()
        assert len(line) < 2500
        assert line.endswith(".")


@pytest.mark.thorough
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("literal", LITERALS[::3])
def test_every_value_of_a_file_is_something_else(tmp_path, name, literal):
    lines = lines_of(name)
    values = [VALUE.match(line) for line in lines]
    put(
        tmp_path,
        name,
        [f"{m[1]} = {literal}" if m else line for m, line in zip(values, lines, strict=True)],
    )
    found = check(tmp_path)
    assert found.mistakes
    plainly_told(found)


@pytest.mark.thorough
@settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.data())
def test_one_value_is_something_else(tmp_path, data):
    name = data.draw(st.sampled_from(FILES))
    lines = lines_of(name)
    places = [n for n, line in enumerate(lines) if VALUE.match(line)]
    place = data.draw(st.sampled_from(places))
    lines[place] = f"{VALUE.match(lines[place])[1]} = {data.draw(st.sampled_from(LITERALS))}"
    put(tmp_path, name, lines)
    found = check(tmp_path)
    plainly_told(found)
    if found.book is not None:
        assert load(tmp_path).version == found.book.version
    (tmp_path / f"{name}.toml").unlink()


@pytest.mark.thorough
@settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(name=st.sampled_from(FILES), cut=st.floats(0, 1), junk=st.binary(max_size=30))
def test_a_file_cut_off_or_with_bytes_put_in(tmp_path, name, cut, junk):
    whole = (shipped_folder() / f"{name}.toml").read_bytes()
    at = int(len(whole) * cut)
    for data in (whole[:at], whole[:at] + junk + whole[at:]):
        (tmp_path / f"{name}.toml").write_bytes(data)
        plainly_told(check(tmp_path))
    (tmp_path / f"{name}.toml").unlink()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xff\xfe\x00", "is no UTF-8 text"),
        (b"a = '" + b"\x00" * 9, "cannot be read"),
        (b"a = " + b"[" * 5000, "nests too deep"),
        (b"a = " + b"9" * 5000, "cannot be read"),
        (b"#" * (LARGEST + 1), "is larger than 2 MB"),
        (b"a = 1\na = 2\n", "a key or a table stands twice"),
        (b"[a]\n[a]\n", "a key or a table stands twice"),
        (b'a = "b\n', "a quotation mark is missing at the end of the line"),
        (b"a = verified\n", "a text stands in quotation marks"),
        (b'a = ["b"\nc = 1\n', "a list has no closing bracket"),
        (b'a = """b\n', "a text has no closing quotation mark"),
        (b"a b = 1\n", "a key has no = after it"),
        (b"= 1\n", "this is neither a key nor a table"),
        (b"a = 1 2\n", "something stands behind the value"),
        (b"a = 2026-02-30\n", "there is no such day"),
    ],
)
def test_a_file_that_is_no_toml(tmp_path, data, what):
    (tmp_path / "clocks.toml").write_bytes(data)
    found = check(tmp_path)
    assert [mistake.file for mistake in found.mistakes] == ["clocks.toml"]
    assert what in str(found.mistakes[0])
    with pytest.raises(RulebookError, match=r"clocks\.toml"):
        load(tmp_path)


def test_what_is_no_file(tmp_path):
    (tmp_path / "policy.toml").mkdir()
    os.mkfifo(tmp_path / "notice.toml")
    (tmp_path / "clocks.toml").symlink_to(tmp_path / "nowhere.toml")
    (tmp_path / "places.toml").symlink_to("places.toml")
    told = [str(mistake) for mistake in check(tmp_path).mistakes]
    assert told == [
        "notice.toml is no file. Put a file there, or take it away.",
        "clocks.toml is a link to nothing. Put the file itself there.",
        "policy.toml is no file. Put a file there, or take it away.",
        "places.toml is a link to nothing. Put the file itself there.",
    ]
    with pytest.raises(RulebookError):
        load(tmp_path)


def test_a_text_editor_s_marks_change_nothing(tmp_path):
    text = (shipped_folder() / "policy.toml").read_bytes()
    (tmp_path / "policy.toml").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert check(tmp_path).mistakes == ()
    assert load(tmp_path).policy == load().policy


def test_a_mistake_in_one_file_does_not_hide_those_in_another(tmp_path):
    (tmp_path / "processes.toml").write_bytes(b"[[process]")
    lines = [line for line in lines_of("clocks") if line != "count = 90"]
    put(tmp_path, "clocks", lines)
    told = [str(mistake) for mistake in check(tmp_path).mistakes]
    assert told[0].startswith("processes.toml, line 1: it cannot be read")
    assert all(
        line.startswith("clocks.toml, line ") and "count is missing" in line for line in told[1:]
    )
    assert len(told) > 2
