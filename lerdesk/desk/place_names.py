"""Languages and jurisdictions in words, and back: ``en`` is English, ``US-WA`` Washington, ``DE`` Germany.

Codes after ISO 639-1 and ISO 3166; a code that has no words here is shown as it is.
"""

from collections.abc import Mapping

FEDERAL = "United States, federal"

_LANGUAGES = (
    "bg Bulgarian|cs Czech|da Danish|de German|el Greek|en English|es Spanish|et Estonian|fi Finnish|fr French"
    "|ga Irish|hi Hindi|hr Croatian|hu Hungarian|it Italian|ja Japanese|ko Korean|lt Lithuanian|lv Latvian|mt Maltese"
    "|nl Dutch|no Norwegian|pl Polish|pt Portuguese|ro Romanian|ru Russian|sk Slovak|sl Slovenian|sv Swedish"
    "|tr Turkish|uk Ukrainian|zh Chinese"
)
_STATES = (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida"
    "|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine"
    "|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska"
    "|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio"
    "|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas"
    "|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC District of Columbia"
    "|PR Puerto Rico|GU Guam|VI U.S. Virgin Islands|AS American Samoa|MP Northern Mariana Islands"
)
_COUNTRIES = (
    "AR Argentina|AT Austria|AU Australia|BE Belgium|BG Bulgaria|BR Brazil|CA Canada|CH Switzerland|CL Chile|CN China"
    "|CO Colombia|CY Cyprus|CZ Czechia|DE Germany|DK Denmark|EE Estonia|ES Spain|FI Finland|FR France|GB United Kingdom"
    "|GR Greece|HK Hong Kong|HR Croatia|HU Hungary|IE Ireland|IL Israel|IN India|IS Iceland|IT Italy|JP Japan"
    "|KR South Korea|LI Liechtenstein|LT Lithuania|LU Luxembourg|LV Latvia|MT Malta|MX Mexico|MY Malaysia"
    "|NL Netherlands|NO Norway|NZ New Zealand|PE Peru|PH Philippines|PL Poland|PT Portugal|RO Romania|SE Sweden"
    "|SG Singapore|SI Slovenia|SK Slovakia|TR Türkiye|TW Taiwan|UA Ukraine|ZA South Africa"
)


def _listed(words: str, before: str = "") -> dict[str, str]:
    return {before + each.split(" ", 1)[0]: each.split(" ", 1)[1] for each in words.split("|")}


LANGUAGES: Mapping[str, str] = _listed(_LANGUAGES)
PLACES: Mapping[str, str] = {
    "US": FEDERAL,
    **_listed(_STATES, "US-"),
    **_listed(_COUNTRIES),
}


def named(names: Mapping[str, str], code: str) -> str:
    """The words of a code, or the code."""
    return names.get(code, code)


def coded(names: Mapping[str, str], words: str) -> str:
    """The code of what a person typed: words or the code itself in any case, else the words as they are."""
    text = words.casefold()
    found = next(
        (code for code, name in names.items() if text in (name.casefold(), code.casefold())), ""
    )
    return found or words
