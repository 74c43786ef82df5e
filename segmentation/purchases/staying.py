"""How likely somebody who bought before is to come back: the BG/NBD model.

Fader, Hardie and Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2). While
alive, a person buys at a rate of their own (gamma: r, alpha); after each purchase they leave for
ever with a probability of their own (beta: a, b).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

PEOPLE_MIN = 100
REPEATERS_MIN = 20
_PENALTY = 1e-4  # Keeps the four parameters finite where the data hardly tell them.


@dataclass(frozen=True, slots=True)
class History:
    """Repeat purchases, and two ages in days: at the last purchase and now, since the first one."""

    repeats: int
    last: float
    now: float


@dataclass(frozen=True, slots=True)
class Staying:
    """The fitted model; `log_likelihood` without the penalty."""

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float

    def alive(self, history: History) -> float:
        """The probability that the person still is a customer."""
        if history.repeats == 0:
            return 1.0
        ratio = (self.alpha + history.now) / (self.alpha + history.last)
        odds: float = self.a / (self.b + history.repeats - 1) * ratio ** (self.r + history.repeats)
        return 1 / (1 + odds)


def fit(histories: Sequence[History]) -> Staying | None:
    """The likeliest parameters; None where too few people bought, or bought again."""
    repeaters = sum(history.repeats > 0 for history in histories)
    if len(histories) < PEOPLE_MIN or repeaters < REPEATERS_MIN:
        return None
    import numpy as np
    from scipy.optimize import minimize

    x, last, now = (
        np.array(column, dtype=float)
        for column in zip(*((h.repeats, h.last, h.now) for h in histories), strict=True)
    )
    scale = float(now.max()) / 10 or 1.0

    def loss(logs: Any) -> float:
        likelihood = _log_likelihood(np.exp(logs), x, last / scale, now / scale)
        return _PENALTY * float(np.exp(logs).sum()) - likelihood / len(x)

    found = minimize(loss, np.zeros(4), method="Nelder-Mead", options=_PATIENCE)
    r, alpha, a, b = (float(each) for each in np.exp(found.x))
    likelihood = _log_likelihood(np.exp(found.x), x, last / scale, now / scale)
    shift = float(np.log(scale)) * float(x.sum())
    return Staying(r, alpha * scale, a, b, likelihood - shift)


_PATIENCE = {"maxiter": 4_000, "maxfev": 4_000, "xatol": 1e-6, "fatol": 1e-10}


def _log_likelihood(parameters: Any, x: Any, last: Any, now: Any) -> float:
    """Equation 7 of the paper, in logarithms."""
    import numpy as np
    from scipy.special import betaln, gammaln

    r, alpha, a, b = parameters
    bought = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    stayed = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + now)
    repeated = x > 0
    left = np.full_like(x, -np.inf)
    left[repeated] = (
        betaln(a + 1, b + x[repeated] - 1)
        - betaln(a, b)
        - (r + x[repeated]) * np.log(alpha + last[repeated])
    )
    total: float = (bought + np.logaddexp(stayed, left)).sum()
    return total
