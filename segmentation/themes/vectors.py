# mypy: disable-error-code="import-untyped"
"""Texts as points: hashed words and letters, and beside them what an encoder makes of the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from segmentation.coding import Floats, Ints
from segmentation.themes.wording import is_ukrainian, stems_of

BUCKETS = 2**12  # of words, and as many of letters
LEXICAL_WEIGHT = 0.6  # of words and letters beside an encoder
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


def meanings(encoder: Encoder | None, texts: Sequence[str]) -> Floats:
    """What the encoder makes of plain texts: (texts, dimensions), none without an encoder.

    Rows of Ukrainian texts are zero: the encoder at hand does not know the language.
    """
    if encoder is None:
        return np.zeros((len(texts), 0))
    found = np.asarray(encoder.encode(list(texts)), dtype=float)
    found[[is_ukrainian(text) for text in texts]] = 0.0
    return found


def points_of(encoder: Encoder | None, texts: Sequence[str], seed: int) -> Floats:
    """Points of unit length to cluster: meaning, and words and letters in 100 dimensions.

    They know rare words too, since none of this is kept.
    """
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    room = min(100, len(texts) - 1)
    drawn = TruncatedSVD(room, random_state=seed).fit_transform(Lexicon.of(texts, 1).rows(texts))
    flat = LEXICAL_WEIGHT * normalize(drawn)
    points: Floats = normalize(np.hstack([meanings(encoder, texts), flat]))
    return points
