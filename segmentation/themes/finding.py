# mypy: disable-error-code="import-untyped"
"""Themes are looked for in the texts of one question, and given up where shuffled words do as well.

Spectral clustering (Ng, Jordan, Weiss 2001) of the graph of 15 nearest neighbours; the number by
the silhouette (Rousseeuw 1987), held against the same search in texts of shuffled words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from threadpoolctl import threadpool_limits

from segmentation.coding import Floats, Ints
from segmentation.themes.naming import names_of
from segmentation.themes.values import DIGITS, Theme, Themes
from segmentation.themes.vectors import Encoder, Lexicon, encoded, meanings, points_of
from segmentation.themes.wording import TEXTS_MIN, has_content, plain_text

FIT_MAX = 2_000  # different texts that centres are learned from
NULL_MAX = 300  # different texts in each search that shuffled words are held against
SHUFFLES = 5
MARGIN = 1.5  # over the best shuffled silhouette; see docs/decisions on themes
NEIGHBOURS = 15
NUMBERS = range(3, 13)
SHARE_MIN = 0.05  # of those who answered, for a theme to count
PEOPLE_MIN = 5
NEAR_QUANTILE = 0.1  # of a cluster's own texts that lie too far from its centre to count
WORDS_KEPT = 300  # buckets of a centre


@dataclass(frozen=True, slots=True)
class _Cut:
    labels: Ints
    silhouette: float


def find_themes(texts: Sequence[str], encoder: Encoder | None, seed: int = 0) -> Themes | None:
    """The themes of everybody's answers to one question, in any order; None where there are none.

    An empty text is a missing answer.
    """
    # One thread: many small products wait for each other longer than they save.
    with threadpool_limits(limits=1):
        return _find(texts, encoder, seed)


def _find(texts: Sequence[str], encoder: Encoder | None, seed: int) -> Themes | None:
    plain = sorted(text for text in map(plain_text, texts) if text)
    told = [text for text in plain if has_content(text)]
    if len(told) < TEXTS_MIN:
        return None
    rng = np.random.default_rng(seed)
    unique = _some(sorted(set(told)), FIT_MAX, rng)
    if len(unique) < TEXTS_MIN or not _beats_shuffles(unique, encoder, rng, seed):
        return None
    lexicon = Lexicon.of(unique)
    cut = _best(points_of(encoder, unique), seed)
    counts = Counter(told)
    names = names_of(unique, cut.labels, [counts[text] for text in unique])
    found = _themes(unique, cut.labels, names, lexicon, encoder, len(plain))
    return _common(replace(found, told=len(told)), plain, encoder)


def _themes(
    texts: Sequence[str],
    labels: Ints,
    names: Sequence[str],
    lexicon: Lexicon,
    encoder: Encoder | None,
    answered: int,
) -> Themes:
    """Every cluster as a theme, whatever its size."""
    rows, seen = lexicon.rows(texts), encoded(encoder, texts)
    middle = seen.mean(axis=0).round(DIGITS)
    meant = meanings(seen, middle)
    centres = []
    for label in range(int(labels.max()) + 1):
        mine = np.flatnonzero(labels == label)
        mean = meant[mine].mean(axis=0)
        lexical = np.asarray(rows[mine].mean(axis=0)).ravel()
        kept = np.sort(np.argsort(-lexical, kind="stable")[:WORDS_KEPT])
        words = {int(b): round(float(lexical[b]), DIGITS) for b in kept if lexical[b] > 0}
        size = float(np.sqrt((mean**2).sum() + (lexical**2).sum())) or 1.0
        centres.append((tuple((mean / size).round(DIGITS).tolist()), words, size))
    raw = Themes(
        encoder=encoder.name if encoder else "",
        rarity=tuple(lexicon.rarity.tolist()),
        middle=tuple(middle.tolist()),
        answered=answered,
        keys_given=len(names),
        themes=tuple(
            Theme(
                key=str(place),
                name=name,
                meaning=mean,
                words={b: round(w / size, DIGITS) for b, w in words.items()},
                near=0.0,
                people=0,
            )
            for place, (name, (mean, words, size)) in enumerate(
                zip(names, centres, strict=True), start=1
            )
        ),
    )
    own = raw.scores(texts, encoder)
    near = [float(np.quantile(own[labels == j, j], NEAR_QUANTILE)) for j in range(len(names))]
    return _replaced(raw, near, [0] * len(names), [True] * len(names))


def _common(found: Themes, plain: Sequence[str], encoder: Encoder | None) -> Themes | None:
    """Only what enough people speak of, the commonest first; None where nothing is left."""
    counts = Counter(name for told in found.told_by(plain, encoder) for name in told or ())
    floor = max(PEOPLE_MIN, SHARE_MIN * found.answered)
    people = [counts[theme.name] for theme in found.themes]
    kept = _replaced(
        found, [t.near for t in found.themes], people, [count >= floor for count in people]
    )
    return kept if len(kept.themes) > 1 else None


def _replaced(
    themes: Themes, near: Sequence[float], people: Sequence[int], keep: Sequence[bool]
) -> Themes:
    changed = [
        replace(t, near=round(n, DIGITS), people=p)
        for t, n, p, kept in zip(themes.themes, near, people, keep, strict=True)
        if kept
    ]
    changed.sort(key=lambda theme: (-theme.people, theme.name))
    return replace(themes, themes=tuple(changed))


def _beats_shuffles(
    texts: Sequence[str], encoder: Encoder | None, rng: np.random.Generator, seed: int
) -> bool:
    """Whether the texts fall apart better than texts of the same lengths from shuffled words."""
    some = _some(texts, NULL_MAX, rng)
    found = _silhouette(some, encoder, seed)
    lengths = np.cumsum([len(text.split()) for text in some])[:-1]
    pool = np.array([word for text in some for word in text.split()])
    for _ in range(SHUFFLES):
        parts = np.split(rng.permutation(pool), lengths)
        if found < MARGIN * _silhouette([" ".join(part) for part in parts], encoder, seed):
            return False
    return True


def _silhouette(texts: Sequence[str], encoder: Encoder | None, seed: int) -> float:
    return _best(points_of(encoder, texts), seed).silhouette


def _best(points: Floats, seed: int) -> _Cut:
    """The cut of the graph of neighbours whose parts lie apart best."""
    import warnings

    from sklearn.cluster import KMeans
    from sklearn.manifold import spectral_embedding
    from sklearn.metrics import silhouette_score
    from sklearn.neighbors import kneighbors_graph
    from sklearn.preprocessing import normalize

    graph = kneighbors_graph(points, NEIGHBOURS)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Graph is not fully connected")
        axes = spectral_embedding(
            (graph + graph.T) / 2,
            n_components=NUMBERS.stop - 1,
            random_state=seed,
            drop_first=False,
        )
    cuts = []
    for number in NUMBERS:
        seen = normalize(axes[:, :number])
        labels = KMeans(number, n_init=3, random_state=seed).fit_predict(seen)
        score = silhouette_score(points, labels) if labels.max() > 0 else -1.0
        cuts.append(_Cut(labels, float(score)))
    return max(cuts, key=lambda cut: cut.silhouette)


def _some(texts: Sequence[str], most: int, rng: np.random.Generator) -> Sequence[str]:
    """At most so many of the texts, drawn by lot, in their order."""
    if len(texts) <= most:
        return texts
    return [texts[i] for i in np.sort(rng.choice(len(texts), most, replace=False))]
