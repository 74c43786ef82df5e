# mypy: disable-error-code="import-untyped"
"""Texts as points: hashed words and letters, and beside them what an encoder makes of the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from segmentation.coding import Floats, Ints
from segmentation.themes.ukrainian import as_russian
from segmentation.themes.wording import is_ukrainian, stems_of

BUCKETS = 2**12  # of words, and as many of letters
LEXICAL_WEIGHT = 0.6  # of words and letters beside an encoder
LEXICAL_ROOM = 100  # dimensions of words and letters among texts that are clustered
SAID_BY_MIN = 5  # people before a word or run of letters is kept at all
Encode = Callable[[list[str]], Floats]


@dataclass(frozen=True, slots=True)
class Encoder:
    """A model of language: texts in, rows of unit length out; `name` tells it and its version."""

    name: str
    encode: Encode


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How rare each bucket is (inverse document frequency); 0: said by too few to be kept.

    Words and letters are hashed, so that nothing here can be read as anybody's answer.
    """

    rarity: Floats

    @classmethod
    def of(cls, texts: Sequence[str], said_by: int = SAID_BY_MIN) -> "Lexicon":
        """Learn from different texts what at least so many of them say."""
        said: Ints = np.asarray(_counts(texts).sum(axis=0)).ravel().astype(np.int64)
        rarity = np.log((1 + len(texts)) / (1 + said)) + 1
        return cls(np.where(said >= said_by, rarity, 0.0).round(4))

    def rows(self, texts: Sequence[str]) -> Any:
        """A sparse row of unit length for each text: stems and runs of 3-5 letters alike."""
        from scipy.sparse import hstack
        from sklearn.preprocessing import normalize

        weighed = _counts(texts).multiply(self.rarity).tocsr()
        halves = [normalize(weighed[:, :BUCKETS]), normalize(weighed[:, BUCKETS:])]
        return normalize(hstack(halves).tocsr())


def _counts(texts: Sequence[str]) -> Any:
    """Which buckets each text falls into, 1 or 0."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import HashingVectorizer

    alike = {"n_features": BUCKETS, "alternate_sign": False, "norm": None, "binary": True}
    words = HashingVectorizer(analyzer=stems_of, **alike)
    letters = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), lowercase=False, **alike)
    return hstack([words.transform(texts), letters.transform(texts)]).tocsr()


def encoded(encoder: Encoder | None, texts: Sequence[str]) -> Floats:
    """What the encoder makes of plain texts: (texts, dimensions), none without an encoder.

    The encoder at hand does not know Ukrainian: such texts are put into words it is near to.
    """
    if encoder is None:
        return np.zeros((len(texts), 0))
    known = [as_russian(text) if is_ukrainian(text) else text for text in texts]
    return np.asarray(encoder.encode(known), dtype=float)


def meanings(rows: Floats, middle: Floats) -> Floats:
    """Encoded texts by what sets them apart from the middle of all: rows of unit length."""
    from sklearn.preprocessing import normalize

    if not rows.shape[1]:
        return rows
    found: Floats = normalize(rows - middle)
    return found


def points_of(encoder: Encoder | None, texts: Sequence[str]) -> Floats:
    """Points of unit length to cluster: meaning, and words and letters in 100 dimensions.

    They know rare words too, since none of this is kept.
    """
    from sklearn.preprocessing import normalize

    rows = encoded(encoder, texts)
    meant = meanings(rows, rows.mean(axis=0))
    flat = LEXICAL_WEIGHT * normalize(_drawn(Lexicon.of(texts, 1).rows(texts)))
    points: Floats = normalize(np.hstack([meant, flat]))
    return points


def _drawn(rows: Any) -> Floats:
    """Sparse rows in their LEXICAL_ROOM main directions, by the products of each two: exact, and
    with some hundred texts of thousands of buckets a hundred times faster than a drawn SVD."""
    from scipy.linalg import eigh

    count = rows.shape[0]
    first = max(count - LEXICAL_ROOM, 0)
    sizes, axes = eigh((rows @ rows.T).toarray(), subset_by_index=[first, count - 1])
    drawn: Floats = axes * np.sqrt(np.maximum(sizes, 0.0))
    return drawn
