"""The lawyer's help page alone is enough: each example, done as written, checks and changes what is decided."""

import json
import re

import pytest
from click.testing import CliRunner

from lerdesk.base.resources import resources
from lerdesk.cli import decide, due, rules_check, rules_show
from lerdesk.rulebook.checking import check
from lerdesk.rulebook.source import FILES, shipped_folder

PAGE = (resources() / "help" / "rulebook.md").read_text("utf-8")
EXAMPLES = re.findall(r"^### (\d)\. (.+?)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
MISTAKES = re.findall(
    r"^In `([\w-]+\.toml)`, `(.+?)` became `(.+?)`:\n\n```\n(.+?)\n```", PAGE, re.MULTILINE
)
LINE = re.compile(r"line \d+")
KEYS = re.compile(r"The keys here are (.+)$")


def run(command, *words, given=None):
    result = CliRunner().invoke(command, list(words), input=given, standalone_mode=False)
    said = result.stdout + result.stderr + (str(result.exception) if result.exception else "")
    return " ".join(said.split())


def asked(text, own):
    """What the example's command answers: ``lerdesk due``, ``decide`` or ``rules show``."""
    facts = re.search(r"```json\n(.+?)\n```", text, re.DOTALL)
    if facts is None:
        rule = re.search(r"`lerdesk rules show (\S+)`", text)[1]
        return run(rules_show.command, rule, "--rulebook", str(own))
    command = due.command if "`lerdesk due`" in text else decide.command
    return run(command, "-", "--rulebook", str(own), given=facts[1])


def test_the_page_has_five_examples_and_every_mistake_is_another():
    assert [number for number, _title, _text in EXAMPLES] == list("12345")
    assert len(MISTAKES) == len({message for *_rest, message in MISTAKES}) == 6


@pytest.mark.thorough
@pytest.mark.parametrize(("title", "text"), [example[1:] for example in EXAMPLES])
def test_an_example_done_as_written_is_live_at_once(tmp_path, title, text):
    file = re.search(r"[Cc]opy\s+(?:the\s+shortest,\s+)?`([\w-]+\.toml)`", text)[1]
    blocks = re.findall(r"```toml\n(.+?)\n```", text, re.DOTALL)
    before, after = (
        " ".join(words.split())
        for words in re.search(r"Before: `(.+?)`\. After:\s`(.+?)`", text, re.DOTALL).groups()
    )
    assert before in asked(text, tmp_path), title
    assert after not in asked(text, tmp_path), title

    copied = (shipped_folder() / file).read_text("utf-8")
    if len(blocks) == 1:
        changed = f"{copied}\n{blocks[0]}\n"
    else:
        assert copied.count(f"{blocks[0]}\n") == 1, title
        changed = copied.replace(blocks[0], blocks[1])
    (tmp_path / file).write_text(changed, "utf-8")

    checked = run(rules_check.command, str(tmp_path))
    assert re.search(r"is in order: \d+ rules in \d+ files, 1 of them", checked), checked
    assert after in asked(text, tmp_path), title
    assert before not in asked(text, tmp_path), title


@pytest.mark.parametrize(("file", "old", "new", "message"), MISTAKES)
def test_a_mistake_looks_as_the_page_says(tmp_path, file, old, new, message):
    copied = (shipped_folder() / file).read_text("utf-8")
    assert old in copied
    (tmp_path / file).write_text(copied.replace(old, new, 1), "utf-8")
    told = run(rules_check.command, str(tmp_path))
    # a remark that is added to a file moves its lines and nothing else
    assert LINE.sub("line", message) in LINE.sub("line", told)


def _keys(tmp_path, name):
    """Every key that the loader knows in a file, as it tells them for one that it does not know."""
    lines = []
    for line in (shipped_folder() / f"{name}.toml").read_text("utf-8").splitlines():
        lines.append(re.sub(r"\{ (?=\w)", "{ zzz = 1, ", line))
        if re.match(r"\[+[^\]]+\]+$", line):
            lines.append("zzz = 1")
    (tmp_path / f"{name}.toml").write_text("\n".join(["zzz = 1", *lines, ""]), "utf-8")
    told = (KEYS.search(mistake.right) for mistake in check(tmp_path).mistakes)
    return {key for found in told if found for key in found[1].split(", ")}


@pytest.mark.parametrize("name", FILES)
def test_the_page_names_every_key_of_a_file(tmp_path, name):
    keys = _keys(tmp_path, name)
    assert len(keys) > 3
    common = {"version", "id", "name", "citation", "status"}
    heads = re.findall(r"^### ([^\n]+\.toml)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    section = next(body for title, body in heads if f"{name}.toml" in title)
    words = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", section))))
    classes = set(
        re.findall(
            r"^\[class\.(\w+)\]",
            (shipped_folder() / "matrix.toml").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    assert keys - common - words - classes == set()


def test_the_page_names_every_file():
    assert all(f"{name}.toml" in PAGE for name in FILES)
    assert "thirteen text files" in PAGE
    assert len(FILES) == 13


@pytest.mark.thorough
def test_commands_of_the_page_are_there():
    for rule in re.findall(r"^lerdesk rules show (\S+)$", PAGE, re.MULTILINE):
        result = CliRunner().invoke(rules_show.command, [rule, "--json"], standalone_mode=False)
        assert json.loads(result.stdout)["citation"], rule
