"""How far chance explains a difference, many of them looked at together."""

import numpy as np

from segmentation.coding import Floats


def adjusted(p_values: Floats) -> Floats:
    """Benjamini and Hochberg's correction: the false discovery rate at which each would count."""
    p = np.asarray(p_values, dtype=float)
    order = np.argsort(p, kind="stable")[::-1]
    scaled = p[order] * len(p) / np.arange(len(p), 0, -1)
    found = np.empty(len(p))
    found[order] = np.minimum(np.minimum.accumulate(scaled), 1.0)
    return found
