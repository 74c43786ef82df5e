"""When people write to the bot, as facts and sessions: read off the inbox, which keeps days.

Nothing is written while people talk: the entries that the inbox keeps anyway are counted at night,
each once, since only what is later than somebody's last activity is new.
"""

from collections import defaultdict
from datetime import datetime, timedelta

from segmentation.rules.facts import Known
from segmentation.rules.tree import FieldKey
from use_cases.ports import UnitOfWork
from use_cases.records.rules import Deed, Fact

PAUSE = timedelta(minutes=30)
"""A message or tap after so long begins another session."""

SESSION = "session"
LAST: FieldKey = ("last_active",)
FIRST: FieldKey = ("first_active",)
SESSIONS: FieldKey = ("sessions",)


async def count_activity(work: UnitOfWork, *, at: datetime) -> int:
    """Note the sessions since the last time, of those who agreed; how many people acted anew.
    Nothing is committed."""
    by_lane: dict[int, list[datetime]] = defaultdict(list)
    for lane, moment in await work.inbox.acts():
        by_lane[lane].append(moment)
    people = await work.people.consented_by_telegram_id(by_lane)
    known = await work.facts.current((LAST, FIRST, SESSIONS))
    facts: list[Fact] = []
    deeds: list[Deed] = []
    for lane, person in sorted(people.items(), key=lambda pair: pair[1]):
        told, begun = _counted(by_lane[lane], dict(known.get(person, {})))
        facts += [Fact(person, key, value) for key, value in told.items()]
        deeds += [
            Deed(person_id=person, kind=SESSION, at=moment,
                 external=f"{SESSION}:{person}:{moment.isoformat()}")
            for moment in begun
        ]  # fmt: skip
    await work.facts.add_deeds(deeds)
    await work.facts.note(facts, at=at)
    return len({fact.person_id for fact in facts})


def _counted(
    acts: list[datetime], known: dict[FieldKey, Known]
) -> tuple[dict[FieldKey, Known], list[datetime]]:
    """What is known after these acts, and the sessions that began; nothing where none is new."""
    last, sessions = known.get(LAST), known.get(SESSIONS, 0.0)
    assert not isinstance(sessions, str), "a count is a number"
    begun: list[datetime] = []
    new = [moment for moment in acts if not isinstance(last, datetime) or moment > last]
    for moment in new:
        if not isinstance(last, datetime) or moment - last >= PAUSE:
            begun.append(moment)
        last = moment
    if not new or last is None:
        return {}, []
    number = float(sessions) + len(begun)  # type: ignore[arg-type]
    return {LAST: last, FIRST: known.get(FIRST, new[0]), SESSIONS: number}, begun
