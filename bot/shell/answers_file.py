# mypy: disable-error-code="import-untyped"
"""The coded answers of a run beside its model: what golden questions and migration look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from bot.shell.model_folder import write_bytes
from bot.shell.sentences import Refused
from segmentation.coding import Coded
from segmentation.model import Feature, FeatureKind, Model

ANSWERS = "answers.npz"
MISSING = 255  # of a discrete answer


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """Coded answers in the order of the model's columns, and the ids of the rows."""

    coded: Coded
    ids: tuple[str, ...]


def save_answers(folder: Path, coded: Coded, ids: Sequence[str]) -> None:
    """Keep the answers as arrays; whole numbers in one byte each, measured ones in four."""
    small = [j for j, f in enumerate(coded.features) if f.width < MISSING and _is_whole(f)]
    other = [j for j in range(len(coded.features)) if j not in set(small)]
    held = np.where(np.isnan(coded.values[:, small]), MISSING, coded.values[:, small])
    file = BytesIO()
    np.savez(
        file,
        discrete=held.astype(np.uint8),
        small=np.array(small, dtype=np.int64),
        measured=coded.values[:, other].astype(np.float32),
        weights=coded.weights,
        ids=np.array([i.encode() for i in ids], dtype=np.bytes_),
    )
    write_bytes(folder / ANSWERS, file.getbuffer())


def load_answers(folder: Path, model: Model) -> KeptAnswers:
    """The answers that `save_answers` kept for this model."""
    path = folder / ANSWERS
    if not path.is_file():
        raise Refused(f"{folder} holds no {ANSWERS}; it is written by `tenkeys segment`.")
    features = tuple(column.feature for column in model.columns)
    try:
        with np.load(path, allow_pickle=False) as kept:
            small, discrete = kept["small"], kept["discrete"].astype(float)
            values = np.empty((len(discrete), len(features)))
            values[:, small] = np.where(discrete == MISSING, np.nan, discrete)
            values[:, np.setdiff1d(np.arange(len(features)), small)] = kept["measured"]
            ids = tuple(i.decode() for i in kept["ids"].tolist())
            return KeptAnswers(Coded(features, values, kept["weights"]), ids)
    except (OSError, ValueError, KeyError, IndexError, BadZipFile):
        raise Refused(f"{path} is not a file of this version of Tenkeys.") from None


def _is_whole(feature: Feature) -> bool:
    return feature.kind is not FeatureKind.NUMERIC
