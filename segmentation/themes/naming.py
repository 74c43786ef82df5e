"""Names of themes: the words that a theme says more often than the others do (c-TF-IDF)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from segmentation.coding import Ints
from segmentation.themes.vectors import SAID_BY_MIN
from segmentation.themes.wording import STOP, stem_of, words_of

WORDS_MAX = 3
WORD_CHARS_MIN = 3
BETWEEN = " · "


def names_of(texts: Sequence[str], labels: Ints) -> list[str]:
    """A name of two or three words for each cluster, each name once.

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
    taken: set[str] = set()
    names: list[str] = []
    for counts in clusters:
        ranked = sorted(
            (stem for stem in counts if everywhere[stem] >= SAID_BY_MIN and counts[stem] > 1),
            key=lambda stem: (-counts[stem] * log(1 + len(texts) / everywhere[stem]), stem),
        )
        name = _free(ranked, forms, taken) or f"№ {len(names) + 1}"
        taken.add(name)
        names.append(name)
    return names


def _free(ranked: Sequence[str], forms: dict[str, Counter[str]], taken: Iterable[str]) -> str:
    """The first name that no other theme has."""
    told = [min(forms[stem], key=lambda f: (-forms[stem][f], f)) for stem in ranked]
    for first in range(max(len(told) - WORDS_MAX, 0) + 1):
        name = BETWEEN.join(told[first : first + WORDS_MAX])
        if name not in taken:
            return name
    return ""
