"""XPath means the same here as where spreadsheets come from: rxeval is the judge."""

from xml.sax.saxutils import escape

import pytest
import rxeval

from surveys.expressions.checking import Kind
from surveys.expressions.evaluating import evaluate
from surveys.expressions.functions import written
from surveys.expressions.parsing import parse
from surveys.expressions.tree import Value
from surveys.expressions.writing import write
from surveys.xlsform.meaning import Named
from surveys.xlsform.tokens import UnsupportedXPath
from surveys.xlsform.xpath import read_xpath

NAMES = {
    "age": Named("age", Kind.NUMBER),
    "children": Named("children", Kind.NUMBER),
    "home": Named("home", Kind.CHOICE, {"flat": "flat", "house": "house"}),
    "needs": Named("needs", Kind.CHOICES, {"lift": "lift", "park": "park"}),
    "name": Named("name", Kind.TEXT),
}
PEOPLE: list[dict[str, Value]] = [
    {"age": 30.0, "children": 2.0, "home": "flat", "needs": ("lift", "park"), "name": "Vera"},
    {"age": 17.0, "children": 0.0, "home": "house", "needs": ("park",), "name": "Al"},
    {"age": None, "children": None, "home": None, "needs": None, "name": None},
    {"age": 18.0, "children": None, "home": "flat", "needs": None, "name": "Vera"},
]
CONDITIONS = [
    "${age} >= 18",
    "${age} > 17 and ${age} <= 30",
    "not(${age} < 18)",
    "${age} != 18",
    "${home} = 'flat'",
    "${home} != 'flat'",
    "${home} = ''",
    "${children} != ''",
    "selected(${needs}, 'lift')",
    "selected(${home}, 'flat') or selected(${needs}, 'park')",
    "not(selected(${needs}, 'lift')) and ${age} > 3",
    "count-selected(${needs}) = 2",
    "count-selected(${needs}) > 0 or ${children} >= 1",
    "(${age} - ${children}) > 16",
    "${age} * 2 - 1 = 59",
    "${age} div 2 > 8.7",
    "${age} mod 7 = 2",
    "-${age} < -18",
    "string-length(${name}) > 2",
    "coalesce(${children}, 5) = 5",
    "if(${age} > 18, ${children} > 1, false())",
    "int(${age} div 4) = 7 or round(${age} div 4) = 8",
    "true() and not(false())",
    "concat(${name}, '!') = 'Vera!'",
    "contains(${name}, 'er')",
    "starts-with(${name}, 'Ve') or starts-with(${name}, 'A')",
    "regex(${name}, '[A-Z][a-z]+')",
    "regex(${name}, '[A-Z]')",
    "number(${age}) > 17",
    "abs(${age} - 20) < 11",
    "pow(${age}, 2) > 300",
    "selected-at(${needs}, 0) = 'lift'",
]
VALUES = [
    "${age} + 1",
    "if(${home} = 'flat', 1, 2)",
    "coalesce(${children}, ${age})",
    "concat('a', ${name})",
    "string-length(${name})",
    "round(${age} div 4)",
    "int(-${age} div 4)",
    "count-selected(${needs})",
    "substr(${name}, 1, 3)",
    "substr(${name}, 1)",
    "substring-before(${name}, 'r')",
    "substring-after(${name}, 'e')",
    "normalize-space(${name})",
    "pow(${age}, 2)",
    "abs(-${age})",
    "round(${age} div 7, 2)",
    "selected-at(${needs}, 1)",
]


def submission(person: dict[str, Value]) -> str:
    fields = "".join(f"<{key}>{escape(written(value))}</{key}>" for key, value in person.items())
    return f'<data id="x">{fields}</data>'


def judged(xpath: str, person: dict[str, Value]) -> str:
    for name in NAMES:
        xpath = xpath.replace("${" + name + "}", f"/data/{name}")
    answer: str = rxeval.eval_expression(xpath, submission(person))
    return answer


@pytest.mark.parametrize("person", PEOPLE, ids=["full", "young", "silent", "half"])
@pytest.mark.parametrize("xpath", CONDITIONS)
def test_a_condition_holds_for_the_same_people(xpath: str, person: dict[str, Value]) -> None:
    """Those who did not answer included."""
    condition = read_xpath(xpath, NAMES, None, condition=True)
    kept = parse(write(condition))

    expected = judged(f"boolean({xpath})", person)
    assert str(evaluate(kept, person.get) is True).lower() == expected.lower()


@pytest.mark.parametrize("person", PEOPLE[:2], ids=["full", "young"])
@pytest.mark.parametrize("xpath", VALUES)
def test_a_calculation_comes_to_the_same(xpath: str, person: dict[str, Value]) -> None:
    found = evaluate(read_xpath(xpath, NAMES, None, condition=False), person.get)

    assert written(found) == judged(f"string({xpath})", person)


@pytest.mark.parametrize(
    "xpath",
    ["", "${age} >", "/data/age", ".. = 1", "../ = 1",
     "pulldata('a', 'b', 'c', 'd')", "${age} | ${home}",
     "instance(${age})", "position(..)", "(" * 60, "'open", "if(1, 2)", "@id"],
)  # fmt: skip
def test_what_cannot_be_read_is_told(xpath: str) -> None:
    with pytest.raises(UnsupportedXPath):
        read_xpath(xpath, NAMES, None, condition=True)
