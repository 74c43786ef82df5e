"""How patient a campaign is: when a delivery is tried again, and when the whole queue rests."""

ATTEMPTS_MAX = 5  # Tries that Telegram may turn down before a delivery counts as failed.
RETRY_BASE_SECONDS = 1.0
RETRY_FACTOR = (
    4.0  # Waits of 1, 4, 16 and 64 seconds: a hiccup costs little, an outage is outlived.
)

TROUBLES_IGNORED = 2  # So many bad answers in a row are chance; more are an outage.
REST_BASE_SECONDS = 1.0
REST_SECONDS_MAX = 60.0


def retry_wait(tries: int) -> float | None:
    """Seconds before the next try after `tries` that were turned down; None: no more tries."""
    if tries >= ATTEMPTS_MAX:
        return None
    return RETRY_BASE_SECONDS * RETRY_FACTOR ** (tries - 1)


def queue_rest(troubles: int) -> float:
    """Seconds that the whole queue rests after so many troubles without one success between.

    So an outage of Telegram or of the network does not walk through the whole audience.
    """
    beyond = troubles - TROUBLES_IGNORED
    if beyond <= 0:
        return 0.0
    return min(REST_SECONDS_MAX, REST_BASE_SECONDS * 2.0 ** min(beyond - 1, 10))
