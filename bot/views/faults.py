"""What the bot says when something is not possible: one table from a domain fault to a sentence."""

from html import escape

from bot.screen import View
from bot.views.field import day_text
from bot.views.rules.faults import fault_view as rule_fault_view
from bot.words import Words
from rewards.transfers import NotEnoughPoints
from segmentation.rules.faults import RuleFault
from use_cases.access import NotAllowed
from use_cases.authoring.drafting import NoSuchDraft, NotYetASurvey, TooManyDrafts
from use_cases.authoring.shelf import PublishFirst
from use_cases.broadcasting.broadcasts import (
    NobodyToWriteTo,
    NoLetterFits,
    NoSuchCampaign,
    PointsOutOfRange,
)
from use_cases.broadcasting.previews import NoSuchSegment
from use_cases.conversations.faults import ConsentMissing, NotYours, SurveyNotOpen
from use_cases.conversations.meeting import LastAdminStays
from use_cases.exporting.errands import NothingToExport, TooFewToExport
from use_cases.fieldwork.gate import (
    AlreadyTookPart,
    FlatHasAnswered,
    NotInvited,
    NotYetOpen,
)
from use_cases.fieldwork.posting import PostedAlready
from use_cases.fieldwork.seal import SealedUntilClosed
from use_cases.fieldwork.settings import DatesReversed, SealStays
from use_cases.goals.setting import GoalUnfit, NoSuchGoal
from use_cases.homes.binding import CodesPaused, NoSuchFlat, WrongCode
from use_cases.homes.by_hand import BuildingUnfit
from use_cases.homes.codes import FlatGone
from use_cases.homes.importing import WhichBuilding
from use_cases.records import Role
from use_cases.reporting.building import NothingToReport
from use_cases.reporting.figures import SegmentIsGone
from use_cases.reporting.prices import NoPricesAsked
from use_cases.roles import CannotDemoteYourself, NamedInSettings, PersonUnknown
from use_cases.rules.defining import NAME_CHARS_MAX, RuleGone, RuleNameUnfit
from use_cases.segments.approving import NoProposal
from use_cases.segments.following import NothingToFollow
from use_cases.segments.golden import NoGolden
from use_cases.segments.keeping import NOTE_CHARS_MAX, CannotMerge, NoteUnfit
from use_cases.segments.personas import PERSONA_NAME_CHARS_MAX, PersonaNameUnfit
from use_cases.segments.segmenting import (
    SEGMENT_NAME_CHARS_MAX,
    NameUnfit,
    NoSegmentsYet,
    NothingToSegment,
    SchemeGone,
)
from use_cases.segments.theme_names import THEME_NAME_CHARS_MAX, ThemeGone, ThemeNameUnfit
from use_cases.segments.typing import NoShortSurvey

SENTENCES: dict[type[Exception], str] = {
    AlreadyTookPart: "fault-already-took-part",
    BuildingUnfit: "fault-building-unfit",
    CannotMerge: "fault-cannot-merge",
    CannotDemoteYourself: "fault-cannot-demote-yourself",
    ConsentMissing: "fault-consent-missing",
    NothingToExport: "fault-export-nothing",
    FlatGone: "fault-flat-gone",
    SegmentIsGone: "fault-segment-is-gone",
    DatesReversed: "fault-dates-reversed",
    FlatHasAnswered: "fault-flat-has-answered",
    LastAdminStays: "fault-last-admin-stays",
    NoLetterFits: "fault-no-letter-fits",
    NoSuchCampaign: "fault-button-gone",
    NoSuchSegment: "fault-segment-gone",
    NoSuchGoal: "fault-no-such-goal",
    GoalUnfit: "fault-goal-unfit",
    NobodyToWriteTo: "fault-nobody-to-write-to",
    NamedInSettings: "fault-named-in-settings",
    NoPricesAsked: "fault-button-gone",
    NoSuchDraft: "fault-draft-gone",
    NotInvited: "fault-not-invited",
    NotYetASurvey: "fault-not-yet-a-survey",
    NotYours: "fault-button-gone",
    NoGolden: "fault-no-golden",
    NoShortSurvey: "fault-no-short-survey",
    NoProposal: "fault-no-proposal",
    NothingToFollow: "fault-nothing-to-follow",
    NothingToReport: "fault-report-nothing",
    NothingToSegment: "fault-nothing-to-segment",
    NoSegmentsYet: "fault-no-segments-yet",
    SchemeGone: "fault-scheme-gone",
    ThemeGone: "fault-theme-gone",
    PersonUnknown: "fault-person-unknown",
    RuleGone: "rules-gone",
    PostedAlready: "fault-posted-already",
    PublishFirst: "fault-publish-first",
    SealedUntilClosed: "fault-sealed-until-closed",
    SealStays: "fault-seal-stays",
    WhichBuilding: "fault-which-building",
    SurveyNotOpen: "fault-survey-not-open",
}


def fault_view(fault: Exception, words: Words) -> View | None:
    """The sentence for a domain fault; None for a fault that nobody foresaw."""
    match fault:
        case NotYetOpen(opens=opens):
            return View(words("fault-not-yet-open", day=day_text(opens, words)))
        case NotAllowed(needed=Role.ADMIN):
            return View(words("fault-only-admins"))
        case NotAllowed():
            return View(words("fault-only-managers"))
        case NameUnfit():
            return View(words("fault-name-unfit", maximum=SEGMENT_NAME_CHARS_MAX))
        case PersonaNameUnfit():
            return View(words("fault-persona-name-unfit", most=PERSONA_NAME_CHARS_MAX))
        case ThemeNameUnfit():
            return View(words("fault-theme-name-unfit", most=THEME_NAME_CHARS_MAX))
        case NoteUnfit():
            return View(words("fault-note-unfit", most=NOTE_CHARS_MAX))
        case RuleFault():
            return rule_fault_view(fault, "", words)
        case RuleNameUnfit():
            return View(words("rules-name-unfit", maximum=NAME_CHARS_MAX))
        case WrongCode():
            return View(words("fault-wrong-code", left=fault.left))
        case CodesPaused():
            return View(words("fault-codes-paused", minutes=fault.minutes))
        case NoSuchFlat():
            named = {"building": escape(fault.building), "number": escape(fault.number)}
            return View(words("fault-no-such-flat", **named))
        case PointsOutOfRange():
            return View(words("fault-points-out-of-range", most=fault.most))
        case TooManyDrafts():
            return View(words("fault-too-many-drafts", most=fault.most))
        case TooFewToExport():
            return View(words("fault-export-too-few", needed=fault.needed))
        case NotEnoughPoints():
            return View(words("fault-not-enough-points", balance=fault.balance, price=fault.price))
    sentence = SENTENCES.get(type(fault))
    return View(words(sentence)) if sentence else None
