"""How many people a segment must have: told beside the segments, chosen by a manager."""

from bot.scheme_buttons import SchemeAct, SchemeButton
from bot.screen import View
from bot.views.keyboards import buttons
from bot.words import Words
from segmentation.values import FLOOR_PEOPLE, usual_floor
from use_cases.segments.segmenting import SchemeView
from use_cases.segments.smallest import SMALLEST, floor_now, has_floor


def smallest_lines(view: SchemeView, words: Words) -> list[str]:
    """That smaller ones may be allowed, that they were, or that they will be."""
    run, lines = view.run, []
    if not has_floor(view) or run is None:
        return []
    if view.segments and run.small:
        usual = usual_floor(run.placed)
        lines.append(words("smallest-small", usual=usual))
    if run.recipe.allowing(view.scheme.smallest) != run.recipe:
        lines.append(words("smallest-next", people=floor_now(view)))
    elif run.held_by_floor and floor_now(view) > SMALLEST[0]:
        lines.append(words("smallest-offer"))
    return lines


def smallest_row(view: SchemeView, words: Words) -> list[tuple[str, SchemeButton]]:
    """The way to the choice, where it may change what is found."""
    run = view.run
    if not has_floor(view) or run is None:
        return []
    if not (view.segments or run.held_by_floor or view.scheme.smallest):
        return []
    label = words("button-smallest", people=floor_now(view))
    return [(label, SchemeButton(act=SchemeAct.FLOOR, survey=view.scheme.id))]


def smallest_view(view: SchemeView, heading: str, words: Words) -> View:
    """What a smaller segment means, and what can be chosen; a tick at what holds now."""
    people = view.run.placed if view.run is not None else view.counts.completed
    usual = usual_floor(people)
    rows = [[_choice(view, None, words("smallest-usual", people=usual), words)]]
    offered = [each for each in SMALLEST if each < people and each != usual]
    rows += [
        [
            _choice(view, each, words("smallest-from", people=each), words)
            for each in offered[i:][:2]
        ]
        for i in range(0, len(offered), 2)
    ]
    back = SchemeButton(act=SchemeAct.BACK, survey=view.scheme.id)
    rows.append([(words("button-to-segments"), back)])
    told = words("smallest-choose", usual=FLOOR_PEOPLE)
    return View(f"<b>{heading}</b>\n\n{told}", buttons(*rows))


def _choice(
    view: SchemeView, people: int | None, label: str, words: Words
) -> tuple[str, SchemeButton]:
    mark = "✅ " if view.scheme.smallest == people else ""
    act = SchemeButton(act=SchemeAct.ALLOW, survey=view.scheme.id, bases=people or 0)
    return mark + label, act
