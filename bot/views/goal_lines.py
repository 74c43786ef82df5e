"""How far a goal is, in plain sentences for the chat and for reports."""

from datetime import date

from babel.dates import format_date

from bot.reports.numbers import Numbers
from bot.reports.success import difference_text
from bot.views.seasons import season_said
from bot.words import Words
from use_cases.goals.measuring import FIGURES, reached, share_of_way
from use_cases.goals.setting import GoalView
from use_cases.records import Measure

SHARES = {Measure.ANSWERS, Measure.CSAT}
MINOR_UNITS = 100  # of money in one that people speak of


def value_said(measure: Measure, value: float, words: Words) -> str:
    """A value in the unit of its measure: 40, 62 %, −12, 1 200."""
    numbers = Numbers(words)
    if measure in SHARES:
        return numbers.percent(value)
    return numbers.plain(value / MINOR_UNITS if measure is Measure.PAID else value)


def difference_said(measure: Measure, value: float, words: Words) -> str:
    """The difference of two values: +7 p.p., −12, +1 200."""
    if measure in FIGURES and measure is not Measure.PAID:
        return difference_text(FIGURES[measure], value, Numbers(words), None)
    return Numbers(words).signed(value / MINOR_UNITS if measure is Measure.PAID else value)


def goal_lines(view: GoalView, about: str, words: Words) -> list[str]:
    """One goal in plain sentences."""
    goal, now = view.goal, view.now
    target = value_said(goal.measure, goal.target, words)
    measure = words(f"goal-measure-{goal.measure.value}")
    day = day_said(goal.due, words)
    lines = [words("goal-line", about=about, measure=measure, target=target, day=day)]
    start = value_said(goal.measure, goal.start, words) if goal.start is not None else None
    if now is None:
        lines.append(words("goal-now-unknown"))
    else:
        value = value_said(goal.measure, now.value, words)
        said = words("goal-now", value=value)
        if now.low is not None and now.high is not None:
            low, high = (value_said(goal.measure, x, words) for x in (now.low, now.high))
            said = words("goal-now-between", value=value, low=low, high=high)
        if start is not None:
            said += " " + words("goal-start", value=start)
        way = share_of_way(goal, now.value)
        if reached(goal, now.value):
            said += " " + words("goal-reached")
        elif way is not None and way >= 0:
            said += " " + words("goal-way", share=Numbers(words).percent(way))
        lines.append(said)
    season = season_said(
        view.season,
        lambda value: value_said(goal.measure, value, words),
        lambda value: difference_said(goal.measure, value, words),
        words,
    )
    if season is not None:
        lines.append(season)
    left = words("goal-left", days=view.days_left)
    lines.append(left if view.days_left >= 0 else words("goal-late", days=-view.days_left))
    if view.owner:
        lines[-1] += " " + words("goal-owner", name=view.owner)
    return lines


def day_said(day: date, words: Words) -> str:
    """The day with its year."""
    return str(format_date(day, format="long", locale=words.language))
