"""Random surveys with blocks, loops, filters and lots, made of random plain ones."""

from dataclasses import replace

from hypothesis import strategies as st

from surveys.expressions.tree import Column, Compare, Comparison, Count, Given, Literal
from surveys.questions import Choice, Listed, Question, QuestionKey, SingleChoice, Survey, YesNo
from surveys.structure import Block, Item, Loop
from surveys.text import Text
from surveys.unfolding import unfolded
from tests.surveys.random_surveys import maybe_text, surveys

lots = st.sampled_from((False, True, 7))
AGAIN = Text({"ru": "Ещё?"})


@st.composite
def structured_surveys(draw: st.DrawFn) -> Survey:
    """Each question stands alone, in a block, or in a loop over an earlier one."""
    flat = draw(surveys())
    earlier: list[Question] = []
    items: list[Item] = []
    for question in flat.questions:
        items.append(draw(_placed(draw(_filtered(question, earlier)), earlier)))
        earlier.append(question)
    return unfolded(replace(flat, outline=tuple(items), outlined=flat.calculated))


@st.composite
def _placed(draw: st.DrawFn, question: Question, earlier: list[Question]) -> Item:
    key = f"{question.key[:20]}-around"
    heading = draw(maybe_text)
    choices = [each for each in earlier if isinstance(each, Listed | YesNo)]
    match draw(st.sampled_from(("alone", "block", "over", "times", "again"))):
        case "block":
            twin = replace(question, key=QuestionKey(f"{question.key[:26]}-twin"))
            items = (question, twin)
            return Block(key=key, heading=heading, shuffle=draw(lots), items=items)
        case "over" if choices:
            over = draw(st.sampled_from(choices)).key
            return Loop(key=key, heading=heading, shuffle=draw(lots), over=over, items=(question,))
        case "times" if choices:
            times = Count(Given(draw(st.sampled_from(choices)).key))
            return Loop(key=key, heading=heading, times=times, at_most=3, items=(question,))
        case "again":
            return Loop(key=key, again=AGAIN, at_most=2, items=(question,))
    return question


@st.composite
def _filtered(draw: st.DrawFn, question: Question, earlier: list[Question]) -> Question:
    """Perhaps only choices that fit an earlier answer, perhaps in an order by lot."""
    if not isinstance(question, Listed) or any(choice.other for choice in question.choices):
        return question
    mixed = replace(question, shuffle=draw(lots))
    single = [each for each in earlier if isinstance(each, SingleChoice)]
    if not single or draw(st.booleans()):
        return mixed
    over = draw(st.sampled_from(single))
    fitting = st.sampled_from([str(choice.key) for choice in over.choices])
    choices: tuple[Choice, ...] = tuple(
        replace(choice, columns={"fits": draw(fitting)}) for choice in mixed.choices
    )
    how = draw(st.sampled_from((Comparison.EQUAL, Comparison.UNEQUAL)))
    asked = Compare(how, Column("fits"), Given(over.key))
    chosen = asked if draw(st.booleans()) else Compare(how, Column("name"), Literal("a"))
    return replace(mixed, choices=choices, choice_filter=chosen)
