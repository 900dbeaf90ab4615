"""Account numbers, orders, devices, gift cards, parcels, addresses on the network: by label and by form."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lerdesk.intake.case import Case, one_line, ordinary_case
from lerdesk.intake.dates import DATE, parse
from lerdesk.intake.found import FoundIdentifier, simple
from lerdesk.intake.papers import Paper
from lerdesk.intake.people import PHONE

if TYPE_CHECKING:
    from lerdesk.domain.fact import JsonValue

ORDER = re.compile(
    r"(?<![\d\-])\d{3}-\d{7}-\d{7}(?![\d\-])|(?<![\w\-])D\d{2}-\d{7}-\d{7}(?![\d\-])"
)
CODE = r"(?=[\w\-]*\d)[A-Z0-9][A-Z0-9_\-]{3,30}[A-Z0-9]"
#: letters may stand before the figures with a space between
_SPACED = rf"(?:(?-i:[A-Z]{{1,4}})\s(?=\d{{3}}))?{CODE}"
_ANY_CODE = re.compile(_SPACED, re.IGNORECASE)
_WHO = (
    r"(?:customer|account|seller|buyer|merchant|subscriber|user|member|advertis\w+|store|publisher"
    r"|vendor|client|profile|Northwind|marketplace|shopper|loyalty|rewards?|host(?:ing)?|login)"
)
_ACCOUNT = re.compile(
    (
        rf"\b{_WHO}(?:\s+{_WHO})?\s*(?:account\s*)?(?:ID|Id|id|identifier|identification"
        r"|identification\s+number|number|no\.?|num\.?|\#|token)(?:s|\(s\))?(?:\s+(?:is|of|numbers?))"
        rf"?\s*[:#]?[\s\t]*(?P<value>{_SPACED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_SPACED})*)"
    ),
    re.IGNORECASE,
)
#: a name in quotation marks after what kind of name it is
_QUOTED = re.compile(
    r"\b(?:accounts?|customers?|tenants?|workspaces?|users?|profiles?|pages?|shops?|stores?|business(?:es)?|sellers?|vendors?|merchants?|buyers?|a/?k/?a"
    r"|aliases|alias|listings?|subscribers?|members?|known(?:\s+on\s+[\w\s]{2,20}?)?\s+as|(?:history|records?|information|registration)\s+(?:of|for))\s*(?:named?|called|known\s+as|of|is|,)?\s*[“\"](?P<value>[^”\"\n]{2,50}?)[,.]?[”\"]",
    re.IGNORECASE,
)
#: an account named by its bare handle: it has a figure or a low line, or is hyphenated in small letters
_HANDLE = (
    r"(?:(?=[\w.\-/]*[\d_])[A-Za-z0-9][\w.\-/]{3,40}\w|[a-z]{2,}(?:-[a-z0-9]{2,}){2,})(?![\w@])"
)
_BARE = re.compile(
    r"\b(?i:accounts?|(?:following\s+accounts?[^.;:\n]{0,60}|accounts?[^.;:\n]{0,90}\(the\s+[“\"](?:\w+\s+)?accounts?[”\"]\))\s*:)\s+(?:[\w.+\-]{1,64}@[\w.\-]{1,64}(?:,\s+(?:and\s+)?|\s+and\s+)){0,6}"
    rf"(?P<value>{_HANDLE}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_HANDLE})*)"
)
_HOST = re.compile(
    r"\b(?:domains?(?:\s+names?)?|hosts?(?:\s?names?)?|(?:web\s?)?sites?|servers?)(?:\s+at)?\s*:?\s*[“\"<]?"
    r"(?P<value>(?:[^\W_][\w\-]{0,40}\.){1,4}[a-z]{2,12})(?![\w@])|"
    r"\b(?:registration|DNS|WHOIS|hosting)\s+(?:data|records?|information)\s+(?:for|of)\s+[“\"]?"
    r"(?P<value2>(?:[^\W_][\w\-]{0,40}\.){1,4}[a-z]{2,12})(?![\w@])",
    re.IGNORECASE,
)
_AWS = re.compile(
    (
        r"\b(?:AWS[\w\-]{0,12}(?:\s+\w+)?|Amazon\s+Web\s+Services|cloud)\s+account\s*(?:ID|number|no\.?|\#)"
        r"?s?\s*[:#]?\s*(?P<value>\d{4}-?\d{4}-?\d{4}(?:(?:,\s*(?:and\s+)?|\s+and\s+)\d{4}-?\d{4}-?\d{4})*)\b"
    ),
    re.IGNORECASE,
)
_USER = re.compile(
    (
        r"\b(?:(?:signs?|signed|logs?|logged)\s+(?:in|on)\s+as|goes\s+by|user\s?names?|screen\s?names?|gamer\s?tags?|handles?|login(?:\s+name)?|user\s*-?id)\s*(?:is|of)"
        r"?\s*[:\t]?\s*(?P<quote>[“\"'‘])?(?P<value>@?[A-Za-z][\w.\-]{2,30}[A-Za-z0-9])"
    ),
    re.IGNORECASE,
)
_SHOP = re.compile(
    (
        r"\b(?:seller\s+account|display\s+names?|shop(?:\s+name)?|store\s?front|store\s+name|seller\s+name"
        r"|business\s+name|trading\s+(?:as|name)|doing\s+business\s+as|d/b/a|reviewer|listing)\s*(?:is|of"
        r"|named|called|known\s+as)?\s*[:\t]?\s*[“\"](?P<value>[^”\"\n]{2,50}(?:\n[^”\"\n]{1,40})?)"
        r"[,.]?[”\"]"
    ),
    re.IGNORECASE,
)
#: a firm's name without quotation marks
_TRADES_AS = re.compile(
    r"\b(?i:trading\s+as|doing\s+business\s+as|d/b/a)\s+"
    r"(?P<value>[A-Z][\w&’'-]*(?:[ \n](?:[A-Z&][\w&’'-]*|of|and|the)){0,4})"
)
_SERIAL = re.compile(
    (
        r"\b(?:serial\s*(?:number|no\.?|\#)?s?(?:\s*\(DSN\))?|DSN|IMEI|device\s+ID|MAC(?:\s+address)?)"
        rf"\s*(?:is|of)?\s*[:#]?\s*(?P<value>(?:(?:[0-9A-F]{{2}}:){{5}}[0-9A-F]{{2}}|{CODE})"
        rf"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){CODE})*)"
    ),
    re.IGNORECASE,
)
_DEVICE_LABEL = re.compile(
    (
        rf"(?:(?:^|\n)[^\n\t]{{0,40}}(?:device|speaker|camera|tablet|e-?reader|doorbell)"
        rf"[^\n\t]{{0,30}}\t\s*|\b(?:device|speaker|camera|tablet|e-?reader|doorbell)\s+(?=[A-Z0-9]+-[A-Z0-9]+-))(?P<value>{CODE})"
    ),
    re.IGNORECASE,
)
_IP = re.compile(
    r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)"
    r"|(?<![\w:])(?:[0-9a-fA-F]{1,4}:){2,7}(?::?[0-9a-fA-F]{1,4}){1,6}(?![\w:])|(?<![\w:])"
    r"(?:[0-9a-fA-F]{1,4}:){1,6}:(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,5})(?![\w:])"
)
_GIFT = re.compile(
    r"(?<![\w\-])(?:GC[A-Z]?[\-\s]?[A-Z0-9]{3,6}(?:-[A-Z0-9]{3,6}){1,4}"
    r"|[A-Z0-9]{4}-[A-Z0-9]{4,6}-[A-Z0-9]{4}(?:-[A-Z0-9]{4})?)(?![\w\-])"
)
_TRACK = re.compile(
    r"(?<![\w\-])(?:1Z[A-Z0-9]{16}|TBA\d{9,14}|[A-Z]{2,4}\d{8,16}[A-Z]{0,3}|9[1-5]\d{18,24}|\d{12,22})(?![\w\-])"
)
_URL = re.compile(r"https?://[^\s<>“”\"]+|(?<![\w@.])www\.[^\s<>“”\"]+")


def coded(case: Case, paper: Paper, text: str) -> list[FoundIdentifier]:
    """What a paper's words name by label or by form; ``text`` is the paper's, unticked boxes blanked."""
    return [
        *_labelled(paper, text),
        *_devices(paper, text),
        *_goods(paper, text),
        *_network(case, paper, text),
    ]


def _value(kind: str, match: re.Match[str], base: int) -> FoundIdentifier:
    return simple(kind, match["value"], base + match.start("value"), base + match.end("value"))


def _whole(kind: str, match: re.Match[str], base: int) -> FoundIdentifier:
    return simple(kind, match[0], base + match.start(), base + match.end())


def _labelled(paper: Paper, text: str) -> Iterator[FoundIdentifier]:
    base = paper.start
    for match in _ACCOUNT.finditer(text):
        if text[max(0, match.start() - 4) : match.start()].strip() == "AWS":
            continue
        for code in _ANY_CODE.finditer(match["value"]):
            if looks_like_code(code[0]):
                at = base + match.start("value") + code.start()
                yield simple("account_id", code[0], at, at + len(code[0]))
    for match in _AWS.finditer(text):
        for number in re.finditer(r"[\d-]+", match["value"]):
            at = base + match.start("value") + number.start()
            yield simple("aws_account_id", number[0], at, at + len(number[0]))
    for match in _USER.finditer(text):
        word = match["value"]
        quoted = bool(match["quote"]) and text[match.end("value") :][:1] in "”\"'’,"
        handle = quoted or (re.search(r"[\d_.\-@]", word) and word.lower() not in _LABELS)
        if handle and text[match.end("value") :][:1] != "@":
            yield _value("account_id", match, base)
    yield from _by_name(text, base)
    yield from _by_form(text, base)
    yield from _listed(text, base)
    for match in _TRADES_AS.finditer(text):
        yield simple(
            "other", one_line(match["value"]), base + match.start("value"), base + match.end()
        )
    for match in _SHOP.finditer(text):
        name = ordinary_case(one_line(match["value"]).rstrip(",."))
        yield simple("other", name, base + match.start("value"), base + match.end("value"))


#: a number whose label follows it in brackets
_BEFORE_LABEL = re.compile(
    rf"(?<![\w\-@.])(?P<value>{CODE})\s+\((?:the\s+)?(?:\d{{1,2}}-digit\s+)?{_WHO}(?:\s+account)?\s*(?:numbers?|ID|no\.)\)",
    re.IGNORECASE,
)
#: a user name of joined words
_CAMEL = re.compile(
    r"\b(?i:users?(?:\s?names?)?|handles?|gamertags?|screen\s?names?)\s+(?P<value>(?!Ma?c[A-Z])[A-Z][a-z]+(?:[A-Z][a-z]+)+\d*)(?![\w@])"
)
#: not what stands for a mail host
_AT_SIGN = re.compile(
    r"(?<![\w.@/+\-])@(?!\w+(?:\.\w+)*\.(?i:com|org|net|gov|edu|mil|us|io|co|uk|eu)\b)[A-Za-z][\w.]{2,30}\w(?![@\w])"
)
#: what a label for all that is asked about brings in, whatever its kind
_TARGETS = re.compile(
    r"(?:^|\n)\W*(?:targets?|selectors?|identifiers?|subject\s+accounts?|target\s+accounts?|accounts?)(?:\s*\(s\))?"
    r"\s*:\s*(?P<value>[^\n]{5,300})",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"(?<![\w@.\-])(?=[A-Z0-9\-_]*[A-Z])(?=[A-Z0-9\-_]*\d)[A-Z0-9][A-Z0-9_\-]{6,30}[A-Z0-9](?![\w@.\-])"
)


def _listed(text: str, base: int) -> Iterator[FoundIdentifier]:
    for match in _TARGETS.finditer(text):
        for code in _MIXED.finditer(text, match.start("value"), match.end("value")):
            if looks_like_code(code[0]) and not (
                _GIFT.fullmatch(code[0]) or _TRACK.fullmatch(code[0])
            ):
                yield _whole("account_id", code, base)


def _by_form(text: str, base: int) -> Iterator[FoundIdentifier]:
    for match in _BEFORE_LABEL.finditer(text):
        if looks_like_code(match["value"]):
            yield _value("account_id", match, base)
    for match in _CAMEL.finditer(text):
        yield _value("account_id", match, base)
    for match in _AT_SIGN.finditer(text):
        yield _whole("account_id", match, base)


_LABELS = frozenset(
    {"e-mail", "log-in", "log-ins", "sub-account", "non-content", "call-back", "ip"}
)


def _by_name(text: str, base: int) -> Iterator[FoundIdentifier]:
    """Accounts and shops by the name that they go under, hosts by theirs."""
    for match in _in_quotes(text):
        word = match["value"].strip()
        if _WHO_IS.match(match[0]) and _FULL_NAME.fullmatch(word):
            at = base + match.start("value")
            value: dict[str, JsonValue] = {
                "kind": "person",
                "value": ordinary_case(word),
                "dob": None,
                "address": None,
            }
            yield FoundIdentifier(value, at, at + len(word))
            continue
        if re.fullmatch(r"[A-Za-z0-9][\w.\-]*", word) and re.search(r"[\d_.\-]|^[a-z]", word):
            yield simple(
                "account_id",
                word,
                base + match.start("value"),
                base + match.start("value") + len(word),
            )
        elif " " in word and word[:1].isupper() and not _DEFINES.match(word):
            yield simple(
                "other", word, base + match.start("value"), base + match.start("value") + len(word)
            )
    for match in _BARE.finditer(text):
        for each in re.finditer(_HANDLE, match["value"]):
            word = each[0]
            named = looks_like_code(word) or re.search(r"_|-[a-z]", word)
            number = parse(word) or PHONE.fullmatch(word)
            if named and not number and word.lower() not in _LABELS:
                at = base + match.start("value") + each.start()
                yield simple("account_id", word, at, at + len(word))
    for match in _HOST.finditer(text):
        group = "value" if match["value"] else "value2"
        yield simple("url", match[group], base + match.start(group), base + match.end(group))


#: whom, not what, the name in quotation marks names
_WHO_IS = re.compile(
    r"(?:customers?|subscribers?|buyers?|mailed|shipped|sent|addressed)\b", re.IGNORECASE
)
#: who sent or was sent something
_SENT = re.compile(
    r"\b(?:mailed|shipped|sent|addressed)\s+(?:(?:by|to|from)(?:\s+(?:or|and)\s+(?:by|to|from))?)\s+[“\"](?P<value>[^”\"\n]{2,50}?)[,.]?[”\"]",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(r"[A-ZÀ-Ý][\w’'\-]+(?: [A-Z]\.)?(?: [A-ZÀ-Ý][\w’'\-]+){1,2}")
#: what kind of name it is may follow it
_LABEL_AFTER = re.compile(
    r"[“\"](?P<value>[^”\"\n]{2,50}?)[,.]?[”\"]\s*\((?:the\s+)?(?:display|user|screen|shop|store|profile|seller)\s*name\)",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"\s*,?\s*(?:or|and|a/?k/?a|/)\s*[“\"](?P<value>[^”\"\n]{2,50}?)[,.]?[”\"]", re.IGNORECASE
)


def _in_quotes(text: str) -> Iterator[re.Match[str]]:
    """Names in quotation marks after what they name, and those that follow: "one" or "other"."""
    for first in (*_QUOTED.finditer(text), *_LABEL_AFTER.finditer(text), *_SENT.finditer(text)):
        match: re.Match[str] | None = first
        while match is not None:
            yield match
            match = _ALSO.match(text, match.end())


#: words in quotation marks that a paper defines for itself
_DEFINES = re.compile(
    r"(?:the\s+)?(?:target|subject|seller|account|accounts|provider|user|warrant|order|affidavit|original)\b",
    re.IGNORECASE,
)


_ISSUED = re.compile(r"officer|detective|deputy|department|agent|badge", re.IGNORECASE)


def _devices(paper: Paper, text: str) -> Iterator[FoundIdentifier]:
    for pattern in (_SERIAL, _DEVICE_LABEL):
        for match in pattern.finditer(text):
            # officers have serial numbers too
            if _ISSUED.search(text[max(0, match.start() - 60) : match.start()]):
                continue
            for code in re.finditer(r"[\w\-:]+", match["value"]):
                if re.search(r"\d", code[0]):
                    at = paper.start + match.start("value") + code.start()
                    yield simple("device_serial", code[0], at, at + len(code[0]))


def looks_like_code(value: str) -> bool:
    """Whether a word may be an account's number: long enough, with figures, and nothing else known."""
    return (
        len(re.sub(r"\W", "", value)) >= 5
        and bool(re.search(r"\d", value))
        and not re.fullmatch(DATE, value)
        and not ORDER.fullmatch(value)
        and not re.fullmatch(r"\d{12}", value)
    )


def _goods(paper: Paper, text: str) -> Iterator[FoundIdentifier]:
    for match in ORDER.finditer(text):
        yield _whole("order_number", match, paper.start)
    for match in _GIFT.finditer(text):
        before = text[max(0, match.start() - 200) : match.start()]
        named = match[0].startswith("GC") or re.search(
            r"gift|claim\s+code|redempt", before, re.IGNORECASE
        )
        device = re.search(r"serial|device|speaker", before[-40:], re.IGNORECASE)
        if named and not device and re.search(r"\d", match[0]):
            yield _whole("gift_card", match, paper.start)
    for match in _TRACK.finditer(text):
        before = text[max(0, match.start() - 160) : match.start()]
        named = match[0].startswith(("1Z", "TBA")) or re.search(
            r"track|waybill|shipment|parcel", before, re.IGNORECASE
        )
        account = re.search(r"account\s*(?:ID|number)?\s*$", before, re.IGNORECASE)
        if named and not account and re.search(r"\d{6}", match[0]):
            yield _whole("tracking_number", match, paper.start)


_WHERE_TO = re.compile(
    r"upload|portal|via|submit|secure|deliver|produc\w+\s+to|located\s+at|available\s+at|form",
    re.IGNORECASE,
)


def _network(case: Case, paper: Paper, text: str) -> Iterator[FoundIdentifier]:
    base = paper.start
    for match in _IP.finditer(text):
        if re.fullmatch(r"\d{1,2}(?::\d{2}){1,3}", match[0]):  # an hour
            continue
        value: dict[str, JsonValue] = {"kind": "ip_address", "value": match[0]}
        if moment := _moment(text[match.end() : match.end() + 90]):
            value["at"] = moment
        yield FoundIdentifier(value, base + match.start(), base + match.end())
    for match in _URL.finditer(text):
        start, _ = case.sentence(base + match.start())
        if not _WHERE_TO.search(case.text[start : base + match.start()]):
            yield simple("url", match[0].rstrip(".,;)"), base + match.start(), base + match.end())


_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*\(?(UTC|GMT|Z\b|[ECMP][SD]T)?",
    re.IGNORECASE,
)
_OFFSETS = {
    "UTC": "+00:00",
    "GMT": "+00:00",
    "Z": "+00:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}


def _moment(after: str) -> str | None:
    """A moment right after an address: date, hour and zone; without a zone it is none."""
    day = re.match(
        rf"[\s,]*(?:port\s+\d+[\s,]*)?(?:on|at)?\s*(?P<date>{DATE})", after, re.IGNORECASE
    )
    if not day:
        return None
    clock = _CLOCK.search(after, day.end(), day.end() + 40)
    parsed = parse(day["date"])
    if not parsed or not clock:
        return None
    hour = int(clock[1]) % 24
    if clock[4]:
        hour = hour % 12 + (12 if clock[4].lower().startswith("p") else 0)
    offset = _OFFSETS.get((clock[5] or "").upper(), "")
    return f"{parsed.isoformat()}T{hour:02}:{clock[2]}:{clock[3] or '00'}{offset}"
