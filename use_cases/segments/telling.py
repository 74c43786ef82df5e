"""Managers are told of segments that wait for their decision: one message a proposal."""

from collections.abc import Sequence
from dataclasses import dataclass

from use_cases.ports import Clock, OpenWork
from use_cases.records import AlertKind, Person, Role
from use_cases.segments.approving import NoProposal, Proposal, proposal_in
from use_cases.segments.segmenting import SchemeView, view_scheme


@dataclass(frozen=True, slots=True)
class ProposalNotice:
    """What waits, and who is to be told."""

    proposal: Proposal
    view: SchemeView
    readers: Sequence[Person]


@dataclass(frozen=True, slots=True)
class CollectProposals:
    """Hands each out once: a crash may lose the message, never send it twice; /segments shows the
    proposal in any case. Whoever asked for the run sees it where they asked."""

    open_work: OpenWork
    clock: Clock

    async def __call__(self) -> list[ProposalNotice]:
        async with self.open_work() as work:
            waiting = await work.notices.untold()
            alerts = [alert for alert in waiting if alert.kind is AlertKind.PROPOSAL]
            if not alerts:
                return []
            muted = await work.notices.muted()
            team = [
                *await work.people.with_role(Role.ADMIN),
                *await work.people.with_role(Role.MANAGER),
            ]
            notices = []
            for alert in alerts:
                try:
                    proposal = await proposal_in(work, int(str(alert.facts["scheme"])))
                except NoProposal:
                    continue  # Somebody has decided already.
                readers = [
                    each
                    for each in team
                    if each.unreachable_at is None
                    and each.id != alert.facts.get("by")
                    and (each.id, AlertKind.PROPOSAL) not in muted
                ]
                view = await view_scheme(work, proposal.scheme)
                notices.append(ProposalNotice(proposal, view, readers))
            await work.notices.told([alert.id for alert in alerts], at=self.clock.now())
            await work.commit()
            return notices
