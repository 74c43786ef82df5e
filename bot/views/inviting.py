"""Invitations as managers see them before they go out, and what an invited person is asked."""

from collections.abc import Sequence
from html import escape

from bot.callbacks import Broadcast, BroadcastAct, Translate
from bot.field_callbacks import Field, FieldAct, Invitee, InviteeAct
from bot.screen import View
from bot.views.field import day_text
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt, in_messages
from bot.views.survey_titles import told_apart
from bot.views.translations import languages_warning, translation_buttons
from bot.words import Words
from use_cases.authoring.shelf import ShelfEntry
from use_cases.fieldwork.inviting import InvitationPreview
from use_cases.records import Invited, Purpose, SurveyStatus

EXAMPLE_UNITS_MAX = 2_000


def preview_view(preview: InvitationPreview, words: Words) -> View:
    """The letter, the head-count, and the last question."""
    survey, campaign = preview.survey.id, preview.campaign
    reminding = campaign.purpose is Purpose.REMINDER
    lines = [words("invite-preview"), excerpt(preview.example, EXAMPLE_UNITS_MAX)]
    lines.append(words("preview-reachable", count=preview.reachable))
    if preview.unreachable:
        lines[-1] += "\n" + words("preview-unreachable", count=preview.unreachable)
    if not preview.people:
        nobody = "invite-nobody" if preview.known else "invite-unknown"
        lines[-1] = words("remind-nobody" if reminding else nobody)
    elif preview.opens is not None:
        lines.append("⚠️ " + words("invite-early", day=day_text(preview.opens, words)))
    lacking = languages_warning(campaign, preview.languages, words) if campaign.template else ""
    lines += [lacking] if lacking else []
    send = Field(survey=survey, act=FieldAct.LAUNCH, value=campaign.id)
    rows: list[Sequence[tuple[str, Field | Broadcast | Translate]]] = []
    if preview.reachable:
        rows.append([(words("button-send", count=preview.reachable), send)])
        if campaign.template:
            rows.append(translation_buttons(campaign, preview.languages, words))
        if not reminding:
            rows.append([(words("button-own-words"), Field(survey=survey, act=FieldAct.WORDS))])
    if not reminding:
        if preview.written:
            rows.append([(words("button-remind"), Field(survey=survey, act=FieldAct.REMIND))])
        rows.append([(words("button-links"), Field(survey=survey, act=FieldAct.LIST))])
    drop = Broadcast(campaign=campaign.id, act=BroadcastAct.DROP)
    rows.append([(words("button-drop"), drop)])
    return View("\n\n".join(lines), buttons(*rows))


def choose_view(entries: Sequence[ShelfEntry], words: Words) -> View:
    """Which open survey people are invited to."""
    called = told_apart((entry.survey for entry in entries), words)
    rows = [
        [
            (
                called(entry.survey),
                Field(survey=entry.survey.id, act=FieldAct.INVITE),
            )
        ]
        for entry in entries
        if entry.survey.status is SurveyStatus.OPEN
    ]
    return View(words("invite-choose"), buttons(*rows)) if rows else View(words("invite-no-survey"))


def links_texts(made: Sequence[Invited], survey_key: str, bot: str, words: Words) -> list[str]:
    """Everybody on the list with their own link, in as few messages as hold them."""
    lines = [
        f"{escape(each.label or '', quote=False)}\n"
        f"https://t.me/{bot}?start={survey_key}__i-{each.token}"
        for each in made
    ]
    return in_messages([words("links-made", count=len(made)), *lines])


def decline_view(campaign_id: int, words: Words) -> View:
    """Why not: two reasons that mean different things to whoever counts."""
    rows = [
        [(words("button-refuse"), Invitee(campaign=campaign_id, act=InviteeAct.REFUSE))],
        [(words("button-ineligible"), Invitee(campaign=campaign_id, act=InviteeAct.INELIGIBLE))],
        [(words("button-answer"), Invitee(campaign=campaign_id, act=InviteeAct.ANSWER))],
    ]
    return View(words("decline-why"), buttons(*rows))
