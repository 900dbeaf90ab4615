"""The validity questions as rows: group heads and questions, with the words that each shows and speaks."""

from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from lerdesk.desk.review import QuestionView, ReadPlace, ReminderView
from lerdesk.domain.fact import Evidence
from lerdesk.domain.vocabulary import Answer
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.inline import Run
from lerdesk.ui.widgets.tips import tip

ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex

_SPOKEN = {"yes": "yes", "no": "no", "unclear": "unclear", "na": "not applicable"}


@dataclass(frozen=True)
class Head:
    """The head of a group."""

    words: str


Row = Head | QuestionView | ReminderView


def evidence_of(question: QuestionView) -> Evidence | None:
    """The place that the page shows for a question."""
    return question.evidence[0].evidence if question.evidence else None


def proposed_answer(question: QuestionView) -> Answer | None:
    """What is set before a person; None where the proposal is not certain and they say it themselves."""
    proposal = question.proposal
    return proposal.answer if proposal is not None and proposal.certain else None


def sign_of(question: QuestionView) -> tuple[str, str]:
    """Sign and colour token of a question's state."""
    if question.answer is None:
        return ("open", "quiet") if proposed_answer(question) is None else ("proposed", "accent")
    if question.warns:
        return ("triangle", "late" if _stops(question) else "warning")
    if question.answer is Answer.UNCLEAR:
        return "half", "warning"
    return "check", "good"


def state_of(question: QuestionView) -> tuple[str, str]:
    """The state's word, where a question is not plainly answered, and its colour token."""
    if question.answer is None:
        if question.proposal is None:
            return "Open", "text"
        return ("Proposed" if question.proposal.certain else "Suggested"), "text"
    if question.warns:
        return question.severity, "late" if _stops(question) else "warning"
    return ("Unclear", "warning") if question.answer is Answer.UNCLEAR else ("", "text")


def _stops(question: QuestionView) -> bool:
    """Nothing is disclosed under an order that fails it."""
    return question.severity.startswith("Not ")


def quoted(words: str) -> str:
    """In typographic quotation marks, without the comma that follows in the order's own sentence."""
    return f"“{' '.join(words.split()).rstrip(' ,;:')}”"


def _place(place: ReadPlace, number: int, token: str = "text") -> list[Run]:
    page = Run(f"p. {place.evidence.page}", "accent", link=f"evidence:{number}")
    return [page, Run("  "), Run(f"{quoted(place.evidence.quote)} ", token)]


def _tells(place: ReadPlace) -> bool:
    """Whether the fact's value says more than the order's own words."""
    return bool(place.label) and place.words.casefold() not in place.evidence.quote.casefold()


def second_line(question: QuestionView) -> tuple[Run, ...]:
    """What stands below a question that is not current: state, place, quote or reason."""
    runs: list[Run] = []
    word, token = state_of(question)
    if word:
        runs += [Run(word, token, 500), Run("  ")]
    if question.evidence:
        runs += _place(question.evidence[0], 0, "quiet")
    elif question.note:
        runs.append(Run(quoted(question.note), "quiet"))
    elif question.proposal is not None:
        runs.append(Run(question.proposal.reason, "quiet"))
    elif question.answer is None:
        runs.append(Run("Nothing in the order answers this.", "quiet"))
    elif question.by:
        runs.append(Run(f"Answered by {question.by}", "quiet"))
    return tuple(runs)


def reason_lines(question: QuestionView) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """Label and words of each line of the current question's reason."""
    lines: list[tuple[str, tuple[Run, ...]]] = []
    if question.proposal is not None:
        word = {"yes": "Yes.", "no": "No.", "unclear": "Unclear.", "na": "Not applicable."}[
            question.proposal.answer.value
        ]
        reason = f" {question.proposal.reason}" if question.proposal.reason else ""
        said = "Proposed" if question.proposal.certain else "Suggested"
        lines.append((said, (Run(word, weight=600), Run(reason))))
    for number, place in enumerate(question.evidence):
        named = [Run(f"{place.label}: {place.words}  ", "quiet")] if _tells(place) else []
        lines.append(("" if number else "Evidence", (*_place(place, number), *named)))
    if not question.evidence and question.answer is None and question.proposal is None:
        lines.append(("Evidence", (Run("Nothing in the order answers this.", "quiet"),)))
    if question.rule_words and question.rule_words != question.severity:
        lines.append(("Rule", (Run(question.rule_words),)))
    lines.append(("The law", (Run(question.law_words or question.citation),)))
    if question.if_failed:
        lines.append(("If it fails", (Run(question.if_failed),)))
    if question.by and question.answer is not None:
        lines.append(("Answered", (Run(f"by {question.by}", "quiet"),)))
    return tuple(lines)


def spoken(question: QuestionView) -> str:
    """A question as a screen reader says it."""
    word, _ = state_of(question)
    if question.answer is not None:
        state = f"Answered {_SPOKEN[question.answer.value]}"
        state += f", {word.lower()}" if word else ""
    elif question.proposal is not None:
        said = _SPOKEN[question.proposal.answer.value]
        state = f"{state_of(question)[0]} {said}: {question.proposal.reason}"
    else:
        state = "Open"
    law = f"{question.citation}, {question.law}" if question.citation else question.law
    fails = f"If it fails: {question.severity.lower()}"
    return ". ".join(part for part in (question.question, state, law, fails) if part)


class QuestionsModel(QAbstractListModel):
    """Heads and questions in the rulebook's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._rows: list[Row] = []
        super().__init__(parent)

    def show(
        self, questions: tuple[QuestionView, ...], reminders: tuple[ReminderView, ...] = ()
    ) -> None:
        """Show these; rows that stay keep their selection. A group's reminders stand at its end."""
        rows: list[Row] = []
        asked = dict.fromkeys(question.group for question in questions)
        for group in dict.fromkeys([*asked, *(each.group for each in reminders)]):
            rows.append(Head(group))
            rows += [question for question in questions if question.group == group]
            rows += [each for each in reminders if each.group == group]
        same = [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if same:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> "Row | None":
        """The row's value."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def question_at(self, index: Index) -> QuestionView | None:
        """The row's question, unless it is a head."""
        row = self.row_at(index)
        return row if isinstance(row, QuestionView) else None

    def find(self, question_id: str) -> QModelIndex:
        """Where a question stands; invalid if it is not asked."""
        for place, row in enumerate(self._rows):
            if isinstance(row, QuestionView) and row.id == question_id:
                return self.index(place)
        return QModelIndex()

    def take(self, question_id: str, answer: Answer) -> None:
        """Paint an answer before the store has it; the next ``show`` is what holds."""
        index = self.find(question_id)
        question = self.question_at(index)
        if question is None:
            return
        proposal = question.proposal
        warns = (
            question.warns
            if question.answer is answer
            else bool(
                proposal is not None and answer is not proposal.answer and answer is Answer.NO
            )
        )
        self._rows[index.row()] = replace(question, answer=answer, warns=warns, by=None)
        self.dataChanged.emit(index, index)

    def next_open(self, after: int, step: int = 1, *, any_state: bool = False) -> QModelIndex:
        """The next question in a direction, open ones only unless ``any_state``; invalid at the end."""
        place = after + step
        while 0 <= place < len(self._rows):
            row = self._rows[place]
            if isinstance(row, QuestionView) and (any_state or row.answer is None):
                return self.index(place)
            place += step
        return QModelIndex()

    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Heads and questions."""
        return 0 if parent.isValid() else len(self._rows)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye and for a screen reader."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.question if isinstance(row, QuestionView) else row.words
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, QuestionView):
            return tip(f"{row.question} If it fails: {row.if_failed}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(row, ReminderView):
                return f"{row.words} {row.citation}, {row.law}"
            return row.words if isinstance(row, Head) else spoken(row)
        return None

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are not chosen."""
        if isinstance(self.row_at(index), QuestionView):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


def _key(row: Row) -> str:
    return row.id if isinstance(row, QuestionView) else f"{type(row).__name__}:{row.words}"
