"""The language of a text, by the small words that every text in it uses."""

from collections.abc import Sequence

_SMALL_WORDS = {
    "en": "the of and to in a is for by that on this with be or you are not from as it have which "
    "any your must was at an has shall we",
    "de": "der die und den von zu das mit des im ist für auf dem nicht ein eine werden sie nach als "
    "bei wird oder zum zur gegen über durch",
    "fr": "le la les de des et du en un une que pour par dans sur est au aux qui ne pas ou avec ce "
    "cette sont vous",
    "es": "el la los de las que y en un una del por para con se su al no es lo como más o este sus "
    "ha",
    "it": "il di che e la in un del per una i le si della non con da al dei nel sono alla delle gli "
    "ai",
    "pt": "o a de que e do da em um para os no na uma com as por dos não se ao das à ou pelo pela",
    "nl": "de van het een en in is op te dat voor met zijn niet aan door bij of om wordt die naar",
    "pl": "w i z na do o się nie jest że od dla przez art po oraz lub za ze ust",
    "sv": "och i att det som en på är av för med till den har de inte om ett från eller",
    "ru": "и в на не с по о от за для что из к при его или как до статьи",
}
_SETS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_ALL = frozenset().union(*_SETS.values())


def function_word_share(tokens: Sequence[str]) -> float:
    """Share of lower-case tokens that are small words of a language known here."""
    return sum(token in _ALL for token in tokens) / len(tokens) if tokens else 0.0


def language(tokens: Sequence[str]) -> tuple[str, float] | None:
    """ISO 639-1 code and confidence of lower-case tokens; None where too little is said."""
    if len(tokens) < 8:
        return None
    counts = {code: sum(token in words for token in tokens) for code, words in _SETS.items()}
    best = max(counts, key=lambda code: counts[code])
    share = counts[best] / len(tokens)
    if share < 0.04 or counts[best] < 3:
        return None
    return best, min(0.99, 0.6 + share)
