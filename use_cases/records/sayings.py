"""Messages that people wrote as answers."""

from dataclasses import dataclass
from enum import StrEnum

from surveys.questions import QuestionKey


class SayingState(StrEnum):
    """Whether the message is (part of) the answer now."""

    TAKEN = "taken"
    REFUSED = "refused"  # It did not fit.
    RETIRED = "retired"  # Another answer came later.


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One message of a person's, and the question that it was an answer to.

    `text` is kept where the message is a part of a longer answer, so that an edit can change it.
    """

    response_id: int
    message_id: int
    question_key: QuestionKey
    state: SayingState = SayingState.TAKEN
    text: str | None = None
