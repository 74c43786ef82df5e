"""What the stores hand out: plain frozen values, no rows, no sessions."""

from use_cases.records.campaigns import (
    Campaign,
    CampaignState,
    Delivery,
    DeliveryState,
    Purpose,
)
from use_cases.records.drafts import Draft
from use_cases.records.fieldwork import Alert, AlertKind, Invited, Post, Way
from use_cases.records.goals import Goal, Measure, Subject
from use_cases.records.homes import (
    BoundBy,
    Building,
    Flat,
    FlatFacts,
    Home,
    HomeRole,
    Place,
    Residence,
    Standing,
    WrongCodes,
)
from use_cases.records.housekeeping import InboxEntry, InboxState
from use_cases.records.people import Dialogue, Person, Role
from use_cases.records.points import PointsEntry
from use_cases.records.sayings import Saying, SayingState
from use_cases.records.segments import (
    ProposedPlace,
    RunEntry,
    RunNote,
    RunState,
    Scheme,
    StoredMembership,
    StoredRun,
    StoredSegment,
    as_shown,
)
from use_cases.records.surveys import (
    Progress,
    ResponseCounts,
    StoredResponse,
    StoredSurvey,
    SurveyStatus,
)
from use_cases.records.typing import ShortSurvey, Typing

__all__ = [
    "Alert",
    "AlertKind",
    "BoundBy",
    "Building",
    "Campaign",
    "CampaignState",
    "Delivery",
    "DeliveryState",
    "Dialogue",
    "Draft",
    "Flat",
    "FlatFacts",
    "Goal",
    "Home",
    "HomeRole",
    "InboxEntry",
    "InboxState",
    "Invited",
    "Measure",
    "Person",
    "Place",
    "PointsEntry",
    "Post",
    "Progress",
    "ProposedPlace",
    "Purpose",
    "Residence",
    "ResponseCounts",
    "Role",
    "RunEntry",
    "RunNote",
    "RunState",
    "Saying",
    "SayingState",
    "Scheme",
    "ShortSurvey",
    "Standing",
    "StoredMembership",
    "StoredResponse",
    "StoredRun",
    "StoredSegment",
    "StoredSurvey",
    "Subject",
    "SurveyStatus",
    "Typing",
    "Way",
    "WrongCodes",
    "as_shown",
]
