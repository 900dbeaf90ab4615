"""The words of the trade that may stand in a record: closed lists, spelled as in the command line's JSON."""

from enum import StrEnum


class Answer(StrEnum):
    """An answer to a validity question, to the question as worded."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"
    NA = "na"


class Severity(StrEnum):
    """What a failed validity question does."""

    BLOCK = "BLOCK"
    ESCALATE = "ESCALATE"
    CURE = "CURE"
    WARN = "WARN"
    INFO = "INFO"


class Binding(StrEnum):
    """Whether the process is legally valid and binding; ``escalate``: a named lawyer decides."""

    YES = "yes"
    NO = "no"
    ESCALATE = "escalate"


class Outcome(StrEnum):
    """What the determination comes to; it follows from answers and items and is never typed in."""

    PRODUCE_FULL = "PRODUCE_FULL"
    PRODUCE_PARTIAL = "PRODUCE_PARTIAL"
    REJECT = "REJECT"
    CURE = "CURE"
    PRESERVE_ONLY = "PRESERVE_ONLY"
    NO_RECORDS = "NO_RECORDS"
    ESCALATE = "ESCALATE"


class DataClass(StrEnum):
    """Class of data under 18 U.S.C. ch. 121 and its neighbours; ``BUSINESS`` is the merchant's own."""

    BSI = "BSI"
    NONCONTENT = "NONCONTENT"
    BUSINESS = "BUSINESS"
    LOCATION = "LOCATION"
    CONTENT = "CONTENT"
    VIEWING = "VIEWING"
    LIVE_DRAS = "LIVE_DRAS"
    LIVE_LOCATION = "LIVE_LOCATION"
    LIVE_CONTENT = "LIVE_CONTENT"


#: classes whose disclosure is a disclosure of content (promise 2)
CONTENT_CLASSES = frozenset({DataClass.CONTENT, DataClass.LIVE_CONTENT})
LIVE_CLASSES = frozenset({DataClass.LIVE_DRAS, DataClass.LIVE_LOCATION, DataClass.LIVE_CONTENT})


class EuClass(StrEnum):
    """Regulation (EU) 2023/1543, Annex I, Section F; in rising order."""

    SUBSCRIBER = "a"
    SOLE_ID = "b"
    TRAFFIC = "c"
    CONTENT = "d"


class Cell(StrEnum):
    """One cell of the process by data-class matrix: can compel, cannot, a lawyer decides."""

    YES = "Y"
    NO = "N"
    LAWYER = "L"


class Gag(StrEnum):
    """What stands against telling the customer."""

    NONE = "NONE"
    REQUEST_ONLY = "REQUEST_ONLY"
    COURT_FIXED = "COURT_FIXED"
    COURT_INDEFINITE = "COURT_INDEFINITE"
    COURT_DEFECTIVE = "COURT_DEFECTIVE"
    STATUTORY = "STATUTORY"
    EXPIRED = "EXPIRED"


#: gags under which nobody is told
SILENT_GAGS = frozenset({Gag.COURT_FIXED, Gag.COURT_INDEFINITE, Gag.COURT_DEFECTIVE, Gag.STATUTORY})


class Proposal(StrEnum):
    """What the rulebook proposes for an item."""

    PRODUCE = "PRODUCE"
    NARROW = "NARROW"
    BLOCK = "BLOCK"
    ESCALATE = "ESCALATE"


class Decision(StrEnum):
    """What a person decided on an item."""

    PRODUCE = "produce"
    NARROW = "narrow"
    OBJECT = "object"
    NOTHING_HELD = "nothing_held"


class Family(StrEnum):
    """Families of process that the notice table asks about."""

    US_WARRANT = "US_WARRANT"
    US_2703D = "US_2703D"
    US_SUBPOENA = "US_SUBPOENA"
    US_VPPA_COURT_ORDER = "US_VPPA_COURT_ORDER"
    US_CIVIL = "US_CIVIL"
    US_PRTT = "US_PRTT"
    US_WIRETAP = "US_WIRETAP"
    NSL = "NSL"
    FISA = "FISA"
    CLOUD_ACT_ORDER = "CLOUD_ACT_ORDER"
    EPOC = "EPOC"
    EPOC_PR = "EPOC_PR"
    DSA_ART10 = "DSA_ART10"
    FOREIGN_DIRECT = "FOREIGN_DIRECT"
    EMERGENCY_US = "EMERGENCY_US"
    PRESERVATION_US = "PRESERVATION_US"
    OTHER_COURT_ORDER = "OTHER_COURT_ORDER"


class Tells(StrEnum):
    """What the failing answer to a validity question tells of the case as a whole."""

    NO_ACCOUNT = "no account"
    DOUBT = "doubt"
    VIEWING = "viewing"
    NO_ORDER = "no order"
    FOREIGN = "foreign"


class Reads(StrEnum):
    """What of an order's text proposes the answer to a validity question."""

    COURT = "court's process"
    SIGNATORY = "signatory"
    DATE = "date"
    IDENTIFIER = "identifier"
    CATEGORIES = "categories"
    PERIOD = "period"
    TIME = "time to respond"
    AUTHORITY = "authority"
    NUMBER = "case number"
    CONTACT = "contact"
    ORDER_BEHIND = "order behind the silence"
    SIGNED_FOR_COURT = "signatory and court"
    IDENTIFIER_AND_CATEGORIES = "identifier and categories"
    SERVICE = "time of service"
    EXPRESSIVE = "expressive demand"
    OTHER_STATES = "statute on other States"
    NINETY_DAYS = "silence of 90 days"
    COURT_SIGNED = "court and signatory"
    CONTENT = "content demand"
    LOCATION = "location demand"
    PERIOD_AND_IDENTIFIER = "period and identifier"
    REQUEST_ONLY = "silence asked for"
    READING = "titles demand"
    VIEWING = "viewing demand"
    IN_FORCE_STILL = "law in force still"
    LENGTH = "length of the silence"
    OVER_A_YEAR = "silence over a year"
    IN_FORCE = "law in force"


class Measure(StrEnum):
    """By what of its facts a demand shows that it reaches too far."""

    OPEN = "no first day"
    LONG = "long period"
    UNNAMED = "no account"
    MANY = "many accounts"
    NOT_REACHED = "not reached"
    TO_COME = "data to come"
    EXPRESSIVE = "expressive"
    SHORT = "short time"
    SERIAL = "serial"


class NoticeData(StrEnum):
    """Highest class of data that will be produced, as the notice table asks."""

    CONTENT = "CONTENT"
    NONCONTENT = "NONCONTENT"
    NONE = "NONE"


class Standing(StrEnum):
    """How well a rule is established: primary text read, company's own, secondary source, neither.

    In falling order of certainty.
    """

    VERIFIED = "verified"
    COMPANY = "company"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


def least_sure(*standings: Standing) -> Standing:
    """The standing of what rests on several rules: that of the least established one."""
    order = tuple(Standing)
    return max(standings, key=order.index)


class ShownBy(StrEnum):
    """What can show that a demand reaches too far."""

    WORDS = "words"
    FACTS = "facts"
    PERSON = "person"


class Regime(StrEnum):
    """How a period is counted."""

    US_R45_DAYS = "US_R45_DAYS"
    US_R45_MONTHS = "US_R45_MONTHS"
    US_R45_YEARS = "US_R45_YEARS"
    US_R45_HOURS = "US_R45_HOURS"
    US_R45_BACK = "US_R45_BACK"
    US_R45_MIN = "US_R45_MIN"
    FIXED_DATE = "FIXED_DATE"
    CAL_DAYS = "CAL_DAYS"
    CAL_MONTHS = "CAL_MONTHS"
    CAL_YEARS = "CAL_YEARS"
    INCL_DAYS = "INCL_DAYS"
    INCL_MONTHS = "INCL_MONTHS"
    BIZ_DAYS = "BIZ_DAYS"
    EU_STRICT = "EU_STRICT"
    EU_1182 = "EU_1182"
    EU_HOURS_STRICT = "EU_HOURS_STRICT"
    EU_HOURS_1182 = "EU_HOURS_1182"
    EU_WORKDAYS = "EU_WORKDAYS"


class Side(StrEnum):
    """Whose deadline it is and which reading of it is the safe one."""

    DUTY = "duty"
    RELEASE = "release"
    CHECK = "check"
    GATE = "gate"
    WATCH = "watch"
    FLAG = "flag"
    PUBLISH = "publish"


class DeadlineKind(StrEnum):
    """Kinds of deadline that a determination gives."""

    RESPONSE = "response"
    OBJECTION = "objection"
    PRESERVATION_END = "preservation_end"
    SILENCE_END = "silence_end"
    GATE = "gate"


class LetterKind(StrEnum):
    """Papers that go out, as the command line names them."""

    ACKNOWLEDGEMENT = "acknowledgement"
    DEFICIENCY = "deficiency"
    OBJECTION = "objection"
    PARTIAL = "partial"
    FULL = "full"
    NOTHING_HELD = "nothing-held"
    PRESERVATION = "preservation"
    NOTICE = "notice"


class Status(StrEnum):
    """What a request waits for; worked out from what is recorded."""

    NEW = "new"
    REVIEW = "review"
    APPROVAL = "approval"
    NOTICE = "notice"
    WAITING = "waiting"
    ANSWER = "answer"
    DISCLOSE = "disclose"
    SILENT = "silent"
    CLOSED = "closed"
