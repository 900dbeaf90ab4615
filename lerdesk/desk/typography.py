"""How names and citations of the rulebook are written in the desk's sentences and letters."""

import re

#: first words of names that keep their capital inside a sentence
_PROPER = {
    "Alexa",
    "Australian",
    "Brazilian",
    "California",
    "Canadian",
    "European",
    "German",
    "Indian",
    "Member",
    "Reader",
}
_SECTION = re.compile(r"(U\.S\.C\.|USC|\bCode|\bC\.?F\.?R\.?) (?=\d)")
_SECOND = re.compile(r"[^;.]*?(?:, (?:and )?| and )\d{3,}")


def running(name: str) -> str:
    """A name inside a sentence: "name", but "IP addresses", "California search warrant"."""
    first = name.split(" ", 1)[0].rstrip(":,")
    if first in _PROPER or not first[:1].isalpha() or any(each.isupper() for each in first[1:]):
        return name
    return name[:1].lower() + name[1:]


def cited(citation: str) -> str:
    """A citation with the section sign that the field writes: ``18 U.S.C. § 2703(a)``, ``18 U.S.C. §§ 2703(a), 2713``.

    The rulebook's data has it without, as ``lerdesk decide`` prints it.
    """

    def signed(found: re.Match[str]) -> str:
        rest = re.split(r"U\.S\.C\.|; ", citation[found.end() :], maxsplit=1)[0]
        return f"{found[1]} {'§§' if _SECOND.match(rest) else '§'} "

    return _SECTION.sub(signed, citation)
