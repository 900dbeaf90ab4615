"""What the check finds beyond the schema: rows that cannot win, words under a silence, copies that fell behind."""

import re
from itertools import product

import pytest

from lerdesk.domain.notice import FLAGS, NoticeInputs, notice
from lerdesk.domain.vocabulary import Family, Gag, NoticeData
from lerdesk.rulebook import RulebookError, load
from lerdesk.rulebook.checking import check
from lerdesk.rulebook.mistake import one_of
from lerdesk.rulebook.source import FILES, misnamed, read, shipped_folder


def changed(folder, name, old, new, count=1):
    text = (shipped_folder() / f"{name}.toml").read_text("utf-8")
    assert old in text, old
    (folder / f"{name}.toml").write_text(text.replace(old, new, count), "utf-8")


def told(folder):
    return [str(mistake) for mistake in check(folder).mistakes]


def test_the_shipped_rulebook_is_in_order_and_counted():
    found = check()
    assert (found.mistakes, found.notes, found.own) == ((), (), ())
    assert found.rules > 400
    assert found.files == len(FILES)
    assert found.book.version == load().version


ROW = """
[[rule]]
id = "Z01"
family = ["{family}"]
gag = ["{gag}"]
outcome = "{outcome}"
reason = "The organisation's own."
citation = "company policy"
status = "company"

[[rule]]
id = "N01"
"""


def with_row(folder, at="N01", **values):
    row = ROW.format(**{"family": "US_WARRANT", "gag": "NONE", "outcome": "NOTIFY_NOW", **values})
    text = (shipped_folder() / "notice.toml").read_text("utf-8")
    head = f'\n[[rule]]\nid = "{at}"\n'
    assert head in text
    (folder / "notice.toml").write_text(text.replace(head, row.replace("N01", at), 1), "utf-8")


def test_a_row_that_other_rows_answer_before_can_never_win(tmp_path):
    with_row(tmp_path, at="N28", family="NSL", outcome="NO_NOTICE_STATUTORY")
    said = (
        f"notice.toml, line {line_of(tmp_path, 'Z01')}, Z01: rule can never win: N02 before it answers all"
        " of it. Move it up, widen its conditions or take it away."
    )
    assert told(tmp_path) == [said]


def line_of(folder, rule):
    lines = (folder / "notice.toml").read_text("utf-8").splitlines()
    return lines.index(f'id = "{rule}"') + 1


@pytest.mark.parametrize("gag", ["COURT_FIXED", "COURT_INDEFINITE", "COURT_DEFECTIVE", "STATUTORY"])
def test_nobody_may_be_told_under_a_silence_by_a_rule_of_ones_own(tmp_path, gag):
    with_row(tmp_path, gag=gag)
    assert len(told(tmp_path)) == 1
    assert re.search(
        rf"Z01: outcome NOTIFY_NOW tells the customer.+US_WARRANT, \w+, {gag}", told(tmp_path)[0]
    )
    with pytest.raises(RulebookError, match="Z01: outcome NOTIFY_NOW tells the customer"):
        load(tmp_path)


@pytest.mark.parametrize("family", ["NSL", "FISA", "US_WIRETAP", "US_PRTT", "EPOC", "EPOC_PR"])
@pytest.mark.parametrize("outcome", ["NOTIFY_BEFORE", "NOTICE_OPTIONAL"])
def test_nobody_may_be_told_of_a_secret_process(tmp_path, family, outcome):
    with_row(tmp_path, family=family, outcome=outcome)
    assert "tells the customer of what the law" in told(tmp_path)[0]


def test_what_the_check_says_of_a_row_is_what_the_table_answers(tmp_path):
    """The check's sets of combinations against the table asked one by one."""
    with_row(tmp_path, at="N14", family="EMERGENCY_US", gag="NONE", outcome="ESCALATE_OWN")
    found = check(tmp_path)
    assert found.mistakes == ()
    winners = {
        notice(
            found.book, NoticeInputs(family, data, gag, **dict(zip(FLAGS, flags, strict=True)))
        ).rule
        for family, data, gag in product(Family, NoticeData, Gag)
        for flags in product((False, True), repeat=len(FLAGS))
    }
    assert winners == {rule.id for rule in found.book.notice}


def test_an_outcome_that_nothing_knows(tmp_path):
    with_row(tmp_path, outcome="NOTIFY_BEFOR")
    assert (
        "Z01: outcome has 'NOTIFY_BEFOR', which has no line under [effects]. Did you mean NOTIFY_BEFORE?"
        in told(tmp_path)[0]
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "clocks",
            'outer = "EU_1182"',
            'outer = "EU_HOURS_1182"',
            "outer counts in another unit than regime",
        ),
        (
            "clocks",
            'regime = "FIXED_DATE"',
            'regime = "FIXED_DATE"\ncount = 3',
            "count stands without a regime",
        ),
        (
            "clocks",
            'side = "watch"',
            'side = "watch"\nouter = "EU_HOURS_1182"',
            "outer counts in another unit",
        ),
        ("overbreadth", "pattern = '''", "pattern = '''|", "pattern fits every text"),
        ("overbreadth", "pattern = '''", "pattern = '''(", "pattern is no pattern"),
        ("overbreadth", 'severity = "WARN;', 'severity = "warn;', "Did you mean WARN?"),
        (
            "overbreadth",
            "; ESCALATE if content",
            "; ESKALATE if content",
            "Write one severity alone",
        ),
        (
            "overbreadth",
            "; ESCALATE if content",
            "; ESCALATE if kontent",
            "Write one severity alone",
        ),
        ("overbreadth", 'offer = "', 'offer = "‹categry› ', "‹categry›, which nothing fills in"),
        (
            "policy",
            "‹period›",
            "‹perod›",
            "narrowing_offer has the mark ‹perod›, which nothing fills in. Did you mean ‹period›?",
        ),
        ("policy", "‹period›", "‹period", "has a ‹ without its ›"),
        ("questions-us", 'letter = "', 'letter = "‹Z› ', "letter has the mark ‹Z›"),
        (
            "questions-us",
            'letter = "',
            'letter = "{{ company }} ',
            "letter has braces of a template",
        ),
        (
            "places",
            'version = "2026.11"',
            'version = "November"',
            "version has 'November'. Write it as 2026.11",
        ),
        (
            "policy",
            "waiting_days = 7",
            "waiting_days = 100001",
            "waiting_days is more than it may be",
        ),
        ("policy", "cure_days = 14", "cure_days = -1", "cure_days is less than it may be"),
        (
            "policy",
            'company_state = ""',
            'company_state = "WA"',
            "company_state has 'WA'. Use a State such as US-DE",
        ),
        ("processes", "binding = { US", "binding = { XX", "XX is no place"),
        (
            "categories",
            'class = "BSI"',
            'class = "BSI"\nnever = true',
            "class stands beside never = true",
        ),
        ("questions-us", '?"', '."', "text asks nothing. End the question with a question mark"),
        (
            "questions-us",
            'asked_of = "all"',
            'asked_of = "al"',
            """asked_of has 'al'. Use "all", a list""",
        ),
        ("questions-us", 'asked_of = "all"', "asked_of = []", "asked_of names no process"),
        (
            "calendars",
            'on = "07-04"',
            'on = "fourth monday of juli"',
            "on has 'fourth monday of juli'",
        ),
        ("matrix", 'where = "EU"', 'where = "UK"', "where has 'UK'. Use one of EU"),
        (
            "matrix",
            'CA_PROD = "CA"',
            'CA_PROT = "CA"',
            "CA_PROT is no process of processes.toml. Did you mean CA_PROD?",
        ),
        ("matrix", 'CA_PROD = "CA"', 'CA_PROD = "Canada"', "CA_PROD names 'Canada'"),
        ("matrix", 'yes = ["a", "b"]', 'yes = ["a"]', "yes leaves a class out"),
        ("matrix", "[class.BSI]", "[class.BSX]\nname = 1\n[class.BSI]", "BSX is not a known key"),
        (
            "matrix",
            'lawyer = ["LIVE_LOCATION"]',
            'lawyer = ["LIVE_LOCATION", "BSI"]',
            "lawyer repeats BSI",
        ),
        ("matrix", 'yes = ["VIEWING"]\n', "", "US_VPPA_ORDER: VIEWING has no cell"),
        ("matrix", 'state = "US-CA"', 'state = "CA"', "state names 'CA'"),
        (
            "overbreadth",
            'shown_by = ["words"]\n',
            "",
            "shown_by is missing. Use some of",
        ),
        (
            "overbreadth",
            'shown_by = ["words"]',
            'shown_by = ["facts"]',
            "pattern does not fit shown_by",
        ),
        ("flags", 'categories = ["C08"]\n', "", "categories is missing. Name the data categories"),
        (
            "matrix",
            '[[elsewhere]]\nprocess = "EU_EPOC_SUBS_ID"',
            '[[elsewhere]]\nprocess = "EU_EPOC_SUBS"',
            "EU_EPOC_SUBS: process has 'EU_EPOC_SUBS'",
        ),
        (
            "matrix",
            'unless = "E126"',
            'unless = "E1260"',
            "unless names 'E1260'. Did you mean E126?",
        ),
        ("processes", 'response = "K27"', 'response = { "WA" = "K27" }', "response names 'WA'"),
        (
            "processes",
            "in_force = 2026-08-18",
            "in_force = 2026-08-18\nin_force_until = 2026-08-17",
            "in_force_until lies before in_force",
        ),
        ("clocks", 'citation = "18 U.S.C. 2703(d)"', 'citation = "TBD"', "citation has 'TBD'"),
        (
            "clocks",
            'side = "publish"',
            'side = "publish"\nouter = "CAL_DAYS"',
            "outer stands without regime",
        ),
        (
            "clocks",
            "silence = true",
            "silence = false",
            "silence = true is missing, and the program asks for it",
        ),
        (
            "questions-us",
            'tells = "no account"',
            'tells = "viewing"',
            'tells = "no account" is missing, and the program asks for it',
        ),
        ("questions-us", 'tells = "viewing"', 'tells = "seeing"', "tells has 'seeing'"),
        ("questions-us", 'gag = "COURT_DEFECTIVE"\n', "", "gag_only stands without gag"),
        ("questions-us", 'covers = ["E003"]', 'covers = ["E399"]', "covers names 'E399'"),
        ("questions-us", 'covers = ["E003"]', 'covers = ["E102"]', "covers comes back to E102"),
        ("questions-eu", 'covers = ["E002"]', 'covers = ["X07"]', "covers comes back to X08"),
        (
            "questions-us",
            'tells = "doubt"',
            'tells = "doubt"\ncovers = ["E007"]',
            "covers stands without letter",
        ),
        ("questions-us", 'objection = "K01"', 'objection = "K99"', "objection has 'K99'"),
        ("questions-us", ', clock = "K15"', "", "clock does not fit when"),
        (
            "questions-us",
            'clock = "K15"',
            'clock = "K95"',
            "clock has 'K95'",
        ),
        ("questions-us", 'proposes = "date"', 'proposes = "day"', "proposes has 'day'"),
        ("questions-eu", 'lifts = "gate"', 'lifts = "door"', "lifts has 'door'"),
        ("categories", '[state_columns]\n"US-CA" = "california"', "", "state_columns is missing"),
        ("categories", '"US-CA" = "california"', '"US-XX" = "california"', "US-XX is no State"),
        ("categories", '"US-CA" = "california"', '"US-CA" = "texas"', "US-CA has 'texas'"),
        ("processes", 'execution = "K15"', 'execution = "K95"', "execution has 'K95'"),
        ("clocks", 'policy = "motion_days"', 'policy = "days"', "policy has 'days'"),
        (
            "overbreadth",
            'measure = "no first day"',
            'measure = "long period"',
            'measure = "no first day" is missing, and the program asks for it',
        ),
        ("overbreadth", 'measure = "serial"\n', "", "measure does not fit shown_by"),
        ("overbreadth", 'measure = "serial"', 'measure = "weekly"', "measure has 'weekly'"),
    ],
)
def test_what_cannot_be_meant(tmp_path, name, old, new, message):
    changed(tmp_path, name, old, new)
    lines = told(tmp_path)
    assert any(line.startswith(f"{name}.toml") and message in line for line in lines), lines
    with pytest.raises(RulebookError, match=re.escape(f"{name}.toml")):
        load(tmp_path)


def test_a_question_takes_no_id_of_another_file(tmp_path):
    changed(tmp_path, "questions-abroad", 'id = "Y01"', 'id = "E001"')
    assert any("E001: id 'E001' stands twice" in line for line in told(tmp_path))


def test_a_second_reading_without_a_first(tmp_path):
    lines = (shipped_folder() / "clocks.toml").read_text("utf-8").split("\n[[clock]]\n")
    bare = next(n for n, row in enumerate(lines) if n and "regime =" not in row)
    lines[bare] += 'outer = "CAL_DAYS"\n'
    (tmp_path / "clocks.toml").write_text("\n[[clock]]\n".join(lines), "utf-8")
    assert "outer stands without regime. Give the first reading as regime" in told(tmp_path)[0]
    assert check(tmp_path).rules == 0


def test_a_clock_for_a_state_that_is_none(tmp_path):
    text = (shipped_folder() / "processes.toml").read_text("utf-8")
    assert "US-WA = " in text or '"US-WA" = ' in text
    (tmp_path / "processes.toml").write_text(text.replace("US-WA", "US-XX"), "utf-8")
    assert any("names 'US-XX'. Use a State such as US-WA" in line for line in told(tmp_path))


def test_a_folder_that_is_gone_meanwhile_is_told(tmp_path):
    with pytest.raises(RulebookError, match="gone cannot be opened"):
        misnamed(tmp_path / "gone")
    with pytest.raises(RulebookError, match="cannot be opened"):
        read("x" * 300, None)


def test_where_nothing_is_allowed_there_is_nothing_to_list():
    assert one_of("x", []) == "None is known here; leave it out"
    assert one_of(3, ["a", "b"]) == "Use one of a, b"
    assert one_of("x", map(str, range(100))).endswith("Use a known one, from 0 to 99 (100 of them)")


def test_characters_that_nobody_sees(tmp_path):
    changed(tmp_path, "questions-us", 'letter = "', 'letter = "\u202e')
    assert "letter has characters that cannot be seen. Type the text anew" in told(tmp_path)[0]


def test_a_copy_that_fell_behind_is_noted(tmp_path):
    text = (shipped_folder() / "clocks.toml").read_text("utf-8")
    rows = text.split("\n[[clock]]\n")
    old = "\n[[clock]]\n".join([rows[0], *(row for row in rows[1:] if '"K46"' not in row)])
    (tmp_path / "clocks.toml").write_text(old.replace("2026.11", "2025.3", 1), "utf-8")
    found = check(tmp_path)
    assert found.mistakes == ()
    assert found.own == ("clocks.toml",)
    lacks, older = found.notes
    assert lacks == "Your clocks.toml lacks what the shipped one has: K46."
    assert older.startswith(
        "Your clocks.toml is a copy from an older rulebook, 2025.3; the shipped one is 2026.11."
    )
    assert older.endswith('write version = "2026.11".')


def test_a_copy_from_a_later_rulebook_is_noted(tmp_path):
    changed(tmp_path, "policy", "2026.11", "2027.1")
    assert "is a copy from another rulebook, 2027.1" in check(tmp_path).notes[0]


def test_what_a_copy_of_the_same_version_has_otherwise_is_noted(tmp_path):
    text = (shipped_folder() / "notice.toml").read_text("utf-8")
    first = text.index('id = "N13"')  # of two parts; a change of the first one counts too
    later = text[first:].replace('reason = "', 'reason = "Now: ', 1)
    (tmp_path / "notice.toml").write_text(text[:first] + later, "utf-8")
    [note] = check(tmp_path).notes
    assert note.startswith("Your notice.toml has otherwise than the shipped one: N13. ")
    assert note.endswith("lerdesk rules diff tells what changes.")
    assert load(tmp_path).own == {"N13"}
    (tmp_path / "notice.toml").write_text(f"# ours\n{text}", "utf-8")
    assert check(tmp_path).notes == ()


def test_a_count_that_the_policy_overrides_is_noted(tmp_path):
    text = (shipped_folder() / "clocks.toml").read_text("utf-8")
    before, _, rest = text.partition('id = "K41"')
    (tmp_path / "clocks.toml").write_text(
        before + 'id = "K41"' + rest.replace("count = 7", "count = 9", 1), "utf-8"
    )
    otherwise, without = check(tmp_path).notes
    assert otherwise.startswith("Your clocks.toml has otherwise than the shipped one: K41. ")
    assert without == "In clocks.toml the count of K41 has no effect: policy.toml says 7."
    assert load(tmp_path).clocks["K41"].count == 7


def test_parts_of_a_notice_row_that_are_gone_are_counted(tmp_path):
    text = (shipped_folder() / "notice.toml").read_text("utf-8")
    rows = text.split("\n[[rule]]\n")
    gone = max(n for n, row in enumerate(rows) if row.startswith('id = "N13"'))
    (tmp_path / "notice.toml").write_text(
        "\n[[rule]]\n".join(rows[:gone] + rows[gone + 1 :]), "utf-8"
    )
    assert check(tmp_path).notes == (
        "Your notice.toml lacks what the shipped one has: 1 of the 2 rows N13.",
    )


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("policy.toml.txt", "policy.toml"),
        ("Policy.TOML", "policy.toml"),
        ("policy.tml", "policy.toml"),
        ("clocks.toml.bak", "clocks.toml"),
    ],
)
def test_a_file_that_nothing_reads_is_noted(tmp_path, name, meant):
    (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "README.txt").write_text("x", "utf-8")
    assert check(tmp_path).notes == (f"{name} is not read. If it is to be used, name it {meant}.",)


def test_a_file_of_a_wrong_name_is_a_mistake(tmp_path):
    (tmp_path / "polices.toml").write_text("", "utf-8")
    assert told(tmp_path)[0].startswith(
        "polices.toml has a name that no rulebook file has. Did you mean policy.toml?"
    )
    with pytest.raises(RulebookError, match=r"polices\.toml"):
        load(tmp_path)


def test_a_rule_taken_away_with_everything_that_names_it_is_told_once_for_each(tmp_path):
    text = (shipped_folder() / "processes.toml").read_text("utf-8")
    (tmp_path / "processes.toml").write_text(text.replace('"US_GJ_STATE"', '"US_GJ_STAT"'), "utf-8")
    lines = told(tmp_path)
    assert len(lines) > 5
    assert all("US_GJ_STAT" in line for line in lines)
    assert any(line.startswith("questions-us.toml") for line in lines)
    assert any(line.startswith("matrix.toml") for line in lines)
