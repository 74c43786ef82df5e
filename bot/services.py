"""What handlers may call besides their unit of work: made once, in wiring."""

from collections.abc import Callable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.background import Background
from bot.exports.desk import ExportDesk
from bot.worker import Worker
from use_cases.broadcasting.letters import Wording
from use_cases.ports import Clock, OpenWork
from use_cases.segments.segmenting import FindSegments


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The long-lived parts of the running bot that a handler may need."""

    open_work: OpenWork
    clock: Clock
    find_segments: FindSegments
    wake_sender: Callable[[], None]  # A campaign was launched.
    wake_fielding: Callable[[], None] = lambda: None  # Managers are to be told something at once.
    wording: Wording
    exports: ExportDesk
    bot_username: str
    house_name: str
    emergency: str = ""  # Whom to call besides 112, in the house's own words.
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))  # Whose days and hours count.
    admin_ids: tuple[int, ...] = ()
    worker: Worker = field(default_factory=Worker)  # Starts its process at the first use.
    background: Background = field(default_factory=Background)
