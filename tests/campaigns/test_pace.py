"""The pace keeps Telegram's limits, checked against every sliding second."""

from hypothesis import given
from hypothesis import strategies as st

from campaigns.pace import DEFAULT_RATE, TELEGRAM_RATE_MAX, Pace, PaceLimits

ROUNDING = 1e-6

requests = st.lists(
    st.tuples(st.integers(1, 6), st.floats(0, 0.7), st.sampled_from([0.0] * 9 + [0.4, 3.0])),
    max_size=120,
)


def departures(
    pace: Pace, wanted: list[tuple[int, float, float]]
) -> list[tuple[int, float, float]]:
    """(chat, moment, end of the pause known then) of messages that come and go one by one."""
    now, closed_until = 1_000.0, 0.0
    went = []
    for chat_id, idle, pause in wanted:
        now += idle
        if pause:
            pace.pause(pause, now)
            closed_until = max(closed_until, now + pause)
        now += pace.wait(chat_id, now)
        assert pace.wait(chat_id, now) < ROUNDING
        pace.went(chat_id, now)
        went.append((chat_id, now, closed_until))
    return went


@given(rate=st.integers(1, 40), wanted=requests)
def test_no_sliding_second_holds_more_than_the_rate(
    rate: int, wanted: list[tuple[int, float, float]]
) -> None:
    """Whatever comes when, no second from any message on holds more than the rate."""
    went = departures(Pace(PaceLimits(per_second=rate, chat_interval_seconds=0)), wanted)

    moments = [moment for _, moment, _ in went]
    for start in moments:
        assert rate >= sum(start <= moment < start + 1 - ROUNDING for moment in moments)


@given(wanted=requests)
def test_one_chat_gets_one_message_a_second_and_nobody_any_in_a_pause(
    wanted: list[tuple[int, float, float]],
) -> None:
    """Messages to one chat are a second apart, and none goes before a pause is over."""
    went = departures(Pace(PaceLimits()), wanted)

    last: dict[int, float] = {}
    for chat_id, moment, closed_until in went:
        assert moment >= closed_until - ROUNDING
        assert moment >= last.get(chat_id, 0) + 1 - ROUNDING
        last[chat_id] = moment


def test_the_pace_is_used_to_the_full() -> None:
    """Ten thousand messages to different people take 400 seconds at 25 a second."""
    went = departures(Pace(PaceLimits()), [(chat, 0.0, 0.0) for chat in range(10_000)])

    assert 399 < went[-1][1] - went[0][1] <= 400


def test_messages_are_spread_over_the_second() -> None:
    """No fifth of a second holds more than a fifth of the rate, so jitter does not pile up."""
    went = departures(Pace(PaceLimits()), [(chat, 0.0, 0.0) for chat in range(200)])

    moments = [moment for _, moment, _ in went]
    for start in moments:
        assert sum(start <= moment < start + 0.2 - ROUNDING for moment in moments) <= 5


def test_the_default_stays_below_what_telegram_allows() -> None:
    """The network may bunch messages together a little."""
    assert DEFAULT_RATE < TELEGRAM_RATE_MAX


def test_a_longer_pause_is_not_cut_short() -> None:
    """A short wait named by a straggler does not open the queue early."""
    pace = Pace(PaceLimits())
    pace.pause(60, now=0)
    pace.pause(1, now=1)

    assert pace.paused_for(now=1) == 59
    assert pace.paused_for(now=61) == 0
