"""The segment report as managers get it, over the stores in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from rewards.transfers import HOUSE, Transfer, account_of
from segmentation.grounds import Doings, Grounds
from segmentation.run import Membership, Segment, SegmentationRun, Verdict
from segmentation.values import AnswerTable, Recipe
from surveys.answers import Answer, Chosen, Picked, Rated, Written
from surveys.field.settings import FieldSettings, Quota
from surveys.quality.flags import Flag
from surveys.questions import (
    Basis,
    Choice,
    ChoiceKey,
    MultipleChoice,
    OpenQuestion,
    QuestionKey,
    Scale,
    SingleChoice,
    Survey,
)
from surveys.text import Text
from tests.bot.chat import segment_here
from tests.fakes import NOON, FixedClock, MemoryDatabase
from tests.makers import a_completed_walk, a_resident, an_open_survey
from use_cases.access import NotAllowed
from use_cases.ports import Settled, UnitOfWork
from use_cases.records import DeliveryState, Person, Role, StoredMembership
from use_cases.records.rules import Deed
from use_cases.reporting.building import BuildReport, HasUnasked, NothingToReport
from use_cases.reporting.moving import counted_moves
from use_cases.reporting.suppression import Count, Kind
from use_cases.reporting.values import ReportData, SchemeReport
from use_cases.segments.keeping import MergeSegments
from use_cases.segments.segmenting import FindSegments

QUIET, NEEDS, FIX = QuestionKey("quiet"), QuestionKey("needs"), QuestionKey("fix")
LIFT, RAMP = ChoiceKey("lift"), ChoiceKey("ramp")
SURVEY = Survey(
    key="yard",
    title=Text({"ru": "Двор"}),
    points=50,
    questions=(
        Scale(key=QUIET, prompt=Text({"ru": "Тишина важна"}), basis=Basis.PSYCHOGRAPHIC),
        MultipleChoice(
            key=NEEDS,
            prompt=Text({"ru": "Что нужно?"}),
            choices=tuple(Choice(key=k, label=Text({"ru": k})) for k in (LIFT, RAMP)),
            basis=Basis.NEEDS,
        ),
        OpenQuestion(key=FIX, prompt=Text({"ru": "Что починить?"})),
    ),
)


def answers(quiet: int, *needs: ChoiceKey, says: str = "") -> dict[QuestionKey, Answer]:
    said = {FIX: Written(says)} if says else {}
    return {QUIET: Rated(quiet), NEEDS: Picked(needs), **said}


async def by_quiet(
    table: AnswerTable, recipe: Recipe, _previous: SegmentationRun | None
) -> SegmentationRun:
    """Two segments, lift and ramp; who ticked neither or both is undecided."""
    people = {}
    for person, answer in zip(table.people, table.answers.get(NEEDS, ()), strict=False):
        picks = answer.choices if isinstance(answer, Picked) else ()
        number = 2 if picks == (RAMP,) else 1
        people[person] = Membership(number, 0.9, picks in ((LIFT,), (RAMP,)))
    nothing = Segment(id=1, size=0, decided=0, share=0.0, profile=(), more=(), less=(), typical=())
    return SegmentationRun(
        recipe=recipe,
        verdict=Verdict.REPRODUCIBLE,
        people=len(table.people),
        placed=len(people),
        exploratory=True,
        below_floor=False,
        segments=(nothing, replace(nothing, id=2)),
        memberships=people,
        ids_given=2,
    )


class House:
    """A house whose residents have answered."""

    def __init__(self) -> None:
        self.database, self.clock = MemoryDatabase(), FixedClock()
        self.manager: Person
        self.people: list[Person] = []

    async def answered(
        self,
        *given: dict[QuestionKey, Answer],
        survey: Survey = SURVEY,
        quotas: Sequence[Quota] = (),
    ) -> "House":
        async with self.database.open_work() as work:
            self.manager = await a_resident(work, "Мария", role=Role.MANAGER)
            stored = await an_open_survey(work, self.manager, survey)
            await work.fields.set("yard", FieldSettings(quotas=tuple(quotas)))
            for number, answer in enumerate(given):
                person = await a_resident(work, f"{number}")
                self.people.append(person)
                await a_completed_walk(
                    work, stored, person, {str(key): value for key, value in answer.items()}
                )
                await self._gives(work, person, 50, f"survey:{number}")
            await work.commit()
        return self

    async def _gives(self, work: UnitOfWork, person: Person, points: int, reference: str) -> None:
        moved = Transfer(
            source=HOUSE, target=account_of(person.id), points=points, reference=reference
        )
        await work.points.post(moved, reason="survey", at=NOON)

    async def segmented(self) -> "House":
        find = FindSegments(self.database.open_work, self.clock, by_quiet)
        await find(self.manager, "yard", Grounds.on(Basis.NEEDS))
        return self

    async def wrote(self, segment: int, states: Sequence[DeliveryState]) -> None:
        """A message with 10 points to so many members of a segment, ending so."""
        async with self.database.open_work() as work:
            scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
            to = (await work.segments.segments(scheme.id))[segment]
            members = list(await work.segments.members(to.id))[: len(states)]
            sent = await work.campaigns.add(
                author_id=self.manager.id, segment_id=to.id, template="Лифт!", points=10, at=NOON
            )
            await work.campaigns.launch(sent.id, [person.id for person in members], at=NOON)
            queued = await work.campaigns.take_queued(sent.id, 999, at=NOON)
            ends = [
                Settled(delivery_id=d.id, state=state)
                for d, state in zip(queued, states, strict=True)
            ]
            await work.campaigns.settle(ends, at=NOON)
            for person, state in zip(members, states, strict=True):
                if state is DeliveryState.SENT:
                    await self._gives(work, person, 10, f"campaign:{sent.id}:{person.id}")
            await work.commit()

    async def report(self, actor: Person | None = None) -> ReportData:
        async with self.database.open_work() as work:
            return await BuildReport(work, self.clock)(actor or self.manager, "yard")


def needs_of(report: ReportData) -> SchemeReport:
    return next(scheme for scheme in report.schemes if scheme.grounds == Grounds.on(Basis.NEEDS))


async def a_house(lift: int, ramp: int, undecided: int = 0) -> House:
    given = [answers(5, LIFT, says=f"Лифт стоит, кв. {n}, неделю {n}") for n in range(lift)]
    given += [answers(2, RAMP) for _ in range(ramp)]
    given += [answers(3, LIFT, RAMP) for _ in range(undecided)]
    return await (await House().answered(*given)).segmented()


async def test_residents_get_no_report() -> None:
    """The refusal names the role that is needed."""
    house = await a_house(40, 40)

    with pytest.raises(NotAllowed) as refused:
        await house.report(house.people[0])

    assert Role.MANAGER is refused.value.needed


async def test_an_unknown_survey_has_no_report() -> None:
    """There is nothing to report on."""
    house = await a_house(6, 6)
    async with house.database.open_work() as work:
        with pytest.raises(NothingToReport):
            await BuildReport(work, house.clock)(house.manager, "street")


async def test_segments_stand_against_everybody() -> None:
    """Sizes, shares and differences in points."""
    scheme = needs_of(await (await a_house(60, 20, undecided=20)).report())

    assert [segment.size.value for segment in scheme.segments] == [60, 20]
    assert scheme.undecided.value == 20
    lift = scheme.rows[0]
    assert pytest.approx(0.78) == lift.everybody.value
    assert Kind.ABOUT is lift.everybody.kind
    assert Kind.AT_LEAST is lift.cells[0].estimate.kind
    assert Kind.FEW is lift.cells[1].estimate.kind
    assert scheme.segments[0].more == (0,)


async def test_a_scheme_not_looked_for_has_no_verdict() -> None:
    """Everybody's answers are there all the same."""
    report = await (await a_house(40, 40)).report()
    scheme = next(s for s in report.schemes if s.grounds == Grounds.on(Basis.PSYCHOGRAPHIC))

    assert scheme.verdict is None
    assert not scheme.segments
    assert pytest.approx(3.5) == scheme.rows[0].everybody.value


async def test_simulated_people_are_marked() -> None:
    """The fact is the house's."""
    house = await a_house(6, 6)
    assert not (await house.report()).simulated
    async with house.database.open_work() as work:
        await work.house.set("simulated", "yes")
        await work.commit()

    assert (await house.report()).simulated


async def test_quotes_need_five_voices_and_are_masked() -> None:
    """Forty spoke in one segment, nobody in the other; never more than three are quoted."""
    lift, ramp = needs_of(await (await a_house(40, 40)).report()).segments
    four = needs_of(await (await a_house(4, 40)).report()).segments[0]

    assert len(lift.quotes) == 3
    assert all("•••" in quote.words and "кв" not in quote.words for quote in lift.quotes)
    assert not ramp.quotes
    assert not four.quotes


async def test_messages_and_points_of_a_segment() -> None:
    """Who got what, and what they were given for it."""
    house = await a_house(40, 40)
    await house.wrote(0, [DeliveryState.SENT] * 30 + [DeliveryState.UNREACHABLE] * 10)
    lift = needs_of(await house.report()).segments[0]

    (message,) = lift.messages
    assert Count(Kind.EXACT, 30) == message.outcome[DeliveryState.SENT]
    assert Count(Kind.EXACT, 10) == message.outcome[DeliveryState.UNREACHABLE]
    assert Count(Kind.EXACT, 40 * 50 + 30 * 10) == lift.points


async def test_few_failures_are_not_told_by_anything() -> None:
    """The whole report is one and the same for one failed message and for four."""
    reports = []
    for few in (1, 2, 3, 4):
        house = await a_house(40, 40)
        states = [DeliveryState.SENT] * (40 - few) + [DeliveryState.FAILED] * few
        await house.wrote(0, states)
        reports.append(await house.report())

    assert Kind.ABOUT is reports[0].points.kind
    assert reports[0] == reports[1] == reports[2] == reports[3]


async def test_few_undecided_are_not_told_by_anything() -> None:
    """One or four people between the segments: the same report on the same number of people."""
    reports = []
    for few in (1, 2, 3, 4):
        given = [answers(5, LIFT) for _ in range(44 - few)] + [answers(2, RAMP)] * 30
        house = await House().answered(*given, *[answers(5, LIFT, RAMP)] * few)
        reports.append(await (await house.segmented()).report())

    assert Count(Kind.FEW, 2.0) == needs_of(reports[0]).undecided
    assert reports[0] == reports[1] == reports[2] == reports[3]


async def test_hurried_answers_weigh_less_and_are_counted_in_the_report() -> None:
    """Somebody who pressed keys at random is found, placed like anybody, and weighs half."""
    house = House()
    weighed: list[AnswerTable] = []

    async def look(
        table: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        weighed.append(table)
        return await by_quiet(table, recipe, previous)

    hurried = [answers(4, LIFT, says="asdfgh") for _ in range(5)]
    await house.answered(*hurried, answers(4, LIFT, says="Лифт стоит"))
    await FindSegments(house.database.open_work, house.clock, look)(
        house.manager, "yard", Grounds.on(Basis.NEEDS)
    )
    report = await house.report()

    (table,) = weighed
    assert table.weights is not None
    assert sorted(table.weights) == pytest.approx([6 / 7] * 5 + [12 / 7])  # half as much each
    assert report.effective == pytest.approx(3.5**2 / 2.25)
    assert report.weighed_by == "care"
    assert ((Flag.NONSENSE, Count(Kind.EXACT, 5)),) == report.quality


async def test_quotas_weigh_in_segments_beside_care() -> None:
    """Eight owners and two tenants of a house that is half and half; two owners were hurried."""
    home = QuestionKey("home")
    owner, tenant = ChoiceKey("own"), ChoiceKey("rent")
    question = SingleChoice(
        key=home,
        prompt=Text({"ru": "Квартира"}),
        choices=tuple(Choice(key=k, label=Text({"ru": k})) for k in (owner, tenant)),
    )
    house = House()
    tables: list[AnswerTable] = []

    async def look(
        table: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        tables.append(table)
        return await by_quiet(table, recipe, previous)

    hurried = [{**answers(4, LIFT, says="asdfgh"), home: Chosen(owner)} for _ in range(2)]
    careful = [{**answers(4, LIFT, says="Лифт стоит"), home: Chosen(owner)} for _ in range(6)]
    tenants = [{**answers(2, RAMP, says="Нужен пандус"), home: Chosen(tenant)} for _ in range(2)]
    await house.answered(
        *hurried,
        *careful,
        *tenants,
        survey=replace(SURVEY, questions=(*SURVEY.questions, question)),
        quotas=[Quota("home", {"own": 0.5, "rent": 0.5})],
    )
    await FindSegments(house.database.open_work, house.clock, look)(
        house.manager, "yard", Grounds.on(Basis.NEEDS)
    )
    (table,) = tables
    weights = [1 / 3] * 2 + [2 / 3] * 6 + [8 / 3] * 2  # 1 on average
    assert table.weights == pytest.approx(weights, rel=1e-3)
    report = await house.report()
    squares = sum(weight**2 for weight in weights)
    assert report.effective == pytest.approx(sum(weights) ** 2 / squares, rel=1e-3)
    assert report.weighed_by == "both"
    assert report.design_effect == pytest.approx(10 * squares / sum(weights) ** 2, rel=1e-3)


async def test_letters_to_a_merged_segment_are_those_to_all_its_parts() -> None:
    """What was written to either before they became one; the whole is called merged."""
    house = await a_house(40, 40)
    await house.wrote(0, [DeliveryState.SENT] * 40)
    await house.wrote(1, [DeliveryState.SENT] * 30 + [DeliveryState.UNREACHABLE] * 10)
    async with house.database.open_work() as work:
        scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
        lift, ramp = await work.segments.segments(scheme.id)
        await MergeSegments(work, house.clock)(house.manager, lift.id, ramp.id)

    (whole,) = needs_of(await house.report()).segments

    assert whole.merged
    assert sorted(m.outcome[DeliveryState.SENT].value for m in whole.messages) == [30.0, 40.0]
    assert Count(Kind.EXACT, 80) == whole.size


async def test_whom_a_short_survey_placed_is_told_beside_the_sizes() -> None:
    """They are in no size and no share, and the report says how many they are; a few as a few."""
    house = await a_house(40, 40)
    async with house.database.open_work() as work:
        scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
        lift, _ = await work.segments.segments(scheme.id)
        run = await work.segments.latest_run(scheme.id)
        assert run is not None
        newcomers = [await a_resident(work, f"short {n}") for n in range(7)]
        await work.segments.place(
            StoredMembership(
                person_id=person.id, scheme_id=scheme.id, segment_id=lift.id, run_id=run.id,
                confidence=0.9, since=NOON,
            )
            for person in newcomers
        )  # fmt: skip
        await work.commit()

    told = needs_of(await house.report())

    assert Count(Kind.EXACT, 7) == told.short
    assert Count(Kind.EXACT, 40) == told.segments[0].size
    assert [s.short.value for s in told.segments if s.short] == [7.0, 0.0]
    assert needs_of(await (await a_house(40, 40)).report()).short is None


async def test_segments_by_rules_have_sizes_figures_and_who_came_and_went() -> None:
    """Of everybody who agreed; nothing of a rule about fewer than five."""
    house = await a_house(40, 40)
    async with house.database.open_work() as work:
        await _a_rule(work, house, "Quiet", house.people[:30], house.people[6:50])
        await _a_rule(work, house, "Board", house.people[:3], house.people[:3])
        (board_rule, _) = await work.rules.all()
        letter = await work.campaigns.add(
            author_id=house.manager.id, segment_id=None, template="Собираемся, {name|соседи}.",
            points=10, at=NOON, rule_id=board_rule.id,
        )  # fmt: skip
        await work.campaigns.launch(letter.id, [p.id for p in house.people[:3]], at=NOON)
        await work.commit()

    board, quiet = (await house.report()).rules

    assert Count(Kind.EXACT, 44) == quiet.people
    assert pytest.approx(44 / 81) == quiet.share.value
    assert (quiet.entered and quiet.entered.value, quiet.left and quiet.left.value) == (20.0, 6.0)
    assert quiet.success is not None
    assert quiet.reach == 1.0
    assert Kind.FEW is board.people.kind
    (told,) = board.messages
    assert (told.words, quiet.messages) == ("Собираемся, соседи.", ())
    assert told.outcome and not any(count.exact for count in told.outcome.values())
    assert board.success is None and board.entered is None and board.share.value is None


async def _a_rule(
    work: UnitOfWork, house: House, name: str, then: Sequence[Person], now: Sequence[Person]
) -> None:
    """A rule of two months ago, whose people were others then."""
    at = NOON - timedelta(days=60)
    rule = await work.rules.add(
        key=name.lower(),
        name=name,
        text="everyone",
        dynamic=True,
        author_id=house.manager.id,
        at=at,
    )
    await work.rules.settle(rule.id, [person.id for person in then], took_ms=1, at=at)
    lately = NOON - timedelta(days=2)
    await work.rules.settle(rule.id, [person.id for person in now], took_ms=1, at=lately)


async def test_what_people_did_has_a_page_beside_the_survey() -> None:
    """Sizes with intervals, means in whole money, figures; also where there is no survey at all."""
    house = await a_house(40, 40)
    async with house.database.open_work() as work:
        await work.facts.add_deeds(
            Deed(person_id=person.id, kind="payment", at=NOON - timedelta(days=place),
                 amount=10_000 * (1 + place))
            for place, person in enumerate(house.people[:60])
        )  # fmt: skip
        await work.commit()
    find = FindSegments(house.database.open_work, house.clock, segment_here)
    await find(house.manager, "", Grounds(doings=Doings.RFM))

    beside = (await house.report()).schemes[-1]
    async with house.database.open_work() as work:
        alone_ = await BuildReport(work, house.clock)(None, "")

    assert Doings.RFM is beside.grounds.doings
    assert [row.item for row in beside.rows] == ["recency", "frequency", "money"]
    assert pytest.approx(100 * 30.5) == beside.rows[2].everybody.value
    assert all(s.share.low is not None and s.success for s in beside.segments)
    assert sum(s.size.value for s in beside.segments) == 60
    assert beside.usefulness is not None
    assert beside == alone_.schemes[0]
    assert not alone_.survey.key


async def test_there_is_nothing_to_report_beside_surveys_in_an_empty_house() -> None:
    house = await a_house(6, 6)
    async with house.database.open_work() as work:
        assert not await HasUnasked(work)()
        with pytest.raises(NothingToReport):
            await BuildReport(work, house.clock)(house.manager, "")


@pytest.mark.parametrize(
    ("moved", "told"), [(0, 0.0), (3, None), (20, 0.25), (78, None), (80, 1.0)]
)
def test_who_moved_is_counted_where_nobody_is_placed_by_guessing(
    moved: int, told: float | None
) -> None:
    """Nothing where one to four went, or stayed."""
    before = dict.fromkeys(range(80), 1)
    after = {person: 2 if person < moved else 1 for person in before}

    found = counted_moves(before, after, NOON)

    assert told == (found.moved if found else None)
    if found and moved == 20:
        assert found.cells == ((0.75, 0.25),)
        assert found.noise is None and found.low < 0.25 < found.high
