"""The laws of weights and rates, and figures checked against published ones."""

import math

from hypothesis import given
from hypothesis import strategies as st

from surveys.field.raking import TRIM, rake
from surveys.field.rates import Disposition, Outcomes, wilson
from surveys.field.settings import Quota

D = Disposition


def test_wilson_as_published() -> None:
    """Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29."""
    told = {(81, 263): (0.2553, 0.3662), (15, 148): (0.0624, 0.1605)}
    told |= {(0, 20): (0.0, 0.1611), (1, 29): (0.0061, 0.1718)}
    for (part, whole), ends in told.items():
        pairs = zip(wilson(part, whole), ends, strict=True)
        assert all(math.isclose(a, b, abs_tol=5e-5) for a, b in pairs)


def test_rates_of_a_small_survey_reckoned_by_hand() -> None:
    """I=10, P=2, break-off 1 + refused 2 = R, in the middle 1 = O, silent 3 + unreachable 1 = U."""
    counts = {D.COMPLETED: 10, D.PARTIAL: 2, D.BREAK_OFF: 1, D.REFUSED: 2, D.STARTED: 1}
    counts |= {D.REACHED: 3, D.UNREACHABLE: 1, D.INELIGIBLE: 4}
    out = Outcomes.of(d for d, n in counts.items() for _ in range(n))
    assert out.rr1().value == 10 / 20 and out.rr2().value == 12 / 20
    assert math.isclose(out.e, 16 / 20) and math.isclose(out.rr3().value, 10 / (16 + 0.8 * 4))
    assert out.con1().value == 16 / 20 and out.coop1().value == 10 / 16
    assert out.ref1().value == 3 / 20


@given(st.lists(st.sampled_from(list(D)), max_size=60))
def test_rates_are_shares_in_their_order(found: list[Disposition]) -> None:
    out = Outcomes.of(found)
    for share in (out.rr1(), out.rr2(), out.rr3(), out.con1(), out.coop1(), out.ref1()):
        assert (
            0 <= share.low <= share.value + 1e-12 and share.value <= share.high + 1e-12 <= 1 + 1e-9
        )
    assert out.rr1().value <= out.rr2().value and out.rr1().value <= out.rr3().value + 1e-12


def test_margins_are_met_and_the_price_is_told() -> None:
    """A textbook table: 40 old women, 20 old men, 10 young women, 30 young men; half and half."""
    people = range(100)
    sex = {i: "f" if i < 40 or 60 <= i < 70 else "m" for i in people}
    age = {i: "old" if i < 60 else "young" for i in people}
    quotas = (Quota("sex", {"f": 0.6, "m": 0.4}), Quota("age", {"old": 0.5, "young": 0.5}))
    raked = rake(list(people), {"sex": sex, "age": age}, quotas)
    total = sum(raked.weights.values())
    women = sum(w for i, w in raked.weights.items() if sex[i] == "f") / total
    old = sum(w for i, w in raked.weights.items() if age[i] == "old") / total
    assert math.isclose(women, 0.6, abs_tol=1e-4) and math.isclose(old, 0.5, abs_tol=1e-4)
    assert math.isclose(raked.effective * raked.design_effect, 100)


groups = st.dictionaries(st.integers(1, 80), st.sampled_from("abc"), min_size=1)
shares = st.fixed_dictionaries({g: st.floats(0.05, 1) for g in "abc"})


@given(groups, shares)
def test_nobody_is_thrown_out_and_nobody_shouts(
    of: dict[int, str], wanted: dict[str, float]
) -> None:
    total = sum(wanted.values())
    quota = Quota("g", {g: share / total for g, share in wanted.items()})
    raked = rake(list(of), {"g": of}, (quota,))
    assert raked.weights.keys() == of.keys()
    mean = sum(raked.weights.values()) / len(of)
    assert min(raked.weights.values()) > 0
    assert raked.effective <= len(of) + 1e-9
    assert max(raked.weights.values()) <= TRIM[1] * mean * 3
    assert {u.removeprefix("g: ") for u in raked.unmet} == set("abc") - set(of.values())
    assert rake(list(reversed(list(of))), {"g": of}, (quota,)).weights == raked.weights
