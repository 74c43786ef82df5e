"""A small house in which everything that a rule may ask about has happened to somebody."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from surveys.answers import Answer, Chosen, Contacted, Counted, Dated, Picked, Rated, Written
from surveys.questions import (
    Basis,
    Choice,
    ChoiceKey,
    ContactQuestion,
    DateQuestion,
    Gauge,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    QuestionKey,
    Scale,
    SingleChoice,
    Survey,
)
from surveys.text import Text
from tests.fakes import NOON
from tests.makers import (
    a_completed_walk,
    a_placement,
    a_resident,
    a_scheme_with_segments,
    an_open_survey,
)
from use_cases.conversations.meeting import Consent, FollowLink, Invitation
from use_cases.importing.columns import Column, Subject
from use_cases.importing.errands import plan_import, write_import
from use_cases.importing.sheet import read_sheet
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.records import (
    BoundBy,
    FlatFacts,
    HomeRole,
    Person,
    Place,
    Role,
    Standing,
    SurveyStatus,
)
from use_cases.records.fieldwork import Way
from use_cases.rules.defining import KeepRule

_UTC = ZoneInfo("UTC")


def asked(prompt: str) -> Text:
    return Text({"ru": prompt})


def options(*keys: str) -> tuple[Choice, ...]:
    return tuple(Choice(key=ChoiceKey(key), label=asked(key)) for key in keys)


def survey_of_everything() -> Survey:
    """A question of each kind that becomes a fact."""
    q = QuestionKey
    return Survey(
        key="house",
        title=asked("Дом"),
        questions=(
            SingleChoice(key=q("sex"), prompt=asked("Пол"), choices=options("female", "male"),
                         remembers="gender"),
            DateQuestion(key=q("born"), prompt=asked("Когда"), remembers="birthday"),
            ContactQuestion(key=q("call"), prompt=asked("Телефон")),
            NumberQuestion(key=q("people"), prompt=asked("Сколько"), remembers="household"),
            OpenQuestion(key=q("zone"), prompt=asked("Пояс"), remembers="time_zone"),
            MultipleChoice(key=q("pets"), prompt=asked("Кто"), choices=options("cat", "dog"),
                           remembers="pets"),
            MultipleChoice(key=q("wants"), prompt=asked("Что"), choices=options("lift", "yard"),
                           basis=Basis.NEEDS),
            Scale(key=q("quiet"), prompt=asked("Тишина"), construct="calm"),
            Scale(key=q("nps"), prompt=asked("Оценка"), low=0, high=10, gauge=Gauge.NPS),
        ),
    )  # fmt: skip


def answers(quiet: int) -> dict[str, Answer]:
    return {
        "sex": Chosen(ChoiceKey("female")),
        "born": Dated(date(1980, 2, 29)),
        "call": Contacted("+380 67 123 45 67"),
        "people": Counted(3),
        "zone": Written("Europe/Kyiv"),
        "pets": Picked((ChoiceKey("cat"),)),
        "wants": Picked((ChoiceKey("lift"),)),
        "quiet": Rated(quiet),
        "nps": Rated(9),
    }


async def a_world(open_work: OpenWork, clock: Clock) -> tuple[Person, Person]:
    """A manager and Vera, to whom everything has happened, among 130 who paid."""
    async with open_work() as work:
        olga = await a_resident(work, "Ольга", role=Role.MANAGER)
        met = await work.people.add(5_001, language="ru", at=NOON)
        link = Invitation.read(f"house__friend-{olga.id}")
        met = await FollowLink(work, clock)(met, link)
        vera = await Consent(work, clock)(met, name="Вера", username="Vera_P")
        printed = Invitation.read("__flyer__print__may__a4__garden")
        petr = await FollowLink(work, clock)(
            await work.people.add(5_002, language="ru", at=NOON), printed
        )
        await Consent(work, clock)(petr, name="Пётр")
        await _surveys(work, olga, vera)
        await _home(work, vera)
        _, (segment, _) = await a_scheme_with_segments(work)
        await a_placement(work, segment, vera)
        for number, (lane, hours) in enumerate([(5_001, 0), (5_001, 0.2), (5_001, 2)], 1):
            at = NOON + timedelta(hours=hours)
            await work.inbox.put([(number, lane, {"text": "x"})], at=at)
        await work.commit()
        await KeepRule(work, clock, _UTC)(olga, name="all", text="everyone")
    await _imports(open_work, clock)
    return olga, vera


async def _surveys(work: UnitOfWork, olga: Person, vera: Person) -> None:
    survey = survey_of_everything()
    for quiet in (2, 4):
        stored = await an_open_survey(work, olga, survey)
        await a_completed_walk(work, stored, vera, answers(quiet))
    await work.invitations.invite("house", [vera.id], way=Way.LETTER, at=NOON)
    open_now = await work.surveys.open_version("house")
    assert open_now is not None and open_now.status is SurveyStatus.OPEN


async def _home(work: UnitOfWork, vera: Person) -> None:
    building = await work.homes.add_building("12А", Place(), at=NOON)
    facts = FlatFacts(number="1", entrance="1", floor=2, share=0.1)
    await work.homes.add_flats(building.id, [facts])
    (flat,) = await work.homes.flats(building.id)
    await work.homes.move_in(
        vera.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=NOON,
        role=HomeRole.OWNER, moved_in=date(2020, 5, 1),
    )  # fmt: skip


async def _imports(open_work: OpenWork, clock: Clock) -> None:
    """Payments of 130 people (Vera paid twice), facts about Vera, a list with her."""
    async with open_work() as work:
        for number in range(130):
            await a_resident(work, f"P{number}", telegram_id=6_000 + number)
        await work.commit()
    days = "telegram;дата;сумма\n" + "".join(
        f"{6_000 + n};2025-{1 + (n + m) % 9:02}-{1 + n % 28:02};{10 + n}\n"
        for n in range(130)
        for m in range(1 + n % 4)
    )
    days += "5001;2025-05-01;100\n5001;2025-09-01;50\n5001;2025-09-02;-20\n"
    people = (
        "telegram;теги;стадия;менеджер;почта;Долг;Машина\n"
        '5001;vip;lead;Ольга;v@x.ua;12,5;"{""номер"": {""регион"": ""AA""}, ""мест"": [2, null]}"\n'
    )
    files: list[tuple[str, Subject, dict[str, Column | None]]] = [
        (days, Subject.PAYMENT, {}),
        (people, Subject.PEOPLE, {"Долг": Column.FIELD, "Машина": Column.FIELD}),
        ("telegram\n5001\n", Subject.LIST, {}),
    ]
    for text, subject, mapped in files:
        async with open_work() as work:
            sheet = read_sheet(text.encode(), subject, mapped)
            plan = await plan_import(work, sheet, subject, name="may", zone=_UTC, now=clock.now())
            assert plan.new
            await write_import(work, plan, clock, actor_id=None)
