"""The tables: every column, key, index and promise that the database itself keeps."""

from storage.tables.assisted import assisted
from storage.tables.base import metadata, table
from storage.tables.campaigns import campaigns, deliveries
from storage.tables.costs import costs
from storage.tables.drafts import drafts
from storage.tables.facts import events, facts, labels, rules, stays
from storage.tables.fieldwork import alerts, boxes, fields, invitations, mutes, posts, takers
from storage.tables.goals import goals
from storage.tables.homes import buildings, code_tries, flats, places, residences
from storage.tables.housekeeping import audit, house, inbox
from storage.tables.ledger import accounts, transfers
from storage.tables.people import people
from storage.tables.runs import proposed_places, run_notes, short_surveys
from storage.tables.sayings import sayings
from storage.tables.segments import memberships, runs, schemes, segments, unread_texts
from storage.tables.surveys import answers, responses, surveys

__all__ = [
    "accounts",
    "alerts",
    "answers",
    "assisted",
    "audit",
    "boxes",
    "buildings",
    "campaigns",
    "code_tries",
    "costs",
    "deliveries",
    "drafts",
    "events",
    "facts",
    "fields",
    "flats",
    "goals",
    "house",
    "inbox",
    "invitations",
    "labels",
    "memberships",
    "metadata",
    "mutes",
    "people",
    "places",
    "posts",
    "proposed_places",
    "residences",
    "responses",
    "rules",
    "run_notes",
    "runs",
    "sayings",
    "schemes",
    "segments",
    "short_surveys",
    "stays",
    "surveys",
    "table",
    "takers",
    "transfers",
    "unread_texts",
]
