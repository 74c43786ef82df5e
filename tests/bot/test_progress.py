"""The progress message is edited now and then, and surely at the end."""

from dataclasses import replace

import pytest

from bot import progress
from bot.progress import TelegramProgress
from tests.bot.chat import Town
from use_cases.records import Campaign, CampaignState, DeliveryState

ALL = {DeliveryState.SENT: 412, DeliveryState.UNREACHABLE: 9, DeliveryState.UNCONFIRMED: 1}


async def a_campaign(town: Town, language: str) -> Campaign:
    """One whose progress somebody watches in a message of the bot's."""
    watcher = await town.person("Maria", language=language)
    await watcher.says("/id")
    return Campaign(
        id=1,
        author_id=None,
        segment_id=1,
        template="Hello!",
        state=CampaignState.SENDING,
        created_at=town.clock.now(),
        progress_chat_id=watcher.telegram_id,
        progress_message_id=watcher.last.id,
    )


async def test_edits_close_together_are_passed_over_but_not_the_last(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EDIT_SECONDS_MIN", 3600.0)
    campaign = await a_campaign(town, "en")
    shown = TelegramProgress(town.bot, town.services.open_work)
    edits = town.telegram.chat(campaign.progress_chat_id or 0).shown
    before = len(edits)

    for sent in (1, 2, 3):
        totals = {DeliveryState.SENT: sent, DeliveryState.QUEUED: 9 - sent}
        await shown.show(campaign, totals)
    await shown.show(replace(campaign, state=CampaignState.DONE), {DeliveryState.SENT: 9})

    assert [each.text.splitlines()[0] for each in edits[before:]] == [
        "Sending: 1 of 9.",
        "Done: 9 got it. 9 in all.",
    ]


async def test_after_a_while_it_is_edited_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "EDIT_SECONDS_MIN", 0.0)
    campaign = await a_campaign(town, "en")
    shown = TelegramProgress(town.bot, town.services.open_work)

    for sent in (1, 2):
        await shown.show(campaign, {DeliveryState.SENT: sent, DeliveryState.QUEUED: 9 - sent})

    last = town.telegram.chat(campaign.progress_chat_id or 0).shown[-1]
    assert last.text.startswith("Sending: 2 of 9.")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Готово: 412 получили, 9 закрыли бота, 1 не подтверждено. Всего 422."),
        ("uk", "Готово: 412 отримали, 9 закрили бота, 1 не підтверджено. Разом 422."),
        ("en", "Done: 412 got it, 9 have closed the bot, 1 unconfirmed. 422 in all."),
    ],
)
async def test_the_end_in_every_language(town: Town, language: str, sentence: str) -> None:
    """A message that is gone is written anew; whoever closed the bot is left in peace."""
    campaign = await a_campaign(town, language)
    chat = town.telegram.chat(campaign.progress_chat_id or 0)
    chat.messages.clear()
    done = replace(campaign, state=CampaignState.DONE)
    shown = TelegramProgress(town.bot, town.services.open_work)

    await shown.show(done, ALL)
    assert sentence == chat.shown[-1].text

    chat.blocked = True
    chat.messages.clear()
    await shown.show(done, ALL)
    assert sentence == chat.shown[-1].text
