"""Trouble on demand: seeded shares of 429, 403, 5xx, cuts and delays, and planned faults."""

import asyncio
import random
import time
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Literal, cast, get_args

from sandbox.errors import ApiError, bot_was_blocked, too_many_requests
from sandbox.limits import CHAT_BURST, CHAT_MESSAGES_PER_SECOND, MESSAGES_PER_SECOND

FaultKind = Literal["429", "403", "500", "cut", "delay"]
SENDING = ("sendmessage", "senddocument", "sendphoto")


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """How often things go wrong: shares of calls, and of chats for `forbidden_share`."""

    seed: int = 0
    rate_429: float = 0.0
    retry_after_min: int = 1
    retry_after_max: int = 3
    rate_5xx: float = 0.0
    rate_cut: float = 0.0
    forbidden_share: float = 0.0
    delay_min: float = 0.0
    delay_max: float = 0.0
    real_limits: bool = False
    methods: tuple[str, ...] = ()  # Empty: every method except getUpdates and getMe.

    @classmethod
    def from_json(cls, values: Mapping[str, object]) -> "Faults":
        """Read the setting; an unknown name is an error, not a silence."""
        known = {entry.name for entry in fields(cls)}
        if unknown := set(values) - known:
            raise ValueError(f"unknown fault settings: {', '.join(sorted(unknown))}")
        given = dict(values)
        given["methods"] = tuple(cast("list[str]", given.get("methods", ())))
        return cls(**given)  # type: ignore[arg-type]

    def to_json(self) -> dict[str, object]:
        """The setting as the people API shows it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Planned:
    """A fault waiting for the next call that fits."""

    kind: FaultKind
    method: str | None
    chat_id: int | None
    seconds: int

    def fits(self, method: str, chat_id: int | None) -> bool:
        return self.method in (None, method) and self.chat_id in (None, chat_id)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What happens to an accepted call after it has taken effect."""

    is_cut: bool = False


class FaultDice:
    """Decides, call by call, what goes wrong."""

    def __init__(self) -> None:
        self.faults = Faults()
        self._random = random.Random(0)
        self._planned: list[Planned] = []
        self._limits = RateLimits()

    def set(self, faults: Faults) -> None:
        """Begin anew with these rates and their seed."""
        self.faults = faults
        self._random = random.Random(faults.seed)
        self._limits = RateLimits()

    def plan(self, planned: Planned, count: int) -> None:
        """Let the next `count` fitting calls fail."""
        if planned.kind not in get_args(FaultKind):
            raise ValueError(f"unknown fault kind: {planned.kind}")
        self._planned.extend([planned] * count)

    async def meet(self, method: str, chat_id: int | None) -> Verdict:
        """Let a call through, late perhaps, or raise its refusal."""
        planned = self._take_planned(method, chat_id) if self._planned else None
        if planned is not None:
            return await self._carry_out(planned)
        faults = self.faults
        if faults.real_limits and method in SENDING and chat_id is not None:
            self._limits.spend(chat_id)
        if faults == NO_FAULTS or not self._concerns(method):
            return Verdict()
        if faults.delay_max > 0:
            await asyncio.sleep(self._random.uniform(faults.delay_min, faults.delay_max))
        if chat_id is not None and self._is_forbidden(chat_id):
            raise bot_was_blocked()
        draw = self._random.random()
        if draw < faults.rate_429:
            seconds = self._random.randint(faults.retry_after_min, faults.retry_after_max)
            raise too_many_requests(seconds)
        if draw < faults.rate_429 + faults.rate_5xx:
            raise ApiError(502, "Bad Gateway")
        return Verdict(is_cut=draw < faults.rate_429 + faults.rate_5xx + faults.rate_cut)

    def _concerns(self, method: str) -> bool:
        if self.faults.methods:
            return method in {name.lower() for name in self.faults.methods}
        return method not in ("getupdates", "getme")

    def _is_forbidden(self, chat_id: int) -> bool:
        share = self.faults.forbidden_share
        return share > 0 and random.Random(f"{self.faults.seed}:{chat_id}").random() < share

    def _take_planned(self, method: str, chat_id: int | None) -> Planned | None:
        for index, planned in enumerate(self._planned):
            if planned.fits(method, chat_id):
                return self._planned.pop(index)
        return None

    @staticmethod
    async def _carry_out(planned: Planned) -> Verdict:
        match planned.kind:
            case "429":
                raise too_many_requests(planned.seconds)
            case "403":
                raise bot_was_blocked()
            case "500":
                raise ApiError(500, "Internal Server Error")
            case "delay":
                await asyncio.sleep(planned.seconds)
                return Verdict()
            case "cut":
                return Verdict(is_cut=True)


class RateLimits:
    """Telegram's published pace: so many a second over all chats, one a second into one chat."""

    def __init__(self) -> None:
        self._overall: deque[float] = deque()
        self._chats: defaultdict[int, deque[float]] = defaultdict(deque)

    def spend(self, chat_id: int) -> None:
        """Count one message, or refuse it with 429."""
        now = time.monotonic()
        chat = self._chats[chat_id]
        chat_window = CHAT_BURST / CHAT_MESSAGES_PER_SECOND
        self._forget(self._overall, now - 1.0)
        self._forget(chat, now - chat_window)
        if len(self._overall) >= MESSAGES_PER_SECOND:
            raise too_many_requests(1)
        if len(chat) >= CHAT_BURST:
            raise too_many_requests(max(1, round(chat[0] + chat_window - now)))
        self._overall.append(now)
        chat.append(now)

    @staticmethod
    def _forget(times: deque[float], before: float) -> None:
        while times and times[0] <= before:
            times.popleft()


NO_FAULTS = Faults()
