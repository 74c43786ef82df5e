"""Responses as rows, there and back."""

from datetime import datetime
from typing import Any

from surveys.answers import Answer, from_json, to_json
from surveys.engine import Response
from surveys.paradata import Trace
from surveys.questions import QuestionKey
from use_cases.records import StoredResponse, Typing


def answers_of(given: Any) -> dict[QuestionKey, Answer]:
    """The answers in the column `given`; PostgreSQL has none where there are none."""
    return {key: from_json(kind, value) for key, kind, value, *_ in given or ()}


def _traces(given: Any) -> dict[QuestionKey, Trace]:
    """How those answers came about; nothing is known of those of earlier days."""
    return {
        key: Trace(seconds or 0.0, edits or 0, place, bool(confirmed))
        for key, _, _, seconds, edits, place, confirmed in given or ()
        if place
    }


def _standing_at(row: Any) -> Response:
    """Where the walk stands; ticks are kept by their question."""
    ticks = dict(row.ticks) if isinstance(row.ticks, dict) else {row.current: row.ticks or ()}
    return Response(
        answers=answers_of(row.given),
        current=row.current,
        ticks=tuple(ticks.pop(row.current, ())),
        drafts={key: tuple(left) for key, left in ticks.items()},
        collects=bool(row.collects),
        known={key: from_json(*known) for key, known in (row.known or {}).items()},
    )


def stored_of(row: Any | None) -> StoredResponse | None:
    """The walk that the row tells of."""
    if row is None:
        return None
    return StoredResponse(
        id=row.id,
        survey_id=row.survey_id,
        person_id=row.person_id,
        response=_standing_at(row),
        test=row.test,
        started_at=row.started_at,
        completed_at=row.completed_at,
        source=row.source,
        traces=_traces(row.given),
        spent=row.spent or 0.0,
        touched_at=row.touched_at,
        typing=Typing.from_json(row.typing) if row.typing is not None else None,
        entered_by=row.entered_by,
    )


def trace_columns(trace: Trace | None) -> dict[str, Any]:
    """How an answer came about, as columns."""
    if trace is None:
        return dict.fromkeys(("seconds", "edits", "place", "confirmed"))
    return {
        "seconds": trace.seconds,
        "edits": trace.edits,
        "place": trace.place,
        "confirmed": trace.confirmed,
    }


def standing_columns(response: Response, at: datetime) -> dict[str, Any]:
    """Where the walk stands, as columns."""
    ticks = {key: list(left) for key, left in response.drafts.items() if left}
    if response.current is not None and response.ticks:
        ticks[response.current] = list(response.ticks)
    known = {key: to_json(answer) for key, answer in response.known.items()}
    return {
        "current": response.current,
        "ticks": ticks or None,
        "collects": response.collects or None,
        "known": known or None,
        "touched_at": at,
    }
