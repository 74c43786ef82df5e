"""Names of themes: the words that a theme says more often than the others do (c-TF-IDF)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from segmentation.coding import Ints
from segmentation.themes.values import NAMELESS
from segmentation.themes.vectors import SAID_BY_MIN
from segmentation.themes.wording import STOP, stem_of, words_of

WORDS_MAX = 2  # Names stand on buttons of a phone, two themes in one of a segment.
WORD_CHARS_MIN = 3
BETWEEN = " · "


def names_of(texts: Sequence[str], labels: Ints) -> list[str]:
    """A name of one or two words for each cluster, each name once.

    Grootendorst 2022, by texts that hold a stem: share in the cluster times log(1 + 1 / share in
    all). Only stems that SAID_BY_MIN texts hold are told, in their commonest form; a cluster
    without any has a number for a name.
    """
    clusters: list[Counter[str]] = [Counter() for _ in range(int(labels.max()) + 1)]
    forms: dict[str, Counter[str]] = {}
    for text, label in zip(texts, labels, strict=True):
        words = [w for w in words_of(text) if len(w) >= WORD_CHARS_MIN and w not in STOP]
        clusters[label].update({stem_of(word) for word in words})
        for word in words:
            forms.setdefault(stem_of(word), Counter())[word] += 1
    everywhere: Counter[str] = sum(clusters, Counter())
    telling = [_telling(counts, everywhere, len(texts)) for counts in clusters]
    names: dict[int, str] = {}
    # Whoever says a word most has the first claim to it.
    for place in sorted(
        range(len(clusters)), key=lambda j: (-max(telling[j].values(), default=0), j)
    ):
        name = _free(tuple(telling[place]), forms, names.values())
        names[place] = name or f"{NAMELESS}{place + 1}"
    return [names[place] for place in range(len(clusters))]


def _telling(counts: Counter[str], everywhere: Counter[str], texts: int) -> dict[str, float]:
    """The stems that may be told, with how much each tells, the most telling first."""
    worth = {
        stem: count * log(1 + texts / everywhere[stem])
        for stem, count in counts.items()
        if everywhere[stem] >= SAID_BY_MIN and count > 1
    }
    return dict(sorted(worth.items(), key=lambda each: (-each[1], each[0])))


def _free(ranked: Sequence[str], forms: dict[str, Counter[str]], taken: Iterable[str]) -> str:
    """The first name that no other theme has."""
    told = [min(forms[stem], key=lambda f: (-forms[stem][f], f)) for stem in ranked]
    for first in range(max(len(told) - WORDS_MAX, 0) + 1):
        name = BETWEEN.join(told[first : first + WORDS_MAX])
        if name not in taken:
            return name
    return ""
