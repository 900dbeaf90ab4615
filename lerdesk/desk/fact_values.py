"""A fact's value as a person reads and types it: words for each field, and back."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from lerdesk.base.errors import UserFacingError
from lerdesk.base.text import clean
from lerdesk.base.written import day_words
from lerdesk.desk.place_names import LANGUAGES, PLACES, coded, named
from lerdesk.domain.fact import FIELDS, JsonValue

#: field: label, one line of help
LABELS: Mapping[str, tuple[str, str]] = {
    "process_type": ("Kind of process", "The instrument, such as Federal search warrant."),
    "issuing_authority": ("Issued by", "The court or authority that issued it, as written."),
    "court": ("Court", "The court's name."),
    "jurisdiction": (
        "Jurisdiction",
        "A State, such as Washington, a country, or US where it is federal.",
    ),
    "case_number": ("Case number", "Docket, warrant or subpoena number, without its label."),
    "date_issued": ("Issued on", "The date of the instrument itself, such as 18 Nov 2026."),
    "signatory": ("Signed by", "The printed name of who signed, without rank."),
    "addressee": ("Addressed to", "The company's name as the paper addresses it."),
    "agency": ("Agency", "The investigating agency that asks or is to receive the data."),
    "requester": ("Requester", "Name, title, e-mail, telephone, badge, unit, postal address."),
    "statute": ("Statute", "A provision as cited, such as 18 U.S.C. § 2703(d)."),
    "identifier": ("Account", "E-mail, telephone, order number, IP address or person."),
    "data_category": ("Data asked for", "A data category, such as C13."),
    "period": ("Period", "From and to, such as 1 Jan 2025 to 30 Jun 2025."),
    "date_due": ("Due on", "The date that the paper itself fixes."),
    "due_in": ("Due within", "Such as 14 days from service."),
    "nondisclosure": ("Silence", "Order until 3 Nov 2027; order for 1 year; request; order."),
    "sealed": ("Sealed", "Yes or no."),
    "emergency": ("Emergency", "Yes or no."),
    "language": ("Language", "Such as English."),
}

#: fields whose values are codes, shown and typed in words
_NAMES = {"language": LANGUAGES, "jurisdiction": PLACES}

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})|([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})"
    r"|(\d{1,2})(?:st|nd|rd|th)? (?:day of )?([A-Za-z]{3,9})\.?,? (\d{4})|(\d{1,2})/(\d{1,2})/(\d{4})"
)


def label(field: str) -> str:
    """The field's name on the screen."""
    return LABELS[field][0]


def help_line(field: str) -> str:
    """One line of help for whoever types a value."""
    return LABELS[field][1]


def iso_day_words(text: JsonValue) -> str:
    """An ISO date in the screen's form; anything else as it is."""
    try:
        return day_words(date.fromisoformat(str(text)))
    except ValueError:
        return str(text)


def value_words(field: str, value: JsonValue) -> str:
    """The value as a reader reads it."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if field in {"date_issued", "date_due"}:
        return iso_day_words(value)
    if field in _NAMES:
        return named(_NAMES[field], clean(str(value)))
    if isinstance(value, Mapping):
        return _WORDS.get(field, _joined)(value)
    return clean(str(value))


def _joined(value: Mapping[str, JsonValue]) -> str:
    return "; ".join(clean(str(part)) for part in value.values() if part)


def _requester_words(value: Mapping[str, JsonValue]) -> str:
    badge = f"badge {value['badge']}" if value.get("badge") else ""
    parts = [value.get(key) for key in ("name", "title", "email", "phone")]
    parts += [badge, value.get("unit"), value.get("address")]
    return ", ".join(clean(str(part)) for part in parts if part)


def _period_words(value: Mapping[str, JsonValue]) -> str:
    start, end = value.get("from"), value.get("to")
    if not start and not end:
        return clean(str(value.get("words") or ""))
    head = iso_day_words(start) if start else "the beginning"
    tail = iso_day_words(end) if end else "the present"
    return f"{head} to {tail}"


def _due_words(value: Mapping[str, JsonValue]) -> str:
    unit = str(value.get("unit") or "days").replace("_", " ")
    unit = unit.removesuffix("s") if value.get("count") == 1 else unit
    return f"{value.get('count')} {unit} from {value.get('from') or 'receipt'}"


def _identifier_words(value: Mapping[str, JsonValue]) -> str:
    text = clean(str(value.get("value") or ""))
    extra = [
        f"born {iso_day_words(value['dob'])}" if value.get("dob") else "",
        value.get("address") or "",
    ]
    at = f"at {value['at']}" if value.get("at") else ""
    return ", ".join(clean(str(part)) for part in (text, *extra, at) if part)


def _silence_words(value: Mapping[str, JsonValue]) -> str:
    kind = {"order": "Order", "request": "Request", "statute": "By statute"}.get(
        str(value.get("kind")), "Order"
    )
    if value.get("until"):
        return f"{kind} until {iso_day_words(value['until'])}"
    if value.get("duration"):
        return f"{kind} for {clean(str(value['duration']))}"
    return f"{kind} without an end"


_WORDS = {
    "period": _period_words,
    "due_in": _due_words,
    "identifier": _identifier_words,
    "nondisclosure": _silence_words,
    "requester": _requester_words,
}


def parse(field: str, words: str) -> JsonValue:
    """What a person typed or marked, as the field's value.

    Raises:
        UserFacingError: the words are no value of this field.
    """
    text = " ".join(clean(words, limit=2000).split())
    if field not in FIELDS:
        raise UserFacingError(f"There is no field {field}.")
    if not text:
        raise UserFacingError(f"{label(field)} is empty.", do="Type a value, or dismiss the fact.")
    if field in _NAMES:
        return coded(_NAMES[field], text)
    if field in _PARSERS:
        return _PARSERS[field](text)
    return text


def parse_date(text: str) -> date:
    """A date in any form that an order writes in English.

    Raises:
        UserFacingError: no date, or an impossible one.
    """
    found = _DATE.search(text)
    try:
        if found is None:
            raise ValueError
        y1, m1, d1, name2, d2, y2, d3, name3, y3, m4, d4, y4 = found.groups()
        if y1:
            return date(int(y1), int(m1), int(d1))
        if y4:
            return date(int(y4), int(m4), int(d4))
        name = (name2 or name3).lower()
        month = _MONTHS.index(name[:3]) + 1
        return date(int(y2 or y3), month, int(d2 or d3))
    except ValueError:
        raise UserFacingError(
            f"“{clean(text, limit=60)}” is no date.", do="Type it as 18 Nov 2026."
        ) from None


def _iso_day(text: str) -> str:
    """An ISO date where the words are a date; a year alone stays a year."""
    try:
        return parse_date(text).isoformat()
    except UserFacingError:
        return text


def _parse_day(text: str) -> JsonValue:
    return parse_date(text).isoformat()


def _parse_yes(text: str) -> JsonValue:
    lower = text.lower()
    return lower not in {"no", "false", "n", "not sealed", "unsealed"}


def _parse_period(text: str) -> JsonValue:
    dates = [found.group(0) for found in _DATE.finditer(text)]
    if len(dates) >= 2:
        start, end = parse_date(dates[0]), parse_date(dates[1])
        if start > end:
            raise UserFacingError("The period ends before it begins.", do="Mend one of the dates.")
        return {"from": start.isoformat(), "to": end.isoformat(), "words": text}
    if len(dates) == 1:
        day = parse_date(dates[0]).isoformat()
        if re.match(
            r"(?i)(until|up to|through|before|from (inception|the beginning)|the beginning)", text
        ):
            return {"from": None, "to": day, "words": text}
        return {"from": day, "to": None, "words": text}
    return {"from": None, "to": None, "words": text}


def _parse_due_in(text: str) -> JsonValue:
    found = re.search(r"(?i)(\d+)\s*(business|working)?\s*(days?|hours?|weeks?)", text)
    if found is None:
        raise UserFacingError(
            f"“{text}” is no length of time.", do="Type it as 14 days from service."
        )
    count, unit = int(found.group(1)), found.group(3).lower().rstrip("s")
    if unit == "week":
        count, unit = count * 7, "day"
    name = "business_days" if found.group(2) and unit == "day" else f"{unit}s"
    start = next((w for w in ("service", "issue", "receipt") if w in text.lower()), "receipt")
    return {"count": count, "unit": name, "from": start}


def _parse_silence(text: str) -> JsonValue:
    lower = text.lower()
    kind = "request" if "request" in lower else "statute" if "statut" in lower else "order"
    found = _DATE.search(text)
    duration = re.search(
        r"(?i)(?:for\s+)?((?:\d+|one|two|six|ninety)\s+(?:days?|months?|years?))", text
    )
    until = parse_date(text).isoformat() if found else None
    return {
        "kind": kind,
        "until": until,
        "duration": duration.group(1) if duration and not until else None,
        "indefinite": not until and not duration,
        "statute": None,
    }


def _parse_requester(text: str) -> JsonValue:
    street = re.search(r"[,;]\s*(\d+[\w-]*\s+[A-Za-z][^@]*|P\.? ?O\.? Box[^@]*)$", text)
    text = text[: street.start()] if street else text
    email = re.search(r"[\w.+-]+@[\w.-]+\w", text)
    phone = re.search(r"\+?\(?\d[\d() .-]{6,}\d", text)
    badge = re.search(r"(?i)badge\s*(?:no\.?|number|#)?\s*([\w-]+)", text)
    rest = text
    for found in (email, phone, badge):
        rest = rest.replace(found.group(0), "") if found else rest
    parts = [part.strip() for part in re.split(r"[;,]", rest) if part.strip()]
    asker: dict[str, JsonValue] = {
        "name": parts[0] if parts else None,
        "title": parts[1] if len(parts) > 1 else None,
        "email": email.group(0) if email else None,
        "phone": phone.group(0).strip() if phone else None,
        "badge": badge.group(1) if badge else None,
    }
    if len(parts) > 2:
        asker["unit"] = ", ".join(parts[2:])
    if street:
        asker["address"] = street.group(1).strip(" .")
    return asker


_IDENTIFIERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"^[^\s@]+@[^\s@]+\.\w+$")),
    ("url", re.compile(r"(?i)^(https?://|www\.)\S+$")),
    (
        "ip_address",
        re.compile(r"^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7})$"),
    ),
    ("order_number", re.compile(r"^\d{3}-\d{7}-\d{7}$")),
    ("aws_account_id", re.compile(r"^(\d{12}|\d{4}-\d{4}-\d{4})$")),
    ("phone", re.compile(r"^\+?\(?\d[\d() .-]{6,}\d$")),
    ("person", re.compile(r"^[A-Z][\w.'’-]+( [A-Z][\w.'’-]*)+(, born .+)?$")),
)


def _parse_identifier(text: str) -> JsonValue:
    kind = next((name for name, form in _IDENTIFIERS if form.match(text)), "account_id")
    if kind == "person" and ", born " in text:
        name, born = text.split(", born ", 1)
        return {"kind": kind, "value": name, "dob": _iso_day(born)}
    return {"kind": kind, "value": text}


_PARSERS = {
    "date_issued": _parse_day,
    "date_due": _parse_day,
    "sealed": _parse_yes,
    "emergency": _parse_yes,
    "period": _parse_period,
    "due_in": _parse_due_in,
    "nondisclosure": _parse_silence,
    "requester": _parse_requester,
    "identifier": _parse_identifier,
}


def choices(words: str) -> tuple[tuple[str, str, str], ...]:
    """For words marked on the page: field, label and help, best guesses first."""
    text = " ".join(words.split())
    guesses: list[str] = []
    if _DATE.search(text):
        both = len(list(_DATE.finditer(text))) > 1
        guesses += (
            ["period", "date_issued", "date_due"] if both else ["date_issued", "date_due", "period"]
        )
    if any(form.match(text) for _, form in _IDENTIFIERS):
        guesses += ["identifier"]
    if "§" in text or re.search(r"(?i)u\.?s\.?c|penal code|rcw|rule \d", text):
        guesses += ["statute"]
    if re.search(r"(?i)\bcourt\b", text):
        guesses += ["court", "issuing_authority"]
    if re.search(r"\d+-|:\d", text):
        guesses += ["case_number"]
    ordered = list(dict.fromkeys([*guesses, *FIELDS]))
    return tuple((field, *LABELS[field]) for field in ordered)


def iso_moment(text: str) -> datetime:
    """An ISO moment with an offset.

    Raises:
        UserFacingError: it is none.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise UserFacingError(
            f"“{clean(text, limit=60)}” is no moment with an offset.",
            do="Write it as 2026-11-23T09:15:00-08:00.",
        )
    return moment
