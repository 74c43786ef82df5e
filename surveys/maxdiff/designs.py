"""Which items stand together in each set: every item as often, every pair as often as can be.

Nothing is left to chance: the same numbers and the same version give the same sets for ever.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

Sets = tuple[tuple[int, ...], ...]
"""Items by their place in the survey, set by set, in the order in which they are shown."""

VERSIONS = 24  # Different designs for different people, so that no order favours anything.
TRIES = 16  # Of a design, before the most balanced one is taken.
SHOWN_EACH = 3  # How often everybody meets each item, where the author does not say.
SETS_MAX = 20


def sets_needed(items: int, per_set: int) -> int:
    """How many sets show every item three times."""
    return min(-(-SHOWN_EACH * items // per_set), SETS_MAX)


@lru_cache(maxsize=512)
def design(items: int, per_set: int, sets: int, version: int) -> Sets:
    """The sets of that version: how often two items are shown differs by one at most."""
    tries = (_try(items, per_set, sets, f"{version}|{number}") for number in range(TRIES))
    return min(tries, key=_imbalance)


def pairs(sets: Sets) -> Counter[tuple[int, int]]:
    """How often each pair is shown together."""
    return Counter(pair for shown in sets for pair in combinations(sorted(shown), 2))


def _try(items: int, per_set: int, sets: int, about: str) -> Sets:
    """One set after another: always the items shown least, then those least seen together."""
    shown: Counter[int] = Counter()
    together: Counter[tuple[int, int]] = Counter()
    made: list[tuple[int, ...]] = []
    for number in range(sets):
        chosen: list[int] = []
        while len(chosen) < per_set:
            chosen.append(_next(items, chosen, shown, together, f"{about}|{number}"))
            shown[chosen[-1]] += 1
        together.update(combinations(sorted(chosen), 2))
        made.append(tuple(sorted(chosen, key=lambda item: _lot(f"{about}|{number}|at", item))))
    return tuple(made)


def _next(
    items: int,
    chosen: Sequence[int],
    shown: Counter[int],
    together: Counter[tuple[int, int]],
    about: str,
) -> int:
    def reluctance(item: int) -> tuple[int, int, bytes]:
        met = sum(together[min(item, other), max(item, other)] ** 2 for other in chosen)
        return shown[item], met, _lot(about, item)

    return min((item for item in range(items) if item not in chosen), key=reluctance)


def _imbalance(sets: Sets) -> int:
    """Large where some pairs meet much more often than others."""
    return sum(count**3 for count in pairs(sets).values())


def _lot(about: str, item: int) -> bytes:
    return blake2b(f"{about}|{item}".encode(), digest_size=8).digest()
