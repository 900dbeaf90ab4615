"""Dates and counts as American and British papers write them."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
#: a month's name
MONTH = _MONTH
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
    "twenty-ninth thirtieth thirty-first"
)
_ORDINAL_WORDS = _ORDINALS.split()
_OUR_LORD = r"(?:A\.?\s?D\.?\s*,?\s*)?"
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_YEAR = rf"(?:\d{{4}}|two\s+thousand(?:\s+and)?\s+twenty(?:[-\s](?:{'|'.join(_ONES)}))?)"
_DAY_OF = r"(?:(?:day\s+)?of\s+)?"
_DAY_WORD = "|".join(sorted(_ORDINAL_WORDS, key=len, reverse=True))

#: any date in one of the known forms; read it with ``parse``
DATE = (
    rf"(?i:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\s*,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_DAY_OF}{_MONTH}\s*,?\s+{_OUR_LORD}{_YEAR}"
    rf"|(?:{_DAY_WORD})\s+day\s+of\s+{_MONTH}\s*,?\s+{_OUR_LORD}{_YEAR}"
    r"|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})"
    r"|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?!-))(?!\d)"
)
_DATE = re.compile(rf"\b{DATE}", re.IGNORECASE)
_WORDY = re.compile(rf"({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(\d{{4}})", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+{_DAY_OF}({_MONTH})\s*,?\s+{_OUR_LORD}({_YEAR})",
    re.IGNORECASE,
)
_DAY_IN_WORDS = re.compile(
    rf"({_DAY_WORD})\s+day\s+of\s+({_MONTH})\s*,?\s+{_OUR_LORD}({_YEAR})", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FIGURES = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})")

_SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_NUMBER_WORDS = {word: number for number, word in enumerate(_SMALL_NUMBERS.split())} | {
    "twenty-one": 21,
    "twenty-four": 24,
    "twenty-five": 25,
    "twenty-eight": 28,
    "thirty": 30,
    "thirty-five": 35,
    "forty": 40,
    "forty-five": 45,
    "forty-eight": 48,
    "fifty": 50,
    "sixty": 60,
    "seventy-two": 72,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "one hundred twenty": 120,
    "one hundred eighty": 180,
}
#: a count in figures or words, with the other form beside it in brackets
COUNT = (
    r"(?:\d{1,3}|(?:one hundred (?:twenty|eighty)|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen)(?:[-\s](?:one|two|four|five|eight))?)"
    r"(?:\s*\(\s*[\w\-]{1,14}\s*\))?"
)


@dataclass(frozen=True)
class Found:
    """A date and where it stands in the text."""

    start: int
    end: int
    day: date


def parse(text: str) -> date | None:
    """The date that ``text`` is, month before day in figures; None where it is none."""
    if match := _WORDY.fullmatch(text):
        return _made(match[3], _month(match[1]), match[2])
    if match := _DAY_FIRST.fullmatch(text):
        return _made(match[3], _month(match[2]), match[1])
    if match := _DAY_IN_WORDS.fullmatch(text):
        return _made(match[3], _month(match[2]), str(_ORDINAL_WORDS.index(match[1].lower()) + 1))
    if match := _ISO.fullmatch(text):
        return _made(match[1], int(match[2]), match[3])
    if match := _FIGURES.fullmatch(text):
        first, second, year = int(match[1]), match[2], match[3]
        return _made(year, first, second) or _made(year, int(second), str(first))
    return None


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Found]:
    """Every date within a stretch of the text."""
    found = []
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        day = parse(match[0])
        if day is not None:
            found.append(Found(match.start(), match.end(), day))
    return found


def count(text: str) -> int | None:
    """The number that a count such as ``fourteen (14)`` or ``10`` gives."""
    cleaned = re.sub(r"\s*\(.*", "", text.strip(), flags=re.DOTALL).lower()
    cleaned = re.sub(r"\s+", " ", cleaned)
    if cleaned.isdigit():
        return int(cleaned)
    return _NUMBER_WORDS.get(cleaned) or _NUMBER_WORDS.get(cleaned.replace(" ", "-"))


def _month(name: str) -> int:
    short = name.lower().rstrip(".")[:3]
    return next(number for number, full in enumerate(_MONTHS, 1) if full.startswith(short))


def _made(year: str, month: int, day: str) -> date | None:
    if year.isdigit():
        whole = int(year) + (2000 if len(year) == 2 else 0)
    else:
        last = re.split(r"[-\s]+", year.lower())[-1]
        whole = 2020 + (_ONES.index(last) + 1 if last in _ONES else 0)
    try:
        return date(whole, month, int(day))
    except ValueError:
        return None
