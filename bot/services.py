"""What handlers may call besides their unit of work: made once, in wiring."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.background import Background
from use_cases.letters import Wording
from use_cases.ports import Clock, OpenWork
from use_cases.segmenting import FindSegments


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The long-lived parts of the running bot that a handler may need."""

    open_work: OpenWork
    clock: Clock
    find_segments: FindSegments
    wake_sender: Callable[[], None]  # A campaign was launched.
    wording: Wording
    bot_username: str
    house_name: str
    admin_ids: tuple[int, ...] = ()
    background: Background = field(default_factory=Background)
