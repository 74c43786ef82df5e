"""Letters that wait and do not leave: managers are told, once each standstill."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from use_cases.ports import Clock, OpenWork
from use_cases.records import AlertKind, CampaignState, DeliveryState

STALLED_AFTER = timedelta(minutes=10)
WAITING = (DeliveryState.QUEUED, DeliveryState.SENDING)


@dataclass(frozen=True, slots=True)
class WatchDeliveries:
    """Looks how many letters of each campaign wait; for whom that number stays, a notice is raised.

    A paused campaign counts too, be it by hand or because Telegram refused the token. What was seen
    is kept in memory: after a start the time is counted anew.
    """

    open_work: OpenWork
    clock: Clock
    seen: dict[int, tuple[int, datetime]] = field(default_factory=dict)

    async def __call__(self) -> None:
        now = self.clock.now()
        async with self.open_work() as work:
            under_way = [
                *await work.campaigns.in_state(CampaignState.SENDING),
                *await work.campaigns.in_state(CampaignState.PAUSED),
            ]
            raised = False
            for campaign in under_way:
                totals = await work.campaigns.totals(campaign.id)
                waiting = sum(totals.get(state, 0) for state in WAITING)
                before, since = self.seen.get(campaign.id, (waiting, now))
                self.seen[campaign.id] = (waiting, since if waiting == before else now)
                if not waiting or waiting != before or now - since < STALLED_AFTER:
                    continue
                raised |= await work.notices.raise_alert(
                    f"stalled:{campaign.id}:{waiting}",
                    AlertKind.STALLED,
                    campaign.survey_key or "",
                    {
                        "waiting": waiting,
                        "campaign": campaign.id,
                        "paused": campaign.state is CampaignState.PAUSED,
                    },
                    at=now,
                )
            if raised:
                await work.commit()
        for gone in self.seen.keys() - {campaign.id for campaign in under_way}:
            del self.seen[gone]
