"""Points move, they never appear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewards.gifts import campaign_gift, survey_thanks
from rewards.transfers import HOUSE, Account, Transfer, account_of, balance

accounts = st.sampled_from([HOUSE, account_of(1), account_of(2), account_of(3)])


@st.composite
def transfers(draw: st.DrawFn) -> Transfer:
    source, target = draw(st.lists(accounts, min_size=2, max_size=2, unique=True))
    number = draw(st.integers(1, 10**6))
    return Transfer(
        source=source, target=target, points=draw(st.integers(1, 100)), reference=f"test:{number}"
    )


@given(st.lists(transfers()))
def test_all_balances_add_up_to_zero(history: list[Transfer]) -> None:
    """Whatever was transferred between whom."""
    everybody = {t.source for t in history} | {t.target for t in history}

    assert sum(balance(account, history) for account in everybody) == 0


@given(st.lists(transfers()))
def test_a_balance_is_what_came_less_what_went(history: list[Transfer]) -> None:
    """Counted the long way, it is the same."""
    kept: dict[Account, int] = {}
    for moved in history:
        kept[moved.source] = kept.get(moved.source, 0) - moved.points
        kept[moved.target] = kept.get(moved.target, 0) + moved.points

    assert {account: balance(account, history) for account in kept} == kept


@pytest.mark.parametrize("points", [0, -5])
def test_a_transfer_moves_at_least_one_point(points: int) -> None:
    """Nothing and less than nothing cannot be given."""
    with pytest.raises(ValueError, match="at least one"):
        Transfer(source=HOUSE, target=account_of(1), points=points, reference="x")


def test_a_transfer_needs_two_accounts() -> None:
    """Nobody gives to themselves."""
    with pytest.raises(ValueError, match="two accounts"):
        Transfer(source=HOUSE, target=HOUSE, points=1, reference="x")


def test_each_event_has_a_reference_of_its_own() -> None:
    """The same event says the same twice; another one never does."""
    thanks = survey_thanks(survey_id=3, response_id=9, person_id=4, points=50)
    gift = campaign_gift(campaign_id=3, person_id=9, points=50)

    assert thanks == Transfer(
        source=HOUSE, target=account_of(4), points=50, reference="survey:3:response:9"
    )
    assert gift == Transfer(
        source=HOUSE, target=account_of(9), points=50, reference="campaign:3:person:9"
    )
