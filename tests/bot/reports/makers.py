"""Makers of whole reports: a survey of the house answered by people of planted kinds."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random

from segmentation.grounds import Grounds
from segmentation.run import Direction, Evidence, Marker, Segment, SegmentationRun, Verdict
from segmentation.values import Recipe
from surveys.answers import Answer, Picked, Rated, Written
from surveys.questions import Basis, MultipleChoice, OpenQuestion, Scale, Survey
from surveys.yaml.reader import read_survey
from use_cases.records import DeliveryState, Scheme, StoredMembership, StoredRun, StoredSegment
from use_cases.reporting.messages import SentMessages, outcome_of
from use_cases.reporting.suppression import alone
from use_cases.reporting.table import Given, Table, scheme_report
from use_cases.reporting.values import MessageReport, ReportData, SchemeReport

NOW = datetime(2025, 11, 21, 18, 30, tzinfo=UTC)
FOUR_KINDS = tuple(person % 4 + 1 for person in range(300))
SAID = (
    "Лифт стоит вторую неделю, с коляской на пятый этаж не подняться",
    "Починить домофон: звоните 8 916 123-45-67, кв. 12, если что",
    "Зимой холодно, батареи еле тёплые <b>уже третий год</b>",
    "=1+1 и свет у входа не горит вечером",
    "Двор тёмный, фонари обещали ещё в 2023 году & не поставили",
    "Соседи из 45-й сверлят по воскресеньям, хочется тишины",
)


@cache
def the_house_survey() -> Survey:
    """The survey of examples/house_needs.yaml."""
    survey = read_survey(Path("examples/house_needs.yaml").read_text(encoding="utf-8"))
    assert isinstance(survey, Survey)
    return survey


def answers_of(survey: Survey, kinds: Sequence[int], seed: int = 1) -> dict[int, Given]:
    """For each person (ids from 1) answers that lean the way of their kind."""
    dice = Random(seed)
    return {i: _answers(survey, kind, dice) for i, kind in enumerate(kinds, start=1)}


def _answers(survey: Survey, kind: int, dice: Random) -> Given:
    given: dict[str, Answer] = {}
    for place, question in enumerate(survey.questions):
        lean = Random(f"{kind}-{question.key}")
        match question:
            case Scale(low=low, high=high):
                middle = low + (high - low) * lean.random()
                value = round(min(max(dice.gauss(middle, (high - low) / 5), low), high))
                given[question.key] = Rated(value)
            case MultipleChoice(choices=choices):
                likes = {c.key: lean.random() ** 3 for c in choices}
                picks = tuple(c.key for c in choices if dice.random() < 0.05 + likes[c.key])
                given[question.key] = Picked(picks or (choices[0].key,))
            case OpenQuestion() if dice.random() < 0.4:
                given[question.key] = Written(SAID[(place + dice.randrange(99)) % len(SAID)])
    return given  # type: ignore[return-value]


def a_scheme_report(
    survey: Survey,
    basis: Basis,
    kinds: Sequence[int],
    *,
    verdict: Verdict = Verdict.REPRODUCIBLE,
    names: Mapping[int, str] | None = None,
    undecided: int = 11,
    outcome: Mapping[DeliveryState, int] | None = None,
    seed: int = 1,
) -> SchemeReport:
    """A scheme whose segments are the planted kinds; the last `undecided` people are nowhere."""
    answers = answers_of(survey, kinds, seed)
    numbers = sorted(set(kinds)) if verdict not in (Verdict.NONE, Verdict.TOO_FEW) else []
    segments = [
        StoredSegment(id=n, scheme_id=1, key=str(n), number=n, name=(names or {}).get(n))
        for n in numbers
    ]
    placed = [
        StoredMembership(
            person_id=person, scheme_id=1, segment_id=kind, run_id=1, confidence=0.9, since=NOW
        )
        for person, kind in enumerate(kinds[: len(kinds) - undecided], start=1)
        if kind in numbers
    ]
    table = Table.of(survey, Grounds.on(basis), segments, placed, answers)
    run = _run(table, numbers, basis, verdict, len(kinds))
    sent = SentMessages((_message(outcome or {DeliveryState.SENT: 60}),))
    reports = [table.segment(i, s, run, sent, 4_800) for i, s in enumerate(segments)]
    stored = StoredRun(id=1, scheme_id=1, document={}, people=len(kinds), created_at=NOW)
    scheme = Scheme(id=1, survey_key=survey.key, grounds=Grounds.on(basis))
    return scheme_report(scheme, run, stored, table, reports)


def _message(totals: Mapping[DeliveryState, int]) -> MessageReport:
    return MessageReport(
        sent_at=NOW,
        words="{name}, лифт в вашем подъезде починят до пятницы.",
        points=10,
        outcome=outcome_of(totals),
    )


def _run(
    table: Table, numbers: Sequence[int], basis: Basis, verdict: Verdict, people: int
) -> SegmentationRun:
    evidence = tuple(
        Evidence(
            segments=k,
            log_likelihood=-4000.0,
            bic=8200.0 + 40 * abs(k - len(numbers)),
            within_ss=100.0,
            smallest=2,
            sizes=(2, 3),
            starts=50,
            starts_at_best=17,
            verdict=verdict if k == len(numbers) else Verdict.CONSTRUCTIVE,
            stability=0.83,
            stability_low=0.78,
            stability_high=0.88,
            tightness=0.94,
            tightness_z=5.2,
        )
        for k in range(1, 9)
    )
    return SegmentationRun(
        recipe=Recipe(scheme=basis.value, items=()),
        verdict=verdict,
        people=people,
        placed=people,
        exploratory=people < 200,
        below_floor=False,
        segments=tuple(_segment(table, place, n) for place, n in enumerate(numbers)),
        evidence=evidence,
    )


def _segment(table: Table, place: int, number: int) -> Segment:
    marks = [
        Marker(
            item=row.item,
            option=row.option,
            direction=Direction.MORE if difference > 0 else Direction.LESS,
            difference=difference,
            effect=difference,
        )
        for row in table.rows
        if (difference := row.cells[place].difference) is not None and abs(difference) > 0.1
    ]
    marks.sort(key=lambda mark: -abs(mark.effect))
    return Segment(
        id=number,
        size=0,
        decided=0,
        share=0.0,
        profile=(),
        more=tuple(m for m in marks if m.direction is Direction.MORE)[:3],
        less=tuple(m for m in marks if m.direction is Direction.LESS)[:3],
        typical=(),
    )


def a_report(
    kinds: Sequence[int] = FOUR_KINDS,
    *,
    simulated: bool = True,
    verdict: Verdict = Verdict.REPRODUCIBLE,
    names: Mapping[int, str] | None = None,
    undecided: int = 11,
    outcome: Mapping[DeliveryState, int] | None = None,
) -> ReportData:
    """A whole report: both schemes over people of these kinds."""
    survey = the_house_survey()
    schemes = tuple(
        a_scheme_report(
            survey,
            basis,
            kinds,
            verdict=verdict,
            names=names,
            undecided=undecided,
            outcome=outcome,
            seed=seed,
        )
        for seed, basis in enumerate((Basis.PSYCHOGRAPHIC, Basis.NEEDS))
    )
    return ReportData(
        survey=survey,
        made_at=NOW,
        simulated=simulated,
        completed=alone(len(kinds)),
        unfinished=alone(12),
        points=alone(18_400),
        schemes=schemes,
    )
