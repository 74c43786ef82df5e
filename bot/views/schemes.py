"""The ways of dividing people: what each is called, and the lists from which a manager chooses."""

from collections.abc import Callable, Sequence
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import SegmentAct, SegmentButton
from bot.scheme_buttons import SchemeAct, SchemeButton, bits_of
from bot.screen import View
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.views.survey_titles import told_apart
from bot.words import Words
from segmentation.grounds import Doings, Grounds
from segmentation.purchases.rfm import Warmth
from segmentation.values import Recipe
from surveys.questions import Basis, Survey
from use_cases.records import StoredSurvey
from use_cases.reporting.suppression import alone
from use_cases.segments.segmenting import SchemeView, bases_of, given_of

WARMTHS = tuple(Warmth)

Button = tuple[str, CallbackData]


def grounds_words(grounds: Grounds, words: Words) -> str:
    """ "how people live", "who they are + what they do"."""
    if grounds.doings is not None:
        return words(f"basis-{grounds.doings.value}")
    by = " + ".join(words(f"basis-{basis.value}") for basis in grounds.bases)
    return words("by-scales", by=by) if grounds.by_scales else by


def scheme_words(
    view: SchemeView, words: Words, called: Callable[[StoredSurvey], str] | None = None
) -> str:
    """The survey, as a list has `called` it, and what it is divided by, as plain text."""
    by = grounds_words(view.scheme.grounds, words)
    if view.survey is None:
        return by
    title = called(view.survey) if called else view.survey.survey.title.in_language(words.language)
    return f"{title} · {by}"


def fixed_names(view: SchemeView, words: Words) -> dict[int, str]:
    """What segments are called that are cut by a definition, by their id."""
    if view.scheme.grounds.doings is not Doings.RFM:
        return {}
    return {s.id: words(f"rfm-{WARMTHS[int(s.key) - 1].value}") for s in view.segments}


def done_of(view: SchemeView, words: Words) -> str:
    """Of how many people anything is known that they did, and whether that is enough."""
    shown = count_text(alone(view.counts.completed))
    if view.counts.completed < view.needed:
        return words("doings-of-needed", shown=shown, needed=view.needed)
    return words("doings-enough", shown=shown)


def has_other_ways(survey: Survey) -> bool:
    """Whether people can be divided by more than what comes out of the box."""
    bases = bases_of(survey)
    scored = Grounds.on(*bases, by_scales=True) if bases else None
    by_scales = scored is not None and bool(Recipe.from_survey(survey, scored).items)
    return by_scales or len(bases) > min(len(given_of(survey)), 1)


def ways_button(survey: StoredSurvey, words: Words) -> Button:
    """To all ways of that survey."""
    return words("button-ways"), SchemeButton(act=SchemeAct.WAYS, survey=survey.id)


def list_button(words: Words) -> Button:
    """To everything that is divided, or could be."""
    return words("button-all-schemes"), SchemeButton(act=SchemeAct.LIST)


def schemes_view(
    views: Sequence[SchemeView],
    others: Sequence[StoredSurvey],
    doings: Sequence[Doings],
    words: Words,
) -> View:
    """Everything that is divided, a button each; then by what else people could be."""
    surveys = [*(view.survey for view in views if view.survey is not None), *others]
    called = told_apart(surveys, words)
    rows: list[list[Button]] = [
        [
            (
                _counted(scheme_words(view, words, called), view, words),
                SegmentButton(act=SegmentAct.SHOW, scheme=view.scheme.id),
            )
        ]
        for view in views
    ]
    for survey in others:
        label = words("button-ways-of", title=called(survey))
        rows.append([(label, SchemeButton(act=SchemeAct.WAYS, survey=survey.id))])
    for each in doings:
        act = SchemeButton(act=SchemeAct.DOINGS, bases=list(Doings).index(each))
        rows.append([("🧭 " + words(f"basis-{each.value}"), act)])
    return View(words("schemes-choose"), buttons(*rows))


def ways_view(survey: StoredSurvey, found: Sequence[SchemeView], words: Words) -> View:
    """By what the people of one survey can be divided."""
    bases = bases_of(survey.survey)
    known = {view.scheme.grounds: view for view in found}
    singles = [Grounds.on(basis) for basis in bases]
    scored = [Grounds.on(basis, by_scales=True) for basis in bases]
    singles += [each for each in scored if Recipe.from_survey(survey.survey, each).items]
    rows = [_way(survey, each, known.get(each), words) for each in singles]
    rows += [_way(survey, each, view, words) for each, view in known.items() if each not in singles]
    if len(bases) > 1:
        mix = SchemeButton(act=SchemeAct.MIX, survey=survey.id)
        rows.append([(words("button-mix"), mix)])
    rows.append([list_button(words)])
    title = escape(survey.survey.title.in_language(words.language), quote=False)
    return View(words("ways-choose", title=title), buttons(*rows))


def mix_view(survey: StoredSurvey, chosen: Sequence[Basis], words: Words) -> View:
    """Several bases together: tick them."""
    now = bits_of(Grounds.on(*chosen)) if chosen else 0
    rows: list[list[Button]] = []
    for basis in bases_of(survey.survey):
        bit = bits_of(Grounds.on(basis))
        mark = "✅ " if basis in chosen else "▫️ "
        ticked = SchemeButton(act=SchemeAct.MIX, survey=survey.id, bases=now ^ bit)
        rows.append([(mark + words(f"basis-{basis.value}"), ticked)])
    if len(chosen) > 1:
        look = SchemeButton(act=SchemeAct.OPEN, survey=survey.id, bases=now)
        rows.append([(words("button-mix-done", count=len(chosen)), look)])
    rows.append([ways_button(survey, words)])
    return View(words("mix-choose"), buttons(*rows))


def _way(
    survey: StoredSurvey, grounds: Grounds, view: SchemeView | None, words: Words
) -> list[Button]:
    label = grounds_words(grounds, words)
    act = SchemeAct.SCALES if grounds.by_scales else SchemeAct.OPEN
    button = SchemeButton(act=act, survey=survey.id, bases=bits_of(grounds))
    return [(_counted(label, view, words) if view is not None else label, button)]


def _counted(label: str, view: SchemeView, words: Words) -> str:
    """With how many segments there are, once they were looked for."""
    if view.run is None:
        return label
    return f"{label} · {len(view.segments) or words('schemes-none')}"
