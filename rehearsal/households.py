"""The four latent kinds of simulated household behind the demo: what each tends to answer.

None of them stands for real people. The kinds overlap on purpose: on every question two of them
lean the same way, so that no single answer gives a household away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A latent kind of household: the simulated truth that segments are compared with."""

    KEEPERS = "keepers of quiet"
    FAMILIES = "young families"
    TENANTS = "busy tenants"
    OWNERS = "committed owners"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tendency:
    """How a kind leans.

    `traits` are means on the 1-5 scale by construct; `needs` the chance of ticking each need;
    `importance` means on 0-10 by question; `households` and `ages` the chance of each choice.
    """

    traits: Mapping[str, float]
    needs: Mapping[str, float]
    importance: Mapping[str, float]
    households: Mapping[str, float]
    ages: Mapping[str, float]


TENDENCIES: Mapping[Kind, Tendency] = {
    Kind.KEEPERS: Tendency(
        traits={
            "quiet": 4.3, "involvement": 3.5, "thrift": 4.1, "technology": 1.9, "greenery": 4.0,
        },
        needs={
            "lift": 0.65, "heating": 0.75, "parking": 0.08, "playground": 0.05, "cleaning": 0.30,
            "lighting": 0.35, "security": 0.15, "ramp": 0.50, "waste": 0.08, "internet": 0.03,
            "nothing": 0.03,
        },
        importance={"safety_importance": 6.0, "warmth_importance": 9.3},
        households={"alone": 0.45, "couple": 0.40, "relatives": 0.15},
        ages={"from_35": 0.10, "from_50": 0.35, "from_65": 0.55},
    ),
    Kind.FAMILIES: Tendency(
        traits={
            "quiet": 2.1, "involvement": 3.6, "thrift": 3.0, "technology": 4.1, "greenery": 4.1,
        },
        needs={
            "lift": 0.30, "heating": 0.20, "parking": 0.40, "playground": 0.80, "cleaning": 0.25,
            "lighting": 0.40, "security": 0.45, "ramp": 0.45, "waste": 0.20, "internet": 0.10,
            "nothing": 0.02,
        },
        importance={"safety_importance": 9.3, "warmth_importance": 7.5},
        households={"small_children": 0.60, "schoolchildren": 0.35, "relatives": 0.05},
        ages={"under_25": 0.05, "from_25": 0.50, "from_35": 0.45},
    ),
    Kind.TENANTS: Tendency(
        traits={
            "quiet": 3.3, "involvement": 1.7, "thrift": 3.9, "technology": 4.4, "greenery": 2.1,
        },
        needs={
            "lift": 0.20, "heating": 0.30, "parking": 0.10, "playground": 0.02, "cleaning": 0.50,
            "lighting": 0.12, "security": 0.12, "ramp": 0.02, "waste": 0.20, "internet": 0.80,
            "nothing": 0.12,
        },
        importance={"safety_importance": 3.5, "warmth_importance": 6.0},
        households={"alone": 0.35, "couple": 0.25, "flatmates": 0.40},
        ages={"under_25": 0.40, "from_25": 0.45, "from_35": 0.15},
    ),
    Kind.OWNERS: Tendency(
        traits={
            "quiet": 3.6, "involvement": 4.3, "thrift": 1.8, "technology": 3.5, "greenery": 2.6,
        },
        needs={
            "lift": 0.25, "heating": 0.15, "parking": 0.75, "playground": 0.10, "cleaning": 0.35,
            "lighting": 0.30, "security": 0.75, "ramp": 0.05, "waste": 0.45, "internet": 0.15,
            "nothing": 0.04,
        },
        importance={"safety_importance": 8.3, "warmth_importance": 3.5},
        households={"couple": 0.45, "schoolchildren": 0.35, "relatives": 0.20},
        ages={"from_25": 0.10, "from_35": 0.50, "from_50": 0.40},
    ),
}  # fmt: skip

SHARES: Mapping[Kind, float] = {
    Kind.KEEPERS: 0.30,
    Kind.FAMILIES: 0.28,
    Kind.TENANTS: 0.22,
    Kind.OWNERS: 0.20,
}
