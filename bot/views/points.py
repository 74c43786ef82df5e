"""Points as a short statement."""

from babel.dates import format_date

from bot.words import Words
from use_cases.points import PointsView

KNOWN_REASONS = ("survey", "campaign")


def points_view(mine: PointsView, words: Words) -> str:
    """The balance, then where it came from, newest first."""
    if not mine.statement:
        return words("points-none")
    lines = [
        words(
            "points-line",
            date=format_date(entry.at, format="d MMM", locale=words.language),
            points=f"{entry.points:+d}",
            reason=words(f"reason-{entry.reason if entry.reason in KNOWN_REASONS else 'other'}"),
        )
        for entry in mine.statement
    ]
    balance = words("points-balance", points=mine.balance)
    return "\n".join([f"<b>{balance}</b>", "", *lines])
