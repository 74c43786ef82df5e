"""How a survey fares in the field: dispositions, rates with their definitions, doors, drop-off."""

from collections.abc import Sequence
from html import escape

from bot.field_callbacks import Field, FieldAct
from bot.field_callbacks import Results as Page
from bot.screen import View
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.views.lengths import in_one_message
from bot.words import Words
from surveys.field.rates import Disposition, Outcomes, Share
from surveys.piping import without_answers
from use_cases.fieldwork.dispositions import Door, FieldStatus, Step
from use_cases.records import SurveyStatus
from use_cases.reporting.suppression import FEW, alone

DOORS_MAX, PROMPT_CHARS = 30, 40


def status_view(status: FieldStatus, words: Words) -> View:
    """Everything on one page, the most telling first."""
    title = escape(status.survey.survey.title.in_language(words.language), quote=False)
    parts = [f"<b>{title}</b>"]
    begun, done = (count_text(alone(n)) for n in (status.begun, status.completed))
    parts.append(words("status-begun", begun=begun, done=done))
    if status.invited.people:
        parts[1:1] = [_answered(status, words)]
        parts += [_dispositions(status.invited, words), _rates(status.invited, words)]
        if status.by_door:
            parts.append(_doors(list(status.by_door.items()), words))
    else:
        parts.append(words("status-nobody-invited"))
    if status.steps:
        parts.append(_steps(status.steps, words))
    if status.sealed:
        parts.append(_takers(status, words))
    return View(in_one_message(parts, words("segments-more")), buttons(*_rows(status, words)))


def _answered(status: FieldStatus, words: Words) -> str:
    """ "12 of 76 invited have answered", and what can be done about the others."""
    invited = status.invited
    done, people = invited.counts[Disposition.COMPLETED], invited.people
    said = words("status-answered", done=done, invited=people)
    if done < people and status.survey.status is SurveyStatus.OPEN:
        said += " " + words("status-remind")
    return said


def _dispositions(invited: Outcomes, words: Words) -> str:
    lines = [
        words(f"disposition-{each.value.replace('_', '-')}", count=invited.counts[each])
        for each in Disposition
        if invited.counts[each]
    ]
    return words("status-invited", count=invited.people) + "\n" + "\n".join(lines)


def _rates(invited: Outcomes, words: Words) -> str:
    rates = {
        "rr1": invited.rr1(),
        "rr2": invited.rr2(),
        "rr3": invited.rr3(),
        "con1": invited.con1(),
        "coop1": invited.coop1(),
        "ref1": invited.ref1(),
    }
    lines = [words(f"rate-{name}", share=_share(share, words)) for name, share in rates.items()]
    return "\n".join([words("status-rates"), *lines])


def _share(share: Share, words: Words) -> str:
    return words(
        "results-share",
        share=f"{100 * share.value:.0f}",
        low=f"{100 * share.low:.0f}",
        high=f"{100 * share.high:.0f}",
    )


def _doors(doors: Sequence[tuple[Door, Outcomes]], words: Words) -> str:
    """Response rates by entrance; none of fewer than five people."""
    lines = []
    for door, outcomes in doors[:DOORS_MAX]:
        name = words("door", building=door.building, entrance=door.entrance or "—")
        few = outcomes.people < FEW
        said = f"&lt;{FEW}" if few else _share(outcomes.rr1(), words)
        lines.append(f"{escape(name, quote=False)}: {said}")
    return "\n".join([words("status-doors"), *lines])


def _steps(steps: Sequence[Step], words: Words) -> str:
    lines = []
    for number, step in enumerate(steps, start=1):
        prompt = without_answers(step.question.prompt).in_language(words.language)
        short = prompt if len(prompt) <= PROMPT_CHARS else prompt[: PROMPT_CHARS - 1] + "…"
        counts = [count_text(alone(n)) for n in (step.shown, step.answered, step.left)]
        line = words("status-step", shown=counts[0], answered=counts[1], left=counts[2])
        lines.append(f"{number}. {escape(short, quote=False)}\n    {line}")
    return "\n".join([words("status-steps"), *lines])


def _takers(status: FieldStatus, words: Words) -> str:
    if not status.takers:
        return words("status-sealed")
    names = sorted(escape(p.name or words("no-name"), quote=False) for p in status.takers)
    return words("status-takers", names=", ".join(names))


def _rows(status: FieldStatus, words: Words) -> list[list[tuple[str, Field | Page]]]:
    survey = status.survey
    rows: list[list[tuple[str, Field | Page]]] = [
        [(words("button-results"), Page(survey=survey.id))]
    ]
    waited = status.invited.people - status.invited.counts[Disposition.COMPLETED]
    if survey.status is SurveyStatus.OPEN and waited:
        rows.append([(words("button-remind"), Field(survey=survey.id, act=FieldAct.REMIND))])
    return rows
