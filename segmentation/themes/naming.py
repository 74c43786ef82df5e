"""Names of themes: the words that a theme says more often than the others do (c-TF-IDF)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from segmentation.coding import Ints
from segmentation.themes.families import family_name, family_of
from segmentation.themes.values import NAMELESS
from segmentation.themes.vectors import SAID_BY_MIN
from segmentation.themes.wording import STOP, language_of, stem_of, words_of

WORDS_MAX = 2  # Names stand on buttons of a phone, two themes in one of a segment.
WORD_CHARS_MIN = 3
SHARE_MIN = 0.15  # of those who speak of a theme, for a word to name it
SECOND_MIN = 0.5  # of what the first word tells, for a second one beside it
BETWEEN = " · "

Root = str | int
"""A stem, or the place of a family of words that mean alike."""


@dataclass(slots=True)
class _Said:
    """Who said what: people by root, and by the forms and the stems in which they said it."""

    clusters: list[Counter[Root]]
    people: list[int]
    forms: dict[Root, Counter[str]] = field(default_factory=dict)
    stems: dict[Root, Counter[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Sequence[str], labels: Ints, counts: Sequence[int]) -> "_Said":
        """Of each text so many people."""
        number = int(labels.max()) + 1
        found = cls([Counter() for _ in range(number)], [0] * number)
        for text, label, people in zip(texts, labels, counts, strict=True):
            words = [w for w in words_of(text) if len(w) >= WORD_CHARS_MIN and w not in STOP]
            for root in {_root(word) for word in words}:
                found.clusters[label][root] += people
            found.people[label] += people
            for word in set(words):
                found.forms.setdefault(_root(word), Counter())[word] += people
            for stem, root in {(stem_of(word), _root(word)) for word in words}:
                found.stems.setdefault(root, Counter())[stem] += people
        return found


def _root(word: str) -> Root:
    family = family_of(word)
    return stem_of(word) if family is None else family


def names_of(texts: Sequence[str], labels: Ints, people: Sequence[int] | None = None) -> list[str]:
    """A name of one or two words for each cluster, each name once; of each text so many `people`.

    Grootendorst 2022, by people who say a root: share in the cluster times log(1 + 1 / share in
    all). Only what SAID_BY_MIN people say is told: a stem in its commonest form, a family in that
    of its stem if so many say just this one, else under its own name. A cluster without any has a
    number for a name.
    """
    said = _Said.of(texts, labels, people or [1] * len(texts))
    everywhere: Counter[Root] = sum(said.clusters, Counter())
    language = language_of(texts)
    telling = [
        _telling(counts, everywhere, sum(said.people), size)
        for counts, size in zip(said.clusters, said.people, strict=True)
    ]
    names: dict[int, str] = {}
    # Whoever says a word most has the first claim to it.
    for place in sorted(
        range(len(telling)), key=lambda j: (-max(telling[j].values(), default=0), j)
    ):
        told = {_told(root, said, language): worth for root, worth in telling[place].items()}
        names[place] = _free(told, names.values()) or f"{NAMELESS}{place + 1}"
    return [names[place] for place in range(len(telling))]


def _telling(
    counts: Counter[Root], everywhere: Counter[Root], people: int, size: int
) -> dict[Root, float]:
    """The roots that may be told, with how much each tells, the most telling first."""
    worth = {
        root: count * log(1 + people / everywhere[root])
        for root, count in counts.items()
        if everywhere[root] >= SAID_BY_MIN and count > 1 and count >= SHARE_MIN * size
    }
    return dict(sorted(worth.items(), key=lambda each: (-each[1], str(each[0]))))


def _told(root: Root, said: _Said, language: str) -> str:
    """The word by which a root is called."""
    forms = said.forms[root]
    if isinstance(root, int):
        stem, people = min(said.stems[root].items(), key=lambda each: (-each[1], each[0]))
        if people < max(SAID_BY_MIN, said.stems[root].total() / 2):
            return family_name(root, language)
        forms = Counter({form: n for form, n in forms.items() if stem_of(form) == stem})
    return min(forms, key=lambda form: (-forms[form], form))


def _free(told: Mapping[str, float], taken: Iterable[str]) -> str:
    """The first name that no other theme has; a second word only where it tells much too."""
    words = list(told)
    for first, word in enumerate(words):
        beside = words[first + 1 : first + WORDS_MAX]
        strong = [each for each in beside if told[each] >= SECOND_MIN * told[word]]
        name = BETWEEN.join((word, *strong))
        if name not in taken:
            return name
    return ""
