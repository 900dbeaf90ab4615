"""The rulebook says what the researched reference says, row by row and cell by cell."""

import csv
import re
from pathlib import Path

import pytest

from lerdesk.domain.scope import cell_for_class
from lerdesk.domain.vocabulary import DataClass, EuClass
from lerdesk.rulebook import load
from tests.shared import SHARED

REFERENCE = Path(__file__).parent / "reference"


@pytest.fixture(scope="module")
def rules():
    return load()


@pytest.fixture(scope="module")
def numbers(rules):
    return {process.number: process.id for process in rules.processes.values()}


def table(name):
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Differences(list):
    """Every place where the rulebook says something else, told at once."""

    def compare(self, rule, what, said, expected):
        if said != expected:
            self.append(f"{rule} {what}: says {said!r}, the reference {expected!r}")

    def cited(self, rule, citation, numbers):
        text = re.sub(r"[\s§]", "", citation)
        missing = [
            one
            for one in numbers.split()
            if not re.search(rf"(?:(?<!\d)|(?=\()){re.escape(one)}", text)
        ]
        if missing:
            self.append(f"{rule} cites {citation!r}, without {missing}")

    def none(self):
        assert not self, "\n" + "\n".join(self)


def names(text, numbers):
    return set(numbers.values()) if text == "all" else {numbers[one] for one in text.split()}


def test_processes(rules):
    wrong, rows = Differences(), table("processes")
    wrong.compare("table", "ids", {p.id for p in rules.processes.values()}, {r["id"] for r in rows})
    for row in rows:
        process, rule = rules.processes[row["id"]], row["number"]
        wrong.compare(rule, "number", process.number, row["number"])
        wrong.compare(rule, "family", process.family or "", row["family"])
        for place in ("US", "EU", "DE", "IE", "DK", "GB", "JP"):
            bound = "EU" if place == "EU" or place in rules.places.eu_bound else None
            said = (
                process.binding.get(place) or process.binding.get(bound) or process.binding["other"]
            )
            wrong.compare(rule, f"binding in {place}", said.value, row[f"binding_{place}"])
        clocks = ";".join(
            f"{kind}:" + " ".join(f"{state}={clock}" for state, clock in by_state.items())
            for kind, by_state in process.clocks.items()
        )
        wrong.compare(rule, "clocks", clocks, row["clocks"])
        wrong.compare(rule, "in force", str(process.in_force or ""), row["in_force"])
        wrong.compare(rule, "in force until", str(process.in_force_until or ""), row["until"])
        wrong.compare(rule, "status", process.status.value, row["status"])
        wrong.cited(rule, process.citation, row["cites"])
    wrong.none()


def test_matrix(rules, numbers):
    wrong, rows = Differences(), table("matrix")
    wrong.compare("table", "rows", len(rows), len(rules.processes))
    for row in rows:
        cells = rules.matrix.cells[numbers[row["number"]]]
        for data_class in DataClass:
            letter, *notes = row[data_class].split()
            cell, place = cells[data_class], f"{row['number']} {data_class}"
            wrong.compare(place, "cell", cell.cell.value, letter)
            noted = re.findall(r"\d+", cell.rule) if cell.rule.startswith("note") else []
            wrong.compare(place, "notes", noted, notes)
    wrong.none()


def test_cells_of_other_entities(rules, numbers):
    wrong = Differences()
    for row in table("elsewhere"):
        process, of = numbers[row["number"]], row["of"]
        if of.startswith("class "):
            cell = rules.matrix.eu_cells[process][EuClass(of[-1])]
        else:
            cell = cell_for_class(rules, process, DataClass(of), row["entity_in"])
        wrong.compare(f"{row['number']} in {row['entity_in']}", of, cell.cell.value, row["cell"])
    wrong.none()


def test_questions(rules, numbers):
    wrong, rows = Differences(), table("questions")
    wrong.compare("table", "ids", set(rules.questions), {row["id"] for row in rows})
    for row in rows:
        question, rule = rules.questions[row["id"]], row["id"]
        wrong.compare(rule, "asked of", set(question.processes), names(row["asked_of"], numbers))
        wrong.compare(rule, "severity", question.severity.value, row["severity"])
        milder = {
            process: severity
            for part in filter(None, row["severity_in"].split(";"))
            for severity, of in [part.split("=")]
            for process in names(of, numbers)
        }
        said = {process: severity.value for process, severity in question.severity_in.items()}
        wrong.compare(rule, "severity for some", said, milder)
        wrong.compare(rule, "reversed", question.reversed, row["reversed"] == "yes")
        wrong.compare(rule, "reminder", question.reminder, row["reminder"] == "yes")
        stops = question.stops
        stopped = {*stops.classes, *stops.categories, *stops.eu_classes}
        stopped |= {"excess"} if stops.excess else set()
        stopped |= {"release"} if stops.release else set()
        wrong.compare(rule, "stops", stopped, set(row["stops"].split()))
        wrong.compare(rule, "gag", question.gag or "", row["gag"])
        eased = f"{question.eased.severity} {question.eased.when}" if question.eased else ""
        wrong.compare(rule, "eased", eased, row["eased"])
        wrong.compare(rule, "States", set(question.states), set(row["states"].split()))
        of, _, states = row["also"].partition(" @ ")
        also = {process: frozenset(states.split()) for process in names(of, numbers)}
        wrong.compare(rule, "asked too of", dict(question.also), also)
        if row["letter"] and not question.letter:
            wrong.append(f"{rule} has no sentence for a letter")
        wrong.compare(rule, "status", question.status.value, row["status"])
        wrong.cited(rule, question.citation, row["cites"])
    wrong.none()


#: the first words by which the rulebook says the least process of a column
LEAST = {
    "subpoena": r"a( narrow)? subpoena",
    "order": r"an? (court )?order",
    "warrant": r"a warrant",
    "tracking": r"a tracking warrant",
    "wiretap": r"a wiretap order",
    "pen-trap": r"a pen/trap order",
    "lawyer": r"a lawyer decides",
    "refuse": r"refused",
    "none": r"none",
}


def test_categories(rules, numbers):
    wrong, rows = Differences(), table("categories")
    wrong.compare("table", "ids", set(rules.categories), {row["id"] for row in rows})
    for row in rows:
        category, rule = rules.categories[row["id"]], row["id"]
        wrong.compare(rule, "class", category.data_class or "", row["class"])
        wrong.compare(rule, "never produced", category.never, not row["class"])
        wrong.compare(rule, "class of Annex I", category.eu_class or "", row["eu_class"])
        for column in ("us", "california", "other"):
            said, least = category.least.get(column, ""), row[f"least_{column}"]
            if bool(said) is not bool(least) or (least and not re.match(LEAST[least], said)):
                wrong.append(f"{rule} least {column}: says {said!r}, the reference {least!r}")
        lawyer = {
            column: frozenset(names(of, numbers))
            for part in filter(None, row["lawyer_except"].split("|"))
            for column, of in [part.split(":")]
        }
        wrong.compare(rule, "a lawyer decides", dict(category.escalate), lawyer)
        flagged = {flag.id for flag in rules.flags.values() if row["id"] in flag.categories}
        missing = {flag for flag in row["flags"].split(";") if flag} - flagged
        wrong.compare(rule, "flags that are missing", missing, set())
        wrong.compare(rule, "status", category.status.value, row["status"])
    wrong.none()


def test_clocks(rules):
    wrong, rows = Differences(), table("clocks")
    wrong.compare("table", "ids", set(rules.clocks), {row["id"] for row in rows})
    for row in rows:
        clock, rule = rules.clocks[row["id"]], row["id"]
        for key in ("regime", "outer", "release", "side", "status"):
            wrong.compare(rule, key, str(getattr(clock, key) or ""), row[key])
        wrong.compare(rule, "count", str(clock.count or ""), row["count"])
        wrong.cited(rule, clock.citation, row["cites"])
    wrong.none()


def test_tests_of_overbreadth(rules):
    wrong, rows = Differences(), table("factors")
    wrong.compare("table", "ids", set(rules.factors), {row["id"] for row in rows})
    for row in rows:
        factor, rule = rules.factors[row["id"]], row["id"]
        shown = set(row["shown_by"].split())
        wrong.compare(rule, "shown by a person", "person" in factor.shown_by, "person" in shown)
        wrong.compare(
            rule,
            "severity",
            set(re.findall(r"[A-Z]{4,}", factor.severity)),
            set(re.findall(r"[A-Z]{4,}", row["severity"])),
        )
        wrong.compare(rule, "status", factor.status.value, row["status"])
        wrong.cited(rule, factor.citation, row["cites"])
        for case in filter(None, row["cases"].split("; ")):
            if case.split()[-1].casefold() not in factor.citation.casefold():
                wrong.append(f"{rule} cites {factor.citation!r}, without {case}")
    wrong.none()


def test_notice(rules):
    wrong, rows = Differences(), table("notice")
    wrong.compare(
        "table", "order", list(dict.fromkeys(r.id for r in rules.notice)), [r["rule"] for r in rows]
    )
    for row in rows:
        said = [rule for rule in rules.notice if rule.id == row["rule"]]
        wrong.compare(
            row["rule"], "outcomes", {rule.outcome for rule in said}, set(row["outcomes"].split())
        )
        for rule in said:
            wrong.compare(rule.id, "status", rule.status.value, row["status"])
            wrong.cited(rule.id, rule.citation, row["cites"])
    wrong.none()


def shared_rows(pattern):
    assert SHARED is not None
    for line in (SHARED / "legal.md").read_text("utf-8").splitlines():
        if re.match(pattern, line):
            yield [cell.strip() for cell in line.strip().strip("|").split("|")]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "key", "pattern"),
    [
        ("processes", "number", r"\| P\d\d `"),
        ("matrix", "number", r"\| P\d\d \|"),
        ("questions", "id", r"\| [EXY]\d+ \|"),
        ("categories", "id", r"\| C\d\d \|"),
        ("clocks", "id", r"\| K\d\d \|"),
        ("factors", "id", r"\| O\d\d \|"),
        ("notice", "rule", r"\| N\d\d \|"),
    ],
)
def test_the_data_name_every_row_of_the_reference(name, key, pattern):
    listed = [re.match(r"\w+", row[0]).group() for row in shared_rows(pattern)]
    assert listed == [row[key] for row in table(name)]


@pytest.mark.shared
def test_the_data_give_every_letter_of_the_matrix():
    read = {row[0]: row[1:] for row in shared_rows(r"\| P\d\d \|")}
    for row in table("matrix"):
        cells = [re.findall(r"\d+(?=\))|^[YNL]", cell) for cell in read[row["number"]]]
        assert [row[one].split() for one in DataClass] == cells, row["number"]


@pytest.mark.shared
def test_the_data_name_the_reversed_questions_and_the_reminders():
    text = (SHARED / "legal.md").read_text("utf-8")
    start, end = text.index("**Reversed questions**"), text.index("The tool asks the reviewer")
    parts = text[start:end].split("Reminders without", 1)
    ids = re.compile(r"\b[EXY]\d{2,4}\b")
    for part, key in zip(parts, ("reversed", "reminder"), strict=True):
        assert set(ids.findall(part)) == {row["id"] for row in table("questions") if row[key]}
