"""What was meant by a rule that cannot be read, and what is said to be missing in it."""

import pytest

from segmentation.rules.faults import Expect, RuleFault
from segmentation.rules.mending import mended
from segmentation.rules.parsing import parse

MEANT = {"дом": "building", "возраст": "age", "и": "and", "или": "or", "не": "not"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("дом = 12A и возраст >= 35", 'building = "12A" and age >= 35'),
        ('buildng = "12A', 'building = "12A"'),
        ('возраст >= "35" или не дом = 12', 'age >= 35 or not building = "12"'),
        ("дом = 12/1", 'building = "12/1"'),
        ("building is 12A", 'building = "12A"'),
        ("(age > 35 or floor < 3", "age > 35 or floor < 3"),
        ("age > 35 и floor < 3", "age > 35 and floor < 3"),
    ],
)
def test_what_was_meant_is_found(written: str, meant: str) -> None:
    """Words of one's own language, forgotten quotes and brackets, one after another."""
    assert meant == mended(written, MEANT)


@pytest.mark.parametrize("written", ["hello", "age >=", "age > 3 building", "age contains 3", ""])
def test_nothing_is_guessed_where_nothing_is_clear(written: str) -> None:
    """A rule that means somebody else is worse than none."""
    assert mended(written, MEANT) is None


def test_a_sound_rule_is_left_alone() -> None:
    """There is nothing to mend."""
    assert mended('building="12A"', MEANT) is None


@pytest.mark.parametrize(
    ("written", "at", "expects", "choices"),
    [
        ('age > 35 building = "1"', 9, Expect.JOIN, ("and", "or")),
        ("age > 35 and", 12, Expect.CONDITION, ()),
        ("age >=", 6, Expect.VALUE, ()),
        ('count("visit" > 3', 14, Expect.SIGN, (")",)),
        ('building = "12', 11, Expect.QUOTE, ()),
        ('building is "12"', 9, Expect.COMPARISON, ("=", "!=", "in", "not in")),
    ],
)
def test_a_fault_tells_what_could_stand_there(
    written: str, at: int, expects: Expect, choices: tuple[str, ...]
) -> None:
    """The place, and how to go on from it."""
    with pytest.raises(RuleFault) as found:
        parse(written)

    assert (found.value.at, found.value.expects) == (at, expects)
    assert found.value.choices[: len(choices)] == choices


def test_low_quotation_marks_are_quotation_marks() -> None:
    """Phones write them by themselves."""
    assert parse("building = „12A“") == parse('building = "12A"')
