"""What came of a survey: which one, what those who answered would read, and the last question."""

from collections.abc import Sequence

from bot.callbacks import Broadcast, BroadcastAct, Translate
from bot.field_callbacks import Field, FieldAct
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt
from bot.views.survey_titles import told_apart
from bot.views.translations import languages_warning, translation_buttons
from bot.words import Words
from use_cases.fieldwork.followup import FollowUpPreview
from use_cases.records import StoredSurvey

EXAMPLE_UNITS_MAX = 3_000
CHOICES_MAX = 40


def choose_view(answered: Sequence[StoredSurvey], words: Words) -> View:
    """The surveys that somebody has answered."""
    called = told_apart(answered, words)
    rows = [
        [
            (
                called(stored),
                Field(survey=stored.id, act=FieldAct.FOLLOW_UP),
            )
        ]
        for stored in answered
    ]
    if not rows:
        return View(words("followup-no-survey"))
    return View(words("followup-choose"), buttons(*rows[:CHOICES_MAX]))


def preview_view(preview: FollowUpPreview, words: Words) -> View:
    """The letter, the head-count, and the last question."""
    campaign = preview.campaign
    lines = [words("invite-preview"), excerpt(preview.example, EXAMPLE_UNITS_MAX)]
    lines.append(words("preview-reachable", count=preview.reachable))
    if preview.unreachable:
        lines[-1] += "\n" + words("preview-unreachable", count=preview.unreachable)
    rows: list[Sequence[tuple[str, Field | Broadcast | Translate]]] = []
    if preview.fault is not None:
        lines.append("⚠️ " + words("template-too-long"))
    elif preview.reachable:
        lacking = languages_warning(campaign, preview.languages, words)
        lines += [lacking] if lacking else []
        send = Field(survey=preview.survey.id, act=FieldAct.TELL, value=campaign.id)
        rows.append([(words("button-send", count=preview.reachable), send)])
        rows.append(translation_buttons(campaign, preview.languages, words))
    anew = Field(survey=preview.survey.id, act=FieldAct.FOLLOW_UP)
    drop = Broadcast(campaign=campaign.id, act=BroadcastAct.DROP)
    rows.append([(words("button-rewrite"), anew), (words("button-drop"), drop)])
    return View("\n\n".join(lines), buttons(*rows))
