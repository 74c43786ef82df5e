"""Short surveys: a few questions, the next by what was answered, until a person can be placed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from surveys.questions import QuestionKey


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortSurvey:
    """The short survey of a scheme: it ends at that probability, or after so many questions."""

    scheme_id: int
    confidence: float
    most: int
    open: bool
    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """Somebody's walk through a short survey; `asked` in the order of asking.

    It is a walk through the whole survey of which only some questions are asked: the answers are
    those of the survey, and nothing is asked twice when the person takes all of it.
    """

    scheme_id: int
    confidence: float
    most: int
    asked: tuple[QuestionKey, ...] = ()
    ended: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; `from_json` reads them back."""
        return {
            "scheme": self.scheme_id,
            "confidence": self.confidence,
            "most": self.most,
            "asked": list(self.asked),
            "ended": self.ended,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Typing":
        """Read back what `to_json` wrote."""
        return cls(
            scheme_id=data["scheme"],
            confidence=data["confidence"],
            most=data["most"],
            asked=tuple(QuestionKey(key) for key in data["asked"]),
            ended=data["ended"],
        )
