"""What changed in a scheme since a day: who moved, in words and shares, the noise taken out."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from aiogram.filters.callback_data import CallbackData
from babel.dates import format_date

from bot.callbacks import SegmentAct, SegmentButton
from bot.screen import View
from bot.segment_buttons import Change, ChangeAct
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.views.lengths import excerpt, in_one_message
from bot.views.segments import heading, titles
from bot.words import Words
from surveys.questions import Survey
from use_cases.records import StoredSegment
from use_cases.segments.following import Changes, Flows, Link, Way
from use_cases.segments.moments import Moment
from use_cases.segments.segmenting import SchemeView

PROMPT_UNITS_MAX = 80
DAYS_IN_A_ROW = 2


def looking_back_view(view: SchemeView, words: Words) -> View:
    """The past is being looked at."""
    return View(f"<b>{heading(view, words)}</b>\n\n{words('changes-looking')}")


def changes_view(
    view: SchemeView, changes: Changes, offered: Sequence[Moment], words: Words
) -> View:
    """The whole screen, with the other days to compare with."""
    names = names_by_key(view, changes.flows.segments, words)
    step = changes.step
    since = words("changes-since", day=day_text(changes.since.at.date(), words))
    lines = [f"<b>{heading(view, words)}</b>\n{since}"]
    lines.append(words("changes-people", count=step.people))
    unsure = not step.low and percent(step.moved) != percent(0.0)
    moved = words(
        "changes-unsure" if unsure else "changes-moved",
        share=percent(step.moved),
        low=percent(step.low),
        high=percent(step.high),
    )
    noise = words("changes-noise", counted=percent(step.counted), noise=percent(step.noise))
    lines.append(f"{moved} {noise}")
    if changes.relabelled.value:
        lines.append(words("changes-relabelled", shown=count_text(changes.relabelled)))
    lines += _rows(changes.flows, names, words)
    lines += [_way(way, names, view.asked, words) for way in changes.ways]
    if changes.drift is not None and changes.drift.alarms:
        alarms = drift_text(changes.drift.alarms, view.asked, words)
        lines.append(words("changes-drift", what=alarms))
    return View(
        in_one_message(lines, words("segments-more")), buttons(*_days(view, offered, words))
    )


def nothing_yet_view(view: SchemeView, offered: Sequence[Moment], words: Words) -> View:
    """There is no past to compare with; the other ways stay open."""
    text = f"<b>{heading(view, words)}</b>\n\n{words('fault-nothing-to-follow')}"
    return View(text, buttons(*_days(view, offered, words)))


def names_by_key(
    view: SchemeView, segments: Mapping[str, StoredSegment], words: Words
) -> dict[str, str]:
    """What each segment is called, those that are no more by their number; for Telegram HTML."""
    living = titles(view, words)
    return {
        key: escape(
            living.get(each.stands_as)
            or each.name
            or words("segment-gone-name", number=each.number),
            quote=False,
        )
        for key, each in segments.items()
    }


def percent(share: float) -> str:
    """A share as people read it."""
    return f"{share:.0%}".replace("%", " %")


def day_text(day: date, words: Words) -> str:
    """The day with its year."""
    return str(format_date(day, format="long", locale=words.language))


def drift_text(alarms: Sequence[str], survey: Survey, words: Words) -> str:
    """What has drifted, in words: answers by their questions, sizes, certainty."""
    said = []
    for alarm in alarms:
        kind, _, item = alarm.partition(":")
        if kind != "item":
            said.append(words(f"drift-{kind}"))
            continue
        said.append(words.quoted(prompt_of(item, survey, words)))
    return "; ".join(dict.fromkeys(said))


def prompt_of(item: str, survey: Survey, words: Words) -> str:
    """The question that an item comes from, shortened, for Telegram HTML."""
    known = survey.question(item) or survey.question(item.partition(": ")[0])
    text = known.prompt.in_language(words.language) if known is not None else item
    return excerpt(escape(text.rstrip(" .!"), quote=False), PROMPT_UNITS_MAX)


def _rows(flows: Flows, names: Mapping[str, str], words: Words) -> list[str]:
    """A paragraph for each segment of then: where its people are now."""
    by_segment: dict[str, list[Link]] = {}
    for link in flows.links:
        by_segment.setdefault(link.before, []).append(link)
    rows = []
    for key, links in by_segment.items():
        links.sort(key=lambda each: (each.after != key, -(each.share or 0.0), each.after))
        where = [_where(link, names, words) for link in links]
        rows.append(f"<b>{names.get(key, key)}</b>\n" + "\n".join(where))
    return rows


def _where(link: Link, names: Mapping[str, str], words: Words) -> str:
    shown = words("changes-few") if link.of_before is None else percent(link.of_before)
    if link.before == link.after:
        return words("changes-stayed", shown=shown)
    return words("changes-went", name=names.get(link.after, link.after), shown=shown)


def _way(way: Way, names: Mapping[str, str], survey: Survey, words: Words) -> str:
    said = words(
        "changes-way",
        before=names.get(way.before, way.before),
        after=names.get(way.after, way.after),
        count=way.people,
    )
    if way.answers:
        asked = "; ".join(words.quoted(prompt_of(each.item, survey, words)) for each in way.answers)
        said += "\n" + words("changes-moved-by", questions=asked)
    if way.names:
        said += f"\n<i>{escape(', '.join(way.names), quote=False)}</i>"
    return said


def _days(
    view: SchemeView, offered: Sequence[Moment], words: Words
) -> list[list[tuple[str, CallbackData]]]:
    """A button for each day to compare with, and the way back."""
    days: list[tuple[str, CallbackData]] = [
        (
            words("button-since", day=day_text(moment.at.date(), words)),
            Change(act=ChangeAct.SINCE, scheme=view.scheme.id, day=moment.at.date().toordinal()),
        )
        for moment in offered
    ]
    rows = [days[at : at + DAYS_IN_A_ROW] for at in range(0, len(days), DAYS_IN_A_ROW)]
    season = Change(act=ChangeAct.SEASON, scheme=view.scheme.id)
    rows.append([(words("button-season"), season)])
    back = SegmentButton(act=SegmentAct.SHOW, scheme=view.scheme.id)
    return [*rows, [(words("button-to-segments"), back)]]
