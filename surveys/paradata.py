"""How an answer came about: how long it took, how often it was changed, in which place it came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from surveys.events import AnswerRecorded, Event
from surveys.questions import QuestionKey

PAUSE_SECONDS_MAX = 120.0
"""Of a longer silence no more counts: the phone lay aside."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What one answer left behind besides itself.

    `seconds` count from when the question was shown to its last answer, visits added up; `place`
    is the order in which questions were first answered, from 1; `confirmed` says that an earlier
    survey knew the answer and the respondent found it still true.
    """

    seconds: float = 0.0
    edits: int = 0
    place: int = 0
    confirmed: bool = False


def seconds_between(seconds: float) -> float:
    """What counts of the time between two acts."""
    return min(max(seconds, 0.0), PAUSE_SECONDS_MAX)


def traced(
    traces: Mapping[QuestionKey, Trace],
    events: Iterable[Event],
    current: QuestionKey | None,
    spent: float,
) -> Mapping[QuestionKey, Trace]:
    """The traces after those events; `spent` seconds went into the question `current`."""
    found = dict(traces)
    for event in events:
        if not isinstance(event, AnswerRecorded):
            continue
        before = found.get(event.key) or Trace(place=len(found) + 1)
        found[event.key] = replace(
            before,
            seconds=round(before.seconds + (spent if event.key == current else 0.0), 1),
            edits=before.edits + (event.changed and not event.added),
            confirmed=event.confirmed,
        )
    return found
