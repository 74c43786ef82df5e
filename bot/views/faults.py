"""What the bot says when something is not possible: one table from a domain fault to a sentence."""

from bot.screen import View
from bot.words import Words
from rewards.transfers import NotEnoughPoints
from use_cases.access import NotAllowed
from use_cases.answering import ConsentMissing, NotYours, SurveyNotOpen
from use_cases.authoring import PublishFirst
from use_cases.broadcasts import (
    NobodyToWriteTo,
    NoLetterFits,
    NoSuchCampaign,
    PointsOutOfRange,
)
from use_cases.meeting import LastAdminStays
from use_cases.previews import NoSuchSegment
from use_cases.records import Role
from use_cases.reporting import NothingToReport
from use_cases.roles import CannotDemoteYourself, NamedInSettings, PersonUnknown
from use_cases.segmenting import SEGMENT_NAME_CHARS_MAX, NameUnfit, NothingToSegment

SENTENCES: dict[type[Exception], str] = {
    CannotDemoteYourself: "fault-cannot-demote-yourself",
    ConsentMissing: "fault-consent-missing",
    LastAdminStays: "fault-last-admin-stays",
    NoLetterFits: "fault-no-letter-fits",
    NoSuchCampaign: "fault-button-gone",
    NoSuchSegment: "fault-segment-gone",
    NobodyToWriteTo: "fault-nobody-to-write-to",
    NamedInSettings: "fault-named-in-settings",
    NotYours: "fault-button-gone",
    NothingToReport: "fault-report-nothing",
    NothingToSegment: "fault-nothing-to-segment",
    PersonUnknown: "fault-person-unknown",
    PublishFirst: "fault-publish-first",
    SurveyNotOpen: "fault-survey-not-open",
}


def fault_view(fault: Exception, words: Words) -> View | None:
    """The sentence for a domain fault; None for a fault that nobody foresaw."""
    match fault:
        case NotAllowed(needed=Role.ADMIN):
            return View(words("fault-only-admins"))
        case NotAllowed():
            return View(words("fault-only-managers"))
        case NameUnfit():
            return View(words("fault-name-unfit", maximum=SEGMENT_NAME_CHARS_MAX))
        case PointsOutOfRange():
            return View(words("fault-points-out-of-range", most=fault.most))
        case NotEnoughPoints():
            return View(words("fault-not-enough-points", balance=fault.balance, price=fault.price))
    sentence = SENTENCES.get(type(fault))
    return View(words(sentence)) if sentence else None
