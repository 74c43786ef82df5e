"""Every kind of button is told by its prefix: two of the same would take each other's taps."""

from collections import Counter

from aiogram.filters.callback_data import CallbackData

import bot.dispatcher  # noqa: F401  Brings in every handler with its buttons.


def test_no_two_kinds_of_buttons_share_a_prefix() -> None:
    prefixes = Counter(
        each.__prefix__
        for each in CallbackData.__subclasses__()
        if each.__module__.startswith("bot.")
    )

    assert prefixes
    assert [prefix for prefix, count in prefixes.items() if count > 1] == []
