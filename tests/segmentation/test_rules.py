"""Rules as managers write them: what they mean, what is refused and where."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from segmentation.rules.evaluating import BUCKETS, bucket, holds
from segmentation.rules.facts import Event, Held, PersonFacts, Stay
from segmentation.rules.faults import Code, RuleFault
from segmentation.rules.parsing import parse
from segmentation.rules.patterns import BadPattern, matches
from segmentation.rules.tree import All, AnyOf, Not, segments_named
from segmentation.rules.windows import NoSuchWindow, Now
from segmentation.rules.writing import write
from tests.segmentation.random_rules import MOMENTS, some_rule, some_zone

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
NOW = Now(NOON, ZoneInfo("Europe/Kyiv"))


def ago(days: float) -> datetime:
    return NOON - timedelta(days=days)


VERA = PersonFacts(
    id=7,
    values={
        ("name",): "Алёна Їжак",
        ("language",): "uk",
        ("birthday",): date(1988, 2, 29),
        ("building",): "12A",
        ("floor",): 3.0,
        ("need", "parking"): 0.7,
        ("answered", "winter"): ago(10),
        ("added",): ago(400),
    },
    sets={("tags",): frozenset({"VIP", "новосёл"})},
    events=(
        Event(kind="purchase", at=ago(80), amount=10_000, traits={"category": "Coffee"}),
        Event(kind="purchase", at=ago(5), amount=2_500, traits={"category": "tea"}),
        Event(kind="visit", at=ago(6)),
        Event(kind="payment", at=ago(200)),
    ),
    held=(Held(("stage",), "lead", ago(31)),),
    stays=(Stay("families", ago(50)), Stay("quiet", ago(300), ago(50))),
)
NOBODY = PersonFacts(id=8)


@pytest.mark.parametrize(
    "text",
    [
        'building = "12a" and age >= 35 and need("parking") > 0.5',
        'answered("winter", within 30 days) and answered("winter")',
        'name contains "алена" and name like "ал%" and name ends with "їжак"',
        'tags has ("новосел") and tags has all ("vip", "Новосёл") and not tags has none ("vip")',
        'did("purchase", within 30 days) and count("purchase") = 2',
        'never("ticket") and count("ticket") = 0 and total("ticket") <= 0',
        'total("purchase") = 12500 and average("purchase", category = "coffee") > 9999',
        'share("purchase", category = "tea") = 50',
        'first("purchase") more than 60 days ago and last("purchase") within 1 week',
        'did_then("visit", "purchase", within 1 day)',
        'not did_then("visit", "purchase", within 1 hour)',
        'stopped("payment", 3 months) and not stopped("purchase", 3 months)',
        'restarted("purchase", 30 days)',
        'regularly("purchase", 2 of 4 months) and not regularly("purchase", 3 of 4 months)',
        'has_been(stage, "Lead", at least 30 days)',
        'not has_been(stage, "lead", less than 30 days)',
        'in("families") and days_in("families") between 50 and 50 and not in("quiet")',
        'entered("families", within 2 months) and left("quiet", within 2 months)',
        'moved("quiet", "families", within 2 months)',
        "birthday anniversary within 364 days and birthday between 1988-01-01 and 1988-12-31",
        "birthday every year between 12-20 and 03-01",
        "added more than 1 year ago and added before 2026-01-01",
        'phone is empty and phone != "1" and not phone = "1" and phone not in ("1")',
        "floor between 1 and 5 and floor not between 4 and 5 and floor in (1, 3)",
        "everyone and (everyone or everyone)",
    ],
)
def test_true_of_vera(text: str) -> None:
    """Each of these is said of her; and written anew it says the same."""
    assert holds(parse(text), VERA, NOW)
    assert holds(parse(write(parse(text))), VERA, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "age > 0",
        "age < 200",
        'name contains ""',
        'tags has "vip"',
        'did("purchase")',
        'average("purchase") < 100',
        "added within 9000 days",
        'in("families")',
        'has_been(stage, "lead", less than 30 days)',
        'days_in("families") < 100',
        'restarted("purchase", 30 days)',
    ],
)
def test_nothing_is_true_of_somebody_of_whom_nothing_is_known(text: str) -> None:
    """Where there is no value, only the opposite holds."""
    assert not holds(parse(text), NOBODY, NOW)
    assert holds(parse(f"not ({text})"), NOBODY, NOW)


@pytest.mark.parametrize(
    ("today", "years"),
    [("2026-02-27", 37), ("2026-02-28", 38), ("2028-02-28", 39), ("2028-02-29", 40)],
)
def test_who_was_born_on_29_february_grows_older_on_the_28th(today: str, years: int) -> None:
    """In leap years on the day itself."""
    now = Now(datetime.fromisoformat(f"{today}T12:00+00:00"))
    assert holds(parse(f"age = {years}"), VERA, now)


def test_a_day_begins_where_the_house_stands() -> None:
    """23:30 in London is tomorrow in Kyiv."""
    late = PersonFacts(id=1, values={("added",): datetime(2026, 3, 13, 23, 30, tzinfo=UTC)})
    assert holds(parse("added today"), late, NOW)
    assert not holds(parse("added today"), late, Now(NOON))


@pytest.mark.parametrize(
    ("text", "code", "at", "suggestion"),
    [
        ("", Code.UNFINISHED, 0, None),
        ("agee > 3", Code.UNKNOWN_FIELD, 0, "age"),
        ("age > ", Code.UNFINISHED, 5, None),
        ('age > "three"', Code.NEEDS_NUMBER, 6, None),
        ("building = 12", Code.NEEDS_TEXT, 11, None),
        ("age contains 3", Code.NOT_COMPARABLE, 4, None),
        ("added > 3", Code.NEEDS_WINDOW, 6, None),
        ("added anniversary today", Code.NEEDS_DAY, 6, None),
        ("added on 2026-02-30", Code.NO_SUCH_DATE, 9, None),
        ("added between 2026-03-02 and 2026-03-01", Code.REVERSED, 14, None),
        ("age > " + "9" * 309, Code.UNREADABLE, 6, None),
        ('did("visit", amount >= ' + "9" * 400 + ")", Code.UNREADABLE, 23, None),
        ("age between 1 and -" + "9" * 309, Code.UNREADABLE, 18, None),
        ("need > 3", Code.WRONG_ARGUMENTS, 0, "need"),
        ('name matches "("', Code.BAD_PATTERN, 13, None),
        ('did("visit", catgory = "x")', Code.UNKNOWN_TRAIT, 13, "category"),
        ('did_then("a", "b", within 2 months)', Code.NEEDS_DAYS, 26, None),
        ("everyone everyone", Code.UNREADABLE, 9, None),
        ("(" * 30 + "everyone" + ")" * 30, Code.TOO_DEEP, 21, None),
        ("everyone and " * 400 + "everyone", Code.TOO_LONG, 4_000, None),
        ("name = \x00", Code.UNREADABLE, 7, None),
    ],
)
def test_a_fault_says_what_and_where(
    text: str, code: Code, at: int, suggestion: str | None
) -> None:
    """The place is a letter of the text."""
    with pytest.raises(RuleFault) as caught:
        parse(text)
    fault = caught.value
    assert (fault.code, fault.at, fault.suggestion) == (code, at, suggestion)


@pytest.mark.parametrize("zone", ["Europe/Kyiv", "America/New_York"])
@pytest.mark.parametrize("rule", ["added on 0001-01-01", "added on 9999-12-31"])
def test_days_at_the_ends_of_the_calendar_are_refused_or_asked(rule: str, zone: str) -> None:
    """Where the day begins before the calendar, or ends after it, there is no such window."""
    now = Now(NOON, ZoneInfo(zone))
    east = zone == "Europe/Kyiv"
    if rule.endswith("0001-01-01") and not east:
        assert not holds(parse(rule), VERA, now)
        return
    with pytest.raises(NoSuchWindow):
        holds(parse(rule), VERA, now)


def test_a_pattern_that_explodes_is_stopped() -> None:
    """A tenth of a second, whoever wrote it."""
    with pytest.raises(BadPattern):
        matches("(a|aa)+$", "a" * 60 + "b")


def test_not_and_and_or_are_what_they_are_everywhere() -> None:
    """A rule and its opposite are everybody; the order of parts changes nothing."""
    random = Random(11)
    for _ in range(500):
        moment = random.choice(MOMENTS)
        now = Now(moment, some_zone(random))
        one, other = some_rule(random, moment, 2), some_rule(random, moment, 2)
        for person in (VERA, NOBODY):
            first, second = holds(one, person, now), holds(other, person, now)
            assert holds(Not(Not(one)), person, now) == first
            assert holds(All((other, one)), person, now) == (first and second)
            assert holds(AnyOf((other, one)), person, now) == (first or second)


def test_buckets_are_filled_evenly() -> None:
    """A tenth of people falls into a tenth of the buckets, whoever they are."""
    tenth = sum(bucket(number) < BUCKETS // 10 for number in range(1, 20_001))
    assert 1_900 < tenth < 2_100


def test_a_rule_names_the_segments_it_rests_on() -> None:
    """So that nobody builds a circle."""
    rule = parse(
        'in("a") or not (moved("b", "c", today) and days_in("d") > 1) and left("e", today)'
    )
    assert segments_named(rule) == {"a", "b", "c", "d", "e"}
