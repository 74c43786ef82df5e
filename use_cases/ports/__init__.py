"""What the errands need from outside, in their own words. `storage` and `bot` implement it.

Every store works inside the transaction of its unit of work: nothing lasts before `commit`.
"""

from use_cases.ports.campaigns import Campaigns, Settled
from use_cases.ports.clock import Clock
from use_cases.ports.drafts import Drafts
from use_cases.ports.fieldwork import Fields, Invitations, Notices, Sealed
from use_cases.ports.homes import Homes
from use_cases.ports.housekeeping import Audit, House, Inbox
from use_cases.ports.messenger import (
    LetterButton,
    Messenger,
    Refused,
    SendOutcome,
    Sent,
    SlowDown,
    TokenRefused,
    TryLater,
    Unclear,
    Unreachable,
)
from use_cases.ports.people import People
from use_cases.ports.points import Points
from use_cases.ports.rules import Facts, Rules
from use_cases.ports.sayings import Sayings
from use_cases.ports.segments import Segments
from use_cases.ports.surveys import Responses, Surveys
from use_cases.ports.work import OpenWork, UnitOfWork

__all__ = [
    "Audit",
    "Campaigns",
    "Clock",
    "Drafts",
    "Facts",
    "Fields",
    "Homes",
    "House",
    "Inbox",
    "Invitations",
    "LetterButton",
    "Messenger",
    "Notices",
    "OpenWork",
    "People",
    "Points",
    "Refused",
    "Responses",
    "Rules",
    "Sayings",
    "Sealed",
    "Segments",
    "SendOutcome",
    "Sent",
    "Settled",
    "SlowDown",
    "Surveys",
    "TokenRefused",
    "TryLater",
    "Unclear",
    "UnitOfWork",
    "Unreachable",
]
