"""How far a campaign is: one message, edited; in the end totals that add up to the audience."""

from collections.abc import Mapping, Sequence
from html import escape

from bot.callbacks import Broadcast, BroadcastAct, Unconfirmed
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.words import Words
from use_cases.records import Campaign, CampaignState, DeliveryState, Person, Purpose
from use_cases.reporting.suppression import FEW
from use_cases.rules.telling import sees_people

BAR_CELLS = 10
ENDS = (
    DeliveryState.SENT,
    DeliveryState.UNREACHABLE,
    DeliveryState.FAILED,
    DeliveryState.UNCONFIRMED,
)


def progress_view(
    campaign: Campaign, totals: Mapping[DeliveryState, int], reader: Person | None, words: Words
) -> View:
    """The campaign as it stands, with what can be done about it.

    How few people a segment has that has fewer than five is told only to whoever sees names.
    """
    audience = sum(totals.values())
    closed = campaign.purpose is Purpose.MESSAGE and (reader is None or not sees_people(reader))
    if closed and audience < FEW:
        return _few_view(campaign, totals, words)
    ended = sum(totals.get(state, 0) for state in ENDS)
    rows: list[list[tuple[str, Broadcast | Unconfirmed]]] = []
    match campaign.state:
        case CampaignState.DONE:
            opening = words("progress-done")
        case CampaignState.PAUSED:
            opening = words("progress-paused", done=ended, total=audience)
            rows.append([_button(campaign, BroadcastAct.RESUME, words("button-resume"))])
        case _:
            opening = words("progress-sending", done=ended, total=audience)
            rows.append([_button(campaign, BroadcastAct.PAUSE, words("button-pause"))])
    if totals.get(DeliveryState.UNCONFIRMED) and not closed:
        rows.append([(words("button-unconfirmed"), Unconfirmed(campaign=campaign.id))])
    ends = _ends_text(totals, words)
    if campaign.state is CampaignState.DONE:
        nobody = words("delivered-sent", count=0)
        text = f"{opening} {ends or nobody}. {words('progress-total', total=audience)}"
    else:
        lines = [opening, _bar(ended, audience), ends]
        text = "\n".join(line for line in lines if line)
    return View(text, buttons(*rows) if rows else None)


def _few_view(campaign: Campaign, totals: Mapping[DeliveryState, int], words: Words) -> View:
    """The same of fewer than five people: what became of the letters, not how many they were."""
    ends = [words(f"delivered-{state}-few", least=FEW) for state in ENDS if totals.get(state)]
    match campaign.state:
        case CampaignState.DONE:
            said = ", ".join(ends) or words("delivered-sent-few", least=FEW)
            return View(f"{words('progress-done')} {said}.")
        case CampaignState.PAUSED:
            opening = words("progress-paused-few", least=FEW)
            button = _button(campaign, BroadcastAct.RESUME, words("button-resume"))
        case _:
            opening = words("progress-sending-few", least=FEW)
            button = _button(campaign, BroadcastAct.PAUSE, words("button-pause"))
    return View("\n".join([opening, *ends]), buttons([button]))


def unconfirmed_view(people: Sequence[Person], words: Words) -> View:
    """Who may or may not have got the message, by name."""
    if not people:
        return View(words("unconfirmed-nobody"))
    names = [f"· {_name(person, words)}" for person in people]
    lines = [words("unconfirmed", count=len(people)), *names]
    return View(in_one_message(lines, "…", between="\n"))


def _name(person: Person, words: Words) -> str:
    name = escape(person.name or words("no-name"), quote=False)
    return f"{name} (<code>{person.telegram_id}</code>)"


def _ends_text(totals: Mapping[DeliveryState, int], words: Words) -> str:
    """ "412 got it, 9 have closed the bot, 1 unconfirmed"; what did not happen is left out."""
    said = [words(f"delivered-{state}", count=totals[state]) for state in ENDS if totals.get(state)]
    return ", ".join(said)


def _bar(ended: int, audience: int) -> str:
    filled = BAR_CELLS * ended // audience if audience else 0
    return "▓" * filled + "░" * (BAR_CELLS - filled)


def _button(campaign: Campaign, act: BroadcastAct, label: str) -> tuple[str, Broadcast]:
    return label, Broadcast(campaign=campaign.id, act=act)
