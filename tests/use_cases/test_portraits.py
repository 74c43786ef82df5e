"""Portraits: what is told of the people of a segment, and what is not."""

from dataclasses import replace
from typing import cast

from segmentation.values import AnswerTable
from surveys.answers import Answer, Chosen, Counted, DontKnow, Rated, Written
from surveys.questions import (
    NO,
    YES,
    Basis,
    Choice,
    ChoiceKey,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
    YesNo,
)
from surveys.text import Text
from use_cases.records import StoredSegment
from use_cases.reporting.portraits import Portrait
from use_cases.reporting.portraying import portray
from use_cases.reporting.publishing import counted_rows, published
from use_cases.reporting.sitting import Material, items_of
from use_cases.reporting.suppression import Kind, parts


def said(words: str) -> Text:
    return Text({"en": words})


QUIET, PRAM, AGE, WORDS = (QuestionKey(key) for key in ("quiet", "pram", "age", "words"))
QUESTIONS: dict[QuestionKey, Question] = {
    QUIET: Scale(key=QUIET, prompt=said("I want quiet."), basis=Basis.PSYCHOGRAPHIC),
    PRAM: YesNo(key=PRAM, prompt=said("Do you have a pram?"), basis=Basis.DEMOGRAPHIC),
    AGE: NumberQuestion(key=AGE, prompt=said("How old are you?"), minimum=0, maximum=120),
    WORDS: OpenQuestion(key=WORDS, prompt=said("What else?")),
}


def two_halves(
    people: int = 80, *, first: int | None = None, hours: tuple[int, ...] = ()
) -> Material:
    """The first half wants quiet, has no prams, writes little; the others the other way round."""
    first = people // 2 if first is None else first
    answers = {
        person: cast(
            "dict[QuestionKey, Answer]",
            {
                QUIET: Rated(4 + person % 2) if person < first else Rated(1 + person % 2),
                PRAM: Chosen(NO if person < first or person % 10 == 0 else YES),
                AGE: Counted(60 + person % 20) if person < first else Counted(30 + person % 10),
                WORDS: Written("yes" if person < first else "word " * (20 + person % 7)),
            },
        )
        for person in range(people)
    }
    segments = tuple(StoredSegment(id=n, scheme_id=1, key=str(n), number=n) for n in (1, 2))
    return Material(
        segments=segments,
        sizes=parts([first, people - first], people),
        people=people,
        run=None,
        questions=QUESTIONS,
        items=tuple(items_of(QUESTIONS)),
        places=tuple(0 if person < first else 1 for person in answers),
        table=AnswerTable.of(answers),
        hours=(hours, ()),
        quotes=((), ()),
    )


def test_a_portrait_says_what_is_more_and_less_with_proof() -> None:
    """In words that fit either way: "no" to a question is less of its "yes"."""
    quiet, prams = portray(two_halves())

    (trait,) = (t for t in quiet.less if t.question.key == PRAM)
    assert (trait.value, trait.few, trait.more) == (0.0, True, False)
    assert trait.low <= trait.difference <= trait.high < 0
    assert trait.effect_low <= trait.effect <= trait.effect_high < 0
    assert trait.p is not None
    assert trait.p < 1e-6
    (trait,) = (t for t in prams.more if t.question.key == PRAM)
    assert trait.told
    assert abs(trait.value - 0.95) < 1e-9  # Four say no: the report tells it as vaguely.
    assert [t.question.key for t in quiet.values] == [QUIET]


def test_what_is_told_follows_from_how_many_said_it_and_not_from_a_corrected_share() -> None:
    """13 prams of 40 are told, though errors of placing leave a share of less than five people."""
    material = two_halves()
    column = [Chosen(YES if n % 40 < (13 if n < 40 else 30) else NO) for n in range(80)]
    table = replace(material.table, answers={**material.table.answers, PRAM: tuple(column)})
    material = replace(material, table=table)
    (counted,) = (t for t in portray(material)[0].rows if t.item == PRAM)
    corrected = replace(counted, value=0.03, difference=0.03 - counted.everybody)

    told = published(corrected, counted_rows(material), material, 0)

    assert (told.told, told.few, told.value) == (True, False, 0.03)
    assert told.difference == corrected.difference
    said = replace(corrected, value=0.5)  # Corrected the other way, two people stay two people.
    column[:40] = [Chosen(YES if n < 2 else NO) for n in range(40)]
    table = replace(table, answers={**table.answers, PRAM: tuple(column)})
    material = replace(material, table=table)
    assert published(said, counted_rows(material), material, 0).few


def test_everybody_is_one_figure_in_the_portrait_and_in_the_report() -> None:
    """What the report makes vague for the sake of a few is the same figure here."""
    material = two_halves()
    row = counted_rows(material)[PRAM, YES]
    assert row.everybody.kind is Kind.ABOUT

    for portrait in portray(material):
        (trait,) = (t for t in portrait.rows if t.item == PRAM)
        assert (trait.everybody, trait.kind_of_all) == (row.everybody.value, Kind.ABOUT)
        assert abs(trait.value - trait.everybody - trait.difference) < 1e-9


def test_what_answers_do_not_say_is_left_out() -> None:
    """No hours from a handful, no goals where nobody was asked, no age from the few."""
    quiet, _ = portray(two_halves(hours=(9,) * 19))
    assert (quiet.hours, quiet.goals, quiet.problems, quiet.channels) == (None, (), (), ())

    small, _ = portray(two_halves(people=60, first=12))
    assert small.ages is None


def test_age_and_hours_are_told_where_enough_people_say_so() -> None:
    quiet, prams = portray(two_halves(hours=(19, 20, 20, 21) * 10))

    assert quiet.ages is not None
    assert (quiet.ages.low, quiet.ages.high, quiet.ages.people) == (65.0, 75.0, 40)
    assert prams.ages is not None
    assert cast("float", prams.ages.high) < 40
    assert quiet.hours is not None
    assert (quiet.hours.start, quiet.hours.end) == (19, 22)
    assert quiet.hours.share.low is not None
    assert quiet.hours.share.low > 0.9
    assert portray(two_halves(hours=tuple(range(24)) * 3))[0].hours is None


def test_nothing_is_told_about_fewer_than_five() -> None:
    few, most = portray(two_halves(people=80, first=4))

    assert few == Portrait(segment=few.segment, size=few.size, share=few.share)
    assert not few.size.shown
    assert few.share.value is None
    assert not most.size.exact


def test_how_much_people_write_is_told_where_it_is_certain() -> None:
    quiet, prams = portray(two_halves())

    assert quiet.wordy is not None
    assert prams.wordy is not None
    assert quiet.wordy.difference < 0 < prams.wordy.difference


def test_what_people_do_not_know_is_to_be_explained() -> None:
    """Where more of them say so than of the others, and chance does not explain it."""
    material = two_halves()
    column = list(material.table.answers[QUIET])
    column[:20] = [DontKnow()] * 20
    table = replace(material.table, answers={**material.table.answers, QUIET: tuple(column)})

    quiet, prams = portray(replace(material, table=table))

    assert [t.question.key for t in quiet.unsure] == [QUIET]
    assert not prams.unsure


def test_merged_segments_have_one_portrait() -> None:
    """Of everybody in them: here of all, so that nothing sets them apart."""
    material = two_halves()
    one = replace(material.segments[0], parts=("2",))
    together = replace(
        material, segments=(one,), sizes=parts([80], 80), places=(0,) * 80, hours=((),),
        quotes=((),),
    )  # fmt: skip

    (portrait,) = portray(together)

    assert not portrait.more
    assert not portrait.less


def test_age_groups_are_told_by_their_names() -> None:
    """The middle half of those who said lies between them."""
    names = ("18-29", "30-44", "45-59", "60+")
    choices = tuple(Choice(key=ChoiceKey(f"g{i}"), label=said(n)) for i, n in enumerate(names))
    groups = SingleChoice(key=AGE, prompt=said("How old are you?"), choices=choices)
    material = two_halves()
    column = tuple(Chosen(ChoiceKey(f"g{1 + person % 2}")) for person in range(80))
    table = replace(material.table, answers={**material.table.answers, AGE: column})
    questions = {**QUESTIONS, AGE: groups}
    asked = replace(material, questions=questions, items=tuple(items_of(questions)), table=table)

    ages = portray(asked)[0].ages

    assert ages is not None
    assert (ages.low, ages.high, ages.people) == (said("30-44"), said("45-59"), 40)


def test_what_is_valued_stands_above_the_middle_of_its_scale() -> None:
    """Who minds a thing a little less than the others does not value it; it sets them apart."""
    material = two_halves()
    column = [Rated(3) if n % 4 and n < 40 else Rated(1 + n % 2) for n in range(80)]
    table = replace(material.table, answers={**material.table.answers, QUIET: tuple(column)})

    quiet, _ = portray(replace(material, table=table))

    assert [t.question.key for t in quiet.more if t.basis is Basis.PSYCHOGRAPHIC] == [QUIET]
    assert not quiet.values
