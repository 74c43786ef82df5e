"""What managers and admins do in the chat."""

from aiogram import Router

from bot.handlers import authoring
from bot.handlers.managing import (
    broadcast,
    changes,
    drafts,
    exporting,
    field,
    figures,
    files,
    followup,
    goals,
    golden,
    homes,
    importing,
    inviting,
    launching,
    personas,
    pictures,
    prices,
    printing,
    proposals,
    quotas,
    report,
    roster,
    rule_building,
    rules,
    schemes,
    segment_page,
    segments,
    sheets,
    surveys,
    team,
    themes,
    usefulness,
)


def routers() -> list[Router]:
    """In the order in which they are asked: buttons and commands, then drafts and files.

    The routers are the same at every call: each belongs to one dispatcher.
    """
    return [
        *authoring.routers(),
        drafts.router,
        surveys.router,
        segments.router,
        schemes.router,
        goals.router,
        usefulness.router,
        changes.router,
        personas.router,
        themes.router,
        pictures.router,
        segment_page.router,
        proposals.router,
        golden.router,
        figures.router,
        rules.router,
        rule_building.router,
        field.router,
        quotas.router,
        inviting.router,
        followup.router,
        broadcast.router,
        launching.router,
        report.router,
        prices.router,
        exporting.router,
        team.router,
        printing.router,
        sheets.router,
        roster.router,
        importing.router,
        homes.router,
        files.router,
    ]
