"""How many segments a scheme is to have: another number than now only after it won several runs."""

import hashlib
import json
from collections.abc import Sequence

from segmentation.following.count import SegmentCount, replayed
from segmentation.values import AnswerTable, Recipe
from surveys.answers import to_json
from use_cases.records import RunEntry, RunState


def count_after(entries: Sequence[RunEntry], shown: int) -> SegmentCount:
    """What the runs since the number was settled say; `shown` is that of the run in force.

    A manager who keeps the old lets a challenger begin anew.
    """
    since = 0
    for place, entry in enumerate(entries):
        note = entry.note
        refused = note.state is RunState.DECLINED and note.settled_by is not None
        other = note.state is RunState.ADOPTED and note.chosen not in (None, shown)
        if refused or other:
            since = place + 1
    return replayed(shown, (entry.note.best for entry in entries[since:]))


def fingerprint_of(answers: AnswerTable, recipe: Recipe) -> str:
    """Equal for equal answers, weights and recipes; tells nothing of them."""
    given = {key: [a and to_json(a) for a in column] for key, column in answers.answers.items()}
    told = [answers.people, given, answers.weights, recipe.to_json()]
    text = json.dumps(told, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
