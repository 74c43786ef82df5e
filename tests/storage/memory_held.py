"""What is held about a person, out of the tables in memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from rewards.transfers import account_of
from surveys.answers import to_json
from tests.storage.memory import Tables
from use_cases.records import Person, StoredMembership

Rows = Sequence[Mapping[str, Any]]
Told = dict[str, Rows]


def held_in_memory(tables: Tables, person: Person) -> Mapping[str, Rows]:
    """As the databases tell it: rows by the name of their table."""
    found = {
        "people": [{n: v for n, v in asdict(person).items() if n != "dialogue"}],
        **_where_they_live(tables, person.id),
        **_what_they_said(tables, person.id),
        **_what_is_known(tables, person.id),
        **_what_they_got(tables, person.id),
        "inbox": [
            {"received_at": tables.received[e.id], "state": e.state}
            for e in tables.inbox.values()
            if e.lane == person.telegram_id
        ],
        "audit": [
            {"at": at, "act": act, "detail": detail}
            for at, actor, act, detail in tables.audit.values()
            if actor == person.id or (actor is None and detail == f"person:{person.id}")
        ],
        **_what_they_made(tables, person.id),
    }
    return {name: rows for name, rows in found.items() if rows}


def _where_they_live(tables: Tables, who: int) -> Told:
    homes = []
    for each in tables.residences.values():
        if each.person_id == who:
            flat = tables.flats[each.flat_id]
            names = ("role", "standing", "way", "moved_in", "since", "until")
            homes.append(
                {
                    "building": tables.buildings[flat.building_id].name,
                    "flat": flat.facts.number,
                    **{name: getattr(each, name) for name in names},
                }
            )
    place, tries = tables.places.get(who), tables.code_tries.get(who)
    return {
        "residences": homes,
        "places": [asdict(place)] if place else [],
        "code_tries": [asdict(tries)] if tries else [],
    }


def _what_they_said(tables: Tables, who: int) -> Told:
    walks = [each for _, each in sorted(tables.responses.items()) if each.person_id == who]
    responses, answers = [], []
    for each in walks:
        survey = tables.surveys[each.survey_id].survey
        names = ("id", "test", "source", "spent", "started_at", "completed_at")
        told = _of([each], *names)[0]
        touched = tables.touched[each.id]
        responses.append(
            {**told, "survey": survey.key, "version": survey.version, "touched_at": touched}
        )
        for key, answer in each.response.answers.items():
            kind, value = to_json(answer)
            at = tables.answered[each.id, str(key)]
            answers.append(
                {
                    "response_id": each.id,
                    "question_key": key,
                    "kind": kind,
                    "value": value,
                    "answered_at": at,
                }
            )
    mine = {each.id for each in walks}
    return {
        "responses": responses,
        "answers": answers,
        "sayings": [asdict(s) for s in tables.sayings.values() if s.response_id in mine],
        "assisted": [
            {"response_id": each.id, "by_you": each.entered_by == who}
            for each in tables.responses.values()
            if each.entered_by is not None and (each.id in mine or each.entered_by == who)
        ],
        "takers": [{"survey": key} for key, taker in tables.takers if taker == who],
        "alerts": [
            {"kind": each.kind, "survey": each.survey_key, "at": each.at}
            for each in tables.alerts.values()
            if any(each.key.startswith(f"urgent:response:{number}:") for number in mine)
        ],
    }


def _what_is_known(tables: Tables, who: int) -> Told:
    memberships: list[tuple[StoredMembership, datetime | None]] = [
        (each, None) for (_, one), each in tables.memberships.items() if one == who
    ]
    memberships += [(each, until) for each, until in tables.past.values() if each.person_id == who]
    return {
        "facts": [
            {
                "name": "\x1f".join(each.key),
                "value": str(each.value),
                "since": each.since,
                "until": each.until,
            }
            for each in tables.known.values()
            if each.person_id == who
        ],
        "labels": [
            {"name": "\x1f".join(key), "label": label}
            for (one, key), owned in tables.labels.items()
            for label in sorted(owned)
            if one == who
        ],
        "events": _of(
            (each for each in tables.deeds.values() if each.person_id == who),
            *("kind", "at", "amount", "traits", "origin", "external"),
        ),
        "memberships": [_membership(tables, *each) for each in memberships],
        "proposed_places": [
            {"run_id": run, "segment_key": each.segment_key, "confidence": each.confidence}
            for (run, one), each in tables.proposed.items()
            if one == who
        ],
        "unread_texts": [{"scheme_id": key} for key, one in tables.unread_texts if one == who],
        "stays": [
            {"name": tables.rules[each.rule_id].name, "since": each.since, "until": each.until}
            for each in tables.stayed.values()
            if each.person_id == who
        ],
    }


def _membership(tables: Tables, each: StoredMembership, until: datetime | None) -> dict[str, Any]:
    scheme = tables.schemes[each.scheme_id]
    found = tables.segments.get(each.segment_id or 0)
    shown = tables.segments[found.stands_as] if found is not None else None
    return {
        "survey": scheme.survey_key,
        "basis": scheme.grounds.key,
        "number": shown.number if shown else None,
        "name": shown.name if shown else None,
        "confidence": each.confidence,
        "since": each.since,
        "until": until,
    }


def _what_they_got(tables: Tables, who: int) -> Told:
    account = account_of(who)
    letters = []
    for each in tables.deliveries.values():
        if each.person_id == who:
            campaign = tables.campaigns[each.campaign_id]
            names = ("purpose", "survey_key", "template", "translations", "points")
            letters.append({"state": each.state, **_of([campaign], *names)[0]})
    return {
        "accounts": [
            {"balance": tables.balances[name]}
            for name, owner in tables.owners.items()
            if owner == who
        ],
        "transfers": [
            {
                "at": each.at,
                "points": each.transfer.points * (1 if each.transfer.target == account else -1),
                "reason": each.reason,
                "reference": each.transfer.reference,
            }
            for each in tables.transfers.values()
            if account in {each.transfer.source, each.transfer.target}
        ],
        "deliveries": letters,
        "invitations": [
            {"survey": each.survey_key, **_of([each], "way", "label", "invited_at")[0]}
            for each in tables.invitations.values()
            if each.person_id == who
        ],
        "mutes": [{"kind": kind} for one, kind in tables.mutes if one == who],
    }


def _what_they_made(tables: Tables, who: int) -> Told:
    return {
        "drafts": _of(
            (each for each in tables.drafts.values() if each.author_id == who), "document"
        ),
        "surveys": [
            {"key": each.survey.key, "version": each.survey.version, "created_at": each.created_at}
            for each in tables.surveys.values()
            if each.author_id == who
        ],
        "campaigns": _of(
            (each for each in tables.campaigns.values() if each.author_id == who),
            *("template", "created_at"),
        ),
        "rules": _of(
            (each for each in tables.rules.values() if each.author_id == who),
            *("name", "text", "created_at"),
        ),
        "goals": _of(
            (each for each in tables.goals.values() if each.owner_id == who),
            *("measure", "target", "due", "created_at"),
        ),
        "costs": _of(
            (each for each in tables.costs.values() if each.noted_by == who),
            *("place", "kind", "amount", "at"),
        ),
        "run_notes": [
            {"run_id": number, "state": each.state, "settled_at": each.settled_at}
            for number, each in tables.run_notes.items()
            if each.settled_by == who
        ],
    }


def _of(records: Iterable[Any], *names: str) -> list[dict[str, Any]]:
    return [{name: getattr(record, name) for name in names} for record in records]
