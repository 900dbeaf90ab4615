"""The States and their codes, and the statutes by which they reach companies of other States."""

import re

STATES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA",
    "Colorado": "CO", "Connecticut": "CT", "Delaware": "DE", "District of Columbia": "DC",
    "Florida": "FL", "Georgia": "GA", "Hawaii": "HI", "Hawai‘i": "HI", "Idaho": "ID",
    "Illinois": "IL", "Indiana": "IN", "Iowa": "IA", "Kansas": "KS", "Kentucky": "KY",
    "Louisiana": "LA", "Maine": "ME", "Maryland": "MD", "Massachusetts": "MA", "Michigan": "MI",
    "Minnesota": "MN", "Mississippi": "MS", "Missouri": "MO", "Montana": "MT", "Nebraska": "NE",
    "Nevada": "NV", "New Hampshire": "NH", "New Jersey": "NJ", "New Mexico": "NM",
    "New York": "NY", "North Carolina": "NC", "North Dakota": "ND", "Ohio": "OH",
    "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA", "Puerto Rico": "PR",
    "Rhode Island": "RI", "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN",
    "Texas": "TX", "Utah": "UT", "Vermont": "VT", "Virginia": "VA", "Washington": "WA",
    "West Virginia": "WV", "Wisconsin": "WI", "Wyoming": "WY",
}  # fmt: skip
_NAMES = "|".join(sorted((re.escape(name) for name in STATES), key=len, reverse=True))
_BY_UPPER = {name.upper(): code for name, code in STATES.items()}

#: a State's name
STATE = rf"(?:{_NAMES})"
_ISSUER = re.compile(
    rf"(?:STATE|COMMONWEALTH|PEOPLE OF THE STATE|PEOPLE)\s+OF\s+(?:THE\s+STATE\s+OF\s+)?({_NAMES})\b"
    rf"|COURT\s+OF\s+(?:THE\s+)?(?:STATE\s+OF\s+|COMMONWEALTH\s+OF\s+)?({_NAMES})\b"
    rf"|(?:COUNTY|PARISH|CITY)\s*,\s*(?:STATE\s+OF\s+)?({_NAMES})\b"
    rf"|\b({_NAMES})\s+(?:SUPERIOR|DISTRICT|CIRCUIT|SUPREME|STATE|COUNTY)\s+(?:COURT|POLICE)",
    re.IGNORECASE,
)
_ANY = re.compile(rf"\b({_NAMES})\b", re.IGNORECASE)

#: provisions on process for corporations of other States
OUT_OF_STATE = re.compile(
    r"RCW\s+10\.96|§?\s*1524\.2\b|92\.605\b|626\.18\b|19\.2-70\.3|18\.2-?152\.17|136\.583|968\.375"
    r"|\b18\.21\b|18B\.\d|Article\s+18\.21|§\s*813\.?\d*.{0,40}foreign corporation"
    r"|foreign\s+(?:corporation|business|entity|electronic)s?|out-of-state\s+(?:recipient|corporation|provider|service)"
    r"|corporations?\s+of\s+other\s+states|(?:corporation|company|provider)\s+(?:located\s+)"
    r"?outside\s+(?:of\s+)?th(?:is|e)\s+state",
    re.IGNORECASE,
)


def code_of(name: str) -> str:
    """The two letters of a State's name in any case.

    Raises:
        KeyError: it is none.
    """
    return _BY_UPPER[re.sub(r"\s+", " ", name).upper()]


def state_in(text: str) -> str | None:
    """The State whose paper this is, by its caption or its people; two letters."""
    if match := _ISSUER.search(text):
        return code_of(next(group for group in match.groups() if group))
    return None


def any_state(text: str) -> str | None:
    """The first State named at all."""
    match = _ANY.search(text)
    return code_of(match[1]) if match else None
