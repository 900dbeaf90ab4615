"""Which of several ids changed their place: as few as explain the new order."""

from bisect import bisect_left


def moved(old: object, new: object) -> tuple[str, ...]:
    """A phrase for each id that stands elsewhere: ``N09 moved (stood after N08, stands after N03)``."""
    stood = [str(one) for one in old] if isinstance(old, tuple) else []
    stands = [str(one) for one in new] if isinstance(new, tuple) else []
    kept = _longest_rising([stood.index(one) for one in stands])
    return tuple(
        f"{one} moved (stood {_after(stood, one)}, stands {_after(stands, one)})"
        for one in stands
        if stood.index(one) not in kept
    )


def _after(order: list[str], one: str) -> str:
    place = order.index(one)
    return f"after {order[place - 1]}" if place else "before all others"


def _longest_rising(places: list[int]) -> frozenset[int]:
    """The longest rising subsequence: what can stay where it is."""
    ends: list[int] = []
    chains: list[tuple[int, ...]] = []
    for place in places:
        at = bisect_left(ends, place)
        chain = (*(chains[at - 1] if at else ()), place)
        ends[at : at + 1], chains[at : at + 1] = [place], [chain]
    return frozenset(chains[-1] if chains else ())
