"""How hard a passphrase is to guess, by zxcvbn's estimate. Owned by the store, which must stand behind it."""

WORDS = ("very weak", "weak", "fair", "good", "strong")

#: zxcvbn reads no more than this; what follows makes a passphrase no weaker
_READ = 72


def strength(passphrase: str) -> tuple[int, str]:
    """0 to 4 and a word for it; below 2 a store is not made."""
    from zxcvbn import zxcvbn

    if len(passphrase) < 8:
        return 0, WORDS[0]
    score = int(zxcvbn(passphrase[:_READ], user_inputs=["lerdesk", "store"])["score"])
    return score, WORDS[score]
