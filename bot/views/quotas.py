"""Quotas as managers set them: by what, and how many people each group has."""

from collections.abc import Sequence
from html import escape

from bot.field_callbacks import Field, FieldAct
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.words import Words
from surveys.field.quotas import Grouping
from surveys.field.settings import Quota
from surveys.piping import without_answers
from surveys.text import Text

SET = "✅ "
GROUPINGS_MAX = 30


def quotas_view(
    survey: int, found: Sequence[Grouping], quotas: Sequence[Quota], words: Words
) -> View:
    """What is set, and a button for each thing that a quota can go by."""
    there = {quota.by: quota for quota in quotas}
    lines = [words("quotas")]
    for grouping in found:
        if (quota := there.get(grouping.by)) is not None:
            shares = ", ".join(
                f"{_said(group, label, words)} {words.number(round(100 * quota.shares[group]))} %"
                for group, label in grouping.groups.items()
                if group in quota.shares
            )
            lines.append(f"<b>{_title(grouping, words)}</b>\n{shares}")
    if not found:
        lines.append(words("quotas-nothing"))
    rows: list[list[tuple[str, Field]]] = []
    for place, grouping in enumerate(found[:GROUPINGS_MAX]):
        mark = SET if grouping.by in there else ""
        act = Field(survey=survey, act=FieldAct.QUOTA, value=place)
        rows.append([(mark + _title(grouping, words, plain=True), act)])
    rows.append([(words("button-page-back"), Field(survey=survey, act=FieldAct.SHOW))])
    return View(in_one_message(lines, "…"), buttons(*rows))


def numbers_text(grouping: Grouping, words: Words) -> str:
    """Which numbers are wanted, in which order. Telegram HTML."""
    lines = [words("quota-numbers", title=_title(grouping, words))]
    for place, (group, label) in enumerate(grouping.groups.items(), start=1):
        lines.append(f"{place}. {_said(group, label, words)}")
    lines.append(words("quota-how"))
    return in_one_message(lines, "…", between="\n")


def _title(grouping: Grouping, words: Words, *, plain: bool = False) -> str:
    if grouping.words is None:
        return words("quota-by-entrance")
    title = without_answers(grouping.words).in_language(words.language)
    return title if plain else escape(title, quote=False)


def _said(group: str, label: Text | None, words: Words) -> str:
    if label is None:
        return words("quota-entrance", entrance=escape(group, quote=False))
    return escape(label.in_language(words.language), quote=False)
