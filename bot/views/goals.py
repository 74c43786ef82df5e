"""Goals as managers see them: the value now, at the start, the target, the days left."""

from collections.abc import Sequence
from datetime import date
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import RuleAct, RuleButton
from bot.goal_buttons import GoalAct, GoalButton
from bot.scheme_buttons import SchemeAct, SchemeButton
from bot.screen import View
from bot.views.goal_lines import day_said, goal_lines
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.views.schemes import scheme_words
from bot.views.segments import titles
from bot.words import Words
from use_cases.goals.setting import GoalsPage, GoalView
from use_cases.records import Measure, Person, Subject
from use_cases.segments.segmenting import SchemeView


def about_said(view: GoalView, scheme: SchemeView | None, words: Words) -> str:
    """What the goal is about, as plain text."""
    if view.rule_name is not None:
        return words.quoted(view.rule_name)
    if scheme is None:
        return words("goal-gone")
    if view.goal.subject is Subject.SCHEME:
        return words("goal-everybody")
    named = titles(scheme, words)
    return words.quoted(named.get(view.segment_id or 0, words("goal-gone")))


def goals_view(
    listed: GoalsPage,
    words: Words,
    *,
    about: Subject | None = None,
    about_id: int = 0,
) -> View:
    """A page of goals, each with a button; a new one where it is said about what."""
    lines = [f"<b>{words('goals-title')}</b>"]
    rows: list[list[tuple[str, CallbackData]]] = []
    for number, (scheme, view) in enumerate(listed.found, start=listed.first):
        said = goal_lines(view, about_said(view, scheme, words), words)
        lines.append(f"{number}. " + escape("\n".join(said), quote=False))
        show = GoalButton(act=GoalAct.SHOW, id=view.goal.id)
        rows.append([(words("button-goal-show", number=number), show)])
    if not listed.found:
        lines.append(words("goals-none"))
    rows.append(_leaves(listed, about, about_id, words))
    if about is not None:
        new = GoalButton(act=GoalAct.NEW, about=about, id=about_id)
        rows.append([(words("button-goal-new"), new)])
    if about is Subject.SCHEME:
        back = SchemeButton(act=SchemeAct.BACK, survey=about_id)
        rows.append([(words("button-back-to-scheme"), back)])
    elif about is Subject.RULE:
        rows.append([(words("button-goals-back"), RuleButton(act=RuleAct.SHOW, rule=about_id))])
    else:
        lines.append(words("goals-where"))
        rows.append([(words("button-goals-schemes"), SchemeButton(act=SchemeAct.LIST))])
        rows.append([(words("button-goals-rules"), RuleButton(act=RuleAct.LIST))])
    return View(in_one_message(lines, words("segments-more")), buttons(*rows))


def _leaves(
    listed: GoalsPage, about: Subject | None, about_id: int, words: Words
) -> list[tuple[str, CallbackData]]:
    """Back and on, round and round; nothing where all goals stand on one page."""
    if listed.pages == 1:
        return []
    act = GoalAct.ALL if about is None else GoalAct.LIST

    def leaf(page: int) -> GoalButton:
        return GoalButton(act=act, about=about or Subject.SCHEME, id=about_id, value=page)

    return [
        ("‹", leaf((listed.page - 1) % listed.pages)),
        (f"{listed.page + 1} / {listed.pages}", leaf(listed.page)),
        ("›", leaf((listed.page + 1) % listed.pages)),
    ]


def subjects_view(scheme: SchemeView, words: Words) -> View:
    """About whom: everybody in the scheme, or one of its segments?"""
    whole = GoalButton(act=GoalAct.MEASURE, about=Subject.SCHEME, id=scheme.scheme.id)
    rows: list[list[tuple[str, CallbackData]]] = [[(words("goal-everybody"), whole)]]
    for segment_id, name in titles(scheme, words).items():
        one = GoalButton(act=GoalAct.MEASURE, about=Subject.SEGMENT, id=segment_id)
        rows.append([(name, one)])
    rows.append([_back(GoalButton(act=GoalAct.LIST, id=scheme.scheme.id), words)])
    title = escape(scheme_words(scheme, words), quote=False)
    return View(words("goal-about-ask", title=title), buttons(*rows))


def measures_view(about: Subject, about_id: int, under: int, words: Words) -> View:
    """By what shall it be measured? `under` is the scheme, or the rule, that lists the goals."""
    rows: list[list[tuple[str, CallbackData]]] = [
        [
            (
                words(f"goal-measure-{measure.value}"),
                GoalButton(act=GoalAct.TARGET, about=about, id=about_id, measure=measure),
            )
        ]
        for measure in Measure
    ]
    if about is Subject.RULE:
        back = GoalButton(act=GoalAct.LIST, about=about, id=under)
    else:
        back = GoalButton(act=GoalAct.NEW, about=Subject.SCHEME, id=under)
    rows.append([_back(back, words)])
    return View(words("goal-measure-ask"), buttons(*rows))


def target_view(about: Subject, about_id: int, measure: Measure, words: Words) -> View:
    """Which number?"""
    back = GoalButton(act=GoalAct.MEASURE, about=about, id=about_id)
    return View(words(f"goal-target-{measure.value}"), buttons([_back(back, words)]))


def _back(button: GoalButton, words: Words) -> tuple[str, GoalButton]:
    return words("button-goals-back"), button


def due_view(
    days: Sequence[date], about: Subject, about_id: int, measure: Measure, words: Words
) -> View:
    """Until when? Some days by a button, any other one typed."""
    rows = [
        [(day_said(day, words), GoalButton(act=GoalAct.DUE, value=day.toordinal()))] for day in days
    ]
    back = GoalButton(act=GoalAct.TARGET, about=about, id=about_id, measure=measure)
    rows.append([_back(back, words)])
    return View(words("goal-due-ask"), buttons(*rows))


def goal_view(view: GoalView, scheme: SchemeView | None, words: Words) -> View:
    """One goal, and what can be done with it."""
    lines = goal_lines(view, about_said(view, scheme, words), words)
    text = f"🎯 <b>{escape(lines[0], quote=False)}</b>\n" + escape(
        "\n".join(lines[1:]), quote=False
    )
    goal = view.goal.id
    rows: list[list[tuple[str, CallbackData]]] = [
        [(words("button-goal-owner"), GoalButton(act=GoalAct.OWNER, id=goal))],
        [(words("button-goal-end"), GoalButton(act=GoalAct.END, id=goal))],
        [(words("button-goals-all"), GoalButton(act=GoalAct.ALL))],
    ]
    return View(text, buttons(*rows))


def owners_view(goal_id: int, managers: Sequence[Person], words: Words) -> View:
    """Who shall answer for it?"""
    rows = [
        [
            (
                person.name or words("goal-nameless"),
                GoalButton(act=GoalAct.GIVE, id=goal_id, value=person.id),
            )
        ]
        for person in managers
    ]
    rows.append([_back(GoalButton(act=GoalAct.SHOW, id=goal_id), words)])
    return View(words("goal-owner-ask"), buttons(*rows))
