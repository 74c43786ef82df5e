"""Who stands where in a scheme, and what a report may say of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from segmentation.grounds import Grounds
from segmentation.run import SegmentationRun
from segmentation.values import PEOPLE_MIN, usual_floor
from surveys.answers import Answer
from surveys.piping import without_answers
from surveys.questions import QuestionKey, Survey
from surveys.text import Text
from use_cases.records import Scheme, StoredMembership, StoredRun, StoredSegment
from use_cases.reporting.messages import SentMessages, points_of
from use_cases.reporting.profile import Crowd, rows_of, share_of, strongest, untold
from use_cases.reporting.quotes import quotes_of
from use_cases.reporting.suppression import FEW, UNKNOWN, Count, Kind, alone, parts
from use_cases.reporting.values import Figures, Row, SchemeReport, SegmentReport
from use_cases.segments.placing import found_of
from use_cases.segments.themes import themed

Given = Mapping[QuestionKey, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Who is where in a scheme and what follows from it; `members` in the order of the segments,
    the most typical ones first."""

    survey: Survey
    members: Sequence[Sequence[int]]
    crowds: Sequence[Crowd]
    rest: Crowd
    rows: tuple[Row, ...]
    untold: tuple[Text, ...]
    people: int
    short: tuple[Count, ...]  # Placed by a short survey: of each segment, then the undecided.
    short_in_all: int

    @classmethod
    def of(
        cls,
        survey: Survey,
        grounds: Grounds,
        segments: Sequence[StoredSegment],
        placed: Sequence[StoredMembership],
        answers: Mapping[int, Given],
        run: SegmentationRun | None = None,
        read: Mapping[int, Given] | None = None,
    ) -> "Table":
        """Of everybody in `answers`; `placed` are others as well, who answered a part.

        `read` are the answers with the themes of the run in the place of texts; without them open
        questions have no line. Quotes are of the texts.
        """
        members = [_typical_first(placed, segment.id, answers) for segment in segments]
        outside = sorted(set(answers).difference(*members))
        wholes = [*map(len, members), len(outside)]
        sizes = parts(wholes, len(answers)) if segments else (alone(len(answers)),)
        crowds = [
            Crowd([answers[person] for person in ids], size)
            for ids, size in zip(members, sizes, strict=False)
        ]
        rest = Crowd([answers[person] for person in outside], sizes[-1])
        heard = read if read is not None else answers
        told = [
            Crowd([heard.get(person, {}) for person in ids], crowd.size)
            for ids, crowd in zip([*members, outside], [*crowds, rest], strict=True)
        ]
        by = [q for q in survey.questions if grounds.doings or q.basis in grounds.bases]
        asked = by if read is None else [themed(question, run) for question in by]
        short = _short(placed, segments, answers)
        return cls(
            survey=survey,
            members=members,
            crowds=crowds,
            rest=rest,
            rows=tuple(row for question in asked for row in rows_of(question, told[:-1], told[-1])),
            untold=tuple(without_answers(q.prompt) for q in asked if untold(q)),
            people=len(answers),
            short=parts(short, sum(short)),
            short_in_all=sum(short),
        )

    def segment(
        self,
        place: int,
        stored: StoredSegment,
        run: SegmentationRun | None,
        sent: SentMessages,
        given: int,
    ) -> SegmentReport:
        """The report of the segment at that place."""
        crowd = self.crowds[place]
        found = found_of(run, stored) if not stored.parts else None
        surplus = self.survey.points * (len(crowd.people) - crowd.size.value) + sent.surplus
        unsure = sent.unsure or not crowd.size.exact
        points = points_of(given, surplus, unsure=unsure) if crowd.size.shown else UNKNOWN
        return SegmentReport(
            number=stored.number,
            key=stored.key,
            merged=bool(stored.parts),
            short=self.short[place] if self.short_in_all else None,
            name=stored.name,
            markers=(*found.more, *found.less) if found else (),
            size=crowd.size,
            share=share_of(crowd.size, self.people),
            more=strongest(self.rows, place, 1),
            less=strongest(self.rows, place, -1),
            quotes=quotes_of(self.survey, crowd.people) if crowd.size.shown else (),
            points=points,
            messages=sent.messages,
            stability=found.stability if found else None,
        )


def _short(
    placed: Sequence[StoredMembership],
    segments: Sequence[StoredSegment],
    answers: Mapping[int, Given],
) -> list[int]:
    """How many have a place without having answered everything: by segment, then the undecided."""
    where = Counter(m.segment_id for m in placed if m.person_id not in answers)
    inside = [where[segment.id] for segment in segments]
    return [*inside, where.total() - sum(inside)]


def _typical_first(
    placed: Sequence[StoredMembership], segment_id: int, answers: Mapping[int, Given]
) -> list[int]:
    """The members who answered, surest first."""
    members = [m for m in placed if m.segment_id == segment_id and m.person_id in answers]
    members.sort(key=lambda m: (-round(m.confidence, 3), m.person_id))
    return [m.person_id for m in members]


def scheme_report(
    scheme: Scheme,
    run: SegmentationRun | None,
    stored: StoredRun | None,
    table: Table,
    segments: Sequence[SegmentReport],
) -> SchemeReport:
    undecided = table.rest.size if segments else Count(Kind.EXACT, 0)
    if run is None or stored is None:
        return SchemeReport(
            grounds=scheme.grounds,
            people=alone(table.people),
            needed=PEOPLE_MIN,
            undecided=undecided,
            rows=table.rows,
            untold=table.untold,
            asked=table.survey if scheme.grounds.doings else None,
        )
    # A few newcomers since the run are not told from the difference of two numbers.
    near = abs(run.people - table.people) < FEW
    return SchemeReport(
        grounds=scheme.grounds,
        verdict=run.verdict,
        found_at=stored.created_at,
        people=alone(table.people if near else run.people),
        needed=run.recipe.people_min,
        undecided=undecided,
        undecided_share=share_of(undecided, table.people),
        exploratory=run.exploratory,
        below_floor=run.below_floor,
        small_under=usual_floor(run.placed) if run.small else None,
        held_under=run.recipe.floor(run.placed) if run.held_by_floor else None,
        method=run.recipe.method,
        seed=run.recipe.seed,
        starts=run.recipe.starts,
        pairs=run.recipe.pairs,
        figures=tuple(map(Figures.of, run.evidence)),
        segments=tuple(segments),
        rows=table.rows,
        scales=run.scales,
        sought=tuple(
            (without_answers(question.prompt), run.sought[question.key])
            for question in table.survey.questions
            if question.key in run.sought
        ),
        untold=table.untold,
        asked=table.survey if scheme.grounds.doings else None,
        short=alone(table.short_in_all) if segments and table.short_in_all else None,
    )
