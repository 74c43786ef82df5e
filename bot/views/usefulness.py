"""Is a division of any use, and which of two foretells more: said in words, with intervals."""

from collections.abc import Sequence
from html import escape

from bot.reports.numbers import Numbers
from bot.scheme_buttons import SchemeAct, SchemeButton
from bot.screen import View
from bot.views.checks import check_lines, foretold_said, mark_of, outcome_said, percent_said
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.views.schemes import scheme_words
from bot.views.segments import titles
from bot.views.survey_titles import told_apart
from bot.words import Words
from use_cases.segments.foretelling import Round
from use_cases.segments.segmenting import SchemeView
from use_cases.segments.usefulness import Comparison, Usefulness

TOLD_MAX = 5


def check_view(view: SchemeView, found: Usefulness, words: Words) -> View:
    """The four checks, what differs most, and the way to a comparison."""
    title = escape(scheme_words(view, words), quote=False)
    lines = [f"<b>{words('check-title')}</b>\n{title}"]
    called = titles(view, words)
    names = {segment.number: called[segment.id] for segment in view.segments}
    checks = check_lines(found, names, words)
    lines.append(
        "\n".join(f"{mark_of(ok, found)} {escape(said, quote=False)}" for ok, said in checks)
    )
    surely = [each for each in found.foretold if each.surely][:TOLD_MAX]
    if surely:
        told = [f"· {escape(foretold_said(each, words), quote=False)}" for each in surely]
        lines.append("\n".join([words("check-skills"), *told]))
    compare = SchemeButton(act=SchemeAct.RIVALS, survey=view.scheme.id)
    rows = [[(words("button-compare"), compare)], [_back(view, words)]]
    return View(in_one_message(lines, words("segments-more")), buttons(*rows))


def rivals_view(view: SchemeView, others: Sequence[SchemeView], words: Words) -> View:
    """With what shall it be compared?"""
    called = told_apart((each.survey for each in others if each.survey), words)
    rows = [
        [
            (
                scheme_words(other, words, called),
                SchemeButton(act=SchemeAct.COMPARE, survey=view.scheme.id, bases=other.scheme.id),
            )
        ]
        for other in others
    ]
    text = words("compare-with" if others else "compare-nothing")
    return View(text, buttons(*rows, [_back(view, words)]))


def comparison_view(found: Comparison, words: Words) -> View:
    """Round by round: which foretells better, or that nobody can tell."""
    first, second = (
        escape(scheme_words(view, words), quote=False) for view in (found.first, found.second)
    )
    lines = [f"<b>{words('compare-title')}</b>\n1. {first}\n2. {second}"]
    if not found.rounds:
        lines.append(words("compare-no-outcomes"))
    wins = [sum(each.better == place for each in found.rounds) for place in (1, 2)]
    if found.rounds:
        if wins[0] == wins[1]:
            lines.append(words("compare-even" if wins[0] else "compare-cannot-tell"))
        else:
            better = 1 if wins[0] > wins[1] else 2
            lines.append(
                words("compare-better", which=better, won=max(wins), tried=len(found.rounds))
            )
        lines += [_round(each, words) for each in found.rounds]
    return View(in_one_message(lines, words("segments-more")), buttons([_back(found.first, words)]))


def _round(each: Round, words: Words) -> str:
    numbers = Numbers(words)
    facts = {
        "first": percent_said(each.first, numbers),
        "second": percent_said(each.second, numbers),
        "low": _signed(each.low, numbers),
        "high": _signed(each.high, numbers),
    }
    end = words(f"compare-round-{each.better}" if each.better else "compare-round-none")
    about = escape(outcome_said(each.outcome, words), quote=False)
    return f"<i>{about}</i>\n{words('compare-round', **facts)} {end}"


def _signed(share: float, numbers: Numbers) -> str:
    sign = "+" if share >= 0 else "−"
    return f"{sign}{numbers.percent(abs(share))}"


def _back(view: SchemeView, words: Words) -> tuple[str, SchemeButton]:
    return words("button-back-to-scheme"), SchemeButton(act=SchemeAct.BACK, survey=view.scheme.id)
