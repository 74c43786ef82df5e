"""How a survey is fielded, as managers see it: the settings, each with a button to change it."""

from datetime import datetime, timedelta
from html import escape

from bot.callbacks import Shelf, ShelfAct
from bot.field_callbacks import Field, FieldAct
from bot.screen import View
from bot.views.keyboards import buttons
from bot.words import Words
from surveys.field.settings import Audience, FieldSettings, OnePer
from use_cases.fieldwork.settings import FieldView
from use_cases.records import Building, StoredSurvey, SurveyStatus
from use_cases.segments.segmenting import SchemeView

MINUTE = timedelta(minutes=1)


def day_text(moment: datetime, words: Words) -> str:
    """ "3 May 2026", with the hour where it is not midnight: as the moment's own zone has it."""
    day = words("date-in-words", day=moment.day, month=moment.month, year=str(moment.year))
    if moment.hour == moment.minute == 0:
        return day
    return f"{day}, {moment:%H:%M}" + ("" if moment.utcoffset() else " UTC")


def last_day_text(closes: datetime, words: Words) -> str:
    """The last day on which answers are taken: a survey that closes at midnight ends the day
    before."""
    whole = closes.hour == closes.minute == 0
    return day_text((closes - timedelta(days=1)) if whole else closes, words)


def field_view(view: FieldView, words: Words) -> View:
    """All settings of one survey in the field."""
    settings = view.settings
    lines = [
        f"<b>{_title(view.survey, words)}</b>",
        words("field-audience", audience=audience_text(view, words)),
        words("field-people", count=view.people),
        _dates(settings, words),
        words(f"field-one-per-{settings.one_per.value}"),
        words("field-sealed" if settings.sealed else "field-named"),
    ]
    if settings.sealed:
        lines.append(words("field-takers-on" if settings.takers_shown else "field-takers-off"))
    lines.append(words("field-results-on" if settings.results_shown else "field-results-off"))
    if settings.goal is not None:
        lines.append(words("field-goal", goal=settings.goal))
    if settings.quotas:
        lines.append(words("field-quotas", count=len(settings.quotas)))
    return View("\n".join(line for line in lines if line), buttons(*_rows(view, words)))


def audience_text(view: FieldView, words: Words) -> str:
    """Who is asked, in words. Telegram HTML."""
    kind = view.settings.audience
    if kind is Audience.SEGMENT and view.segment is not None:
        name = view.segment.name or words("segment-number", number=view.segment.number)
        return words("audience-segment", name=escape(name, quote=False))
    if kind is Audience.BUILDING and view.building is not None:
        return words("audience-building", name=escape(view.building.name, quote=False))
    return words(f"audience-{kind.value}")


def audience_view(
    view: FieldView, schemes: list[SchemeView], buildings: list[Building], words: Words
) -> View:
    """Who could be asked: everybody, a segment, a building, a list, whoever comes by link or QR."""
    survey = view.survey.id
    kinds = (Audience.EVERYBODY, Audience.LINK, Audience.QR)
    rows = [
        [
            (
                words(f"audience-{kind.value}"),
                _act(view, FieldAct.AUDIENCE, list(Audience).index(kind)),
            )
        ]
        for kind in kinds
    ]
    for scheme in schemes:
        for segment in scheme.segments:
            name = segment.name or words("segment-number", number=segment.number)
            button = Field(survey=survey, act=FieldAct.SEGMENT, value=segment.id)
            rows.append([(words("audience-segment", name=name), button)])
    for building in buildings:
        button = Field(survey=survey, act=FieldAct.BUILDING, value=building.id)
        rows.append([(words("audience-building", name=building.name), button)])
    rows.append([(words("audience-list"), Field(survey=survey, act=FieldAct.LIST))])
    return View(words("audience-choose"), buttons(*rows[:30]))


def _dates(settings: FieldSettings, words: Words) -> str:
    lines = []
    if settings.opens is not None:
        lines.append(words("field-opens", day=day_text(settings.opens, words)))
    if settings.closes is not None:
        lines.append(words("field-closes", day=last_day_text(settings.closes, words)))
    return "\n".join(lines) or words("field-no-dates")


def _rows(view: FieldView, words: Words) -> list[list[tuple[str, Field | Shelf]]]:
    settings = view.settings
    other = OnePer.FLAT if settings.one_per is OnePer.PERSON else OnePer.PERSON
    rows: list[list[tuple[str, Field | Shelf]]] = [
        [(words("button-audience"), _act(view, FieldAct.AUDIENCE, len(Audience)))],
        [
            (words("button-opens"), _act(view, FieldAct.OPENS)),
            (words("button-closes"), _act(view, FieldAct.CLOSES)),
            (words("button-goal"), _act(view, FieldAct.GOAL)),
        ],
        [
            (
                words(f"button-one-per-{other.value}"),
                _act(view, FieldAct.ONE_PER, other == OnePer.FLAT),
            )
        ],
        [
            (
                _switch("sealed", settings.sealed, words),
                _toggle(view, FieldAct.SEALED, settings.sealed),
            )
        ],
    ]
    if settings.sealed:
        shown = settings.takers_shown
        rows.append([(_switch("takers", shown, words), _toggle(view, FieldAct.TAKERS, shown))])
    shown = settings.results_shown
    rows.append([(_switch("results", shown, words), _toggle(view, FieldAct.RESULTS, shown))])
    rows.append([(words("button-quotas"), _act(view, FieldAct.QUOTAS))])
    if view.survey.status is SurveyStatus.OPEN:
        rows.append([(words("button-invite"), _act(view, FieldAct.INVITE))])
        rows.append([(words("button-post"), _act(view, FieldAct.POST))])
    if view.survey.status is not SurveyStatus.DRAFT:
        rows.append([(words("button-status"), _act(view, FieldAct.STATUS))])
        rows.append([(words("button-followup"), _act(view, FieldAct.FOLLOW_UP))])
    rows.append([(words("button-to-survey"), Shelf(survey=view.survey.id, act=ShelfAct.SHOW))])
    return rows


def _switch(name: str, on: bool, words: Words) -> str:
    return words(f"button-{name}-{'off' if on else 'on'}")


def _toggle(view: FieldView, act: FieldAct, on: bool) -> Field:
    return _act(view, act, int(not on))


def _act(view: FieldView, act: FieldAct, value: int = 0) -> Field:
    return Field(survey=view.survey.id, act=act, value=value)


def _title(survey: StoredSurvey, words: Words) -> str:
    return escape(survey.survey.title.in_language(words.language), quote=False)
