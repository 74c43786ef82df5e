"""The ledger against a dictionary: random moves, commits, rollbacks, checked after every step."""

import asyncio
import itertools
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rewards.transfers import (
    HOUSE,
    Account,
    NotEnoughPoints,
    ReferenceTaken,
    Transfer,
    account_of,
)
from storage.database import Database
from tests.fakes import NOON, MemoryDatabase
from tests.makers import a_resident
from tests.storage.databases import SOAK
from use_cases.ports import UnitOfWork

STEPS, EXAMPLES = (50, 220) if SOAK else (25, 6)
assert not SOAK or STEPS * EXAMPLES >= 10_000
PEOPLE = 3

T = TypeVar("T")
people = st.integers(0, PEOPLE - 1)
amounts = st.integers(1, 40)
references = st.integers(0, 30)


@dataclass
class Model:
    """What the ledger should say."""

    balances: dict[int, int] = field(default_factory=dict)
    transfers: dict[str, Transfer] = field(default_factory=dict)
    given: int = 0

    def copy(self) -> "Model":
        return Model(dict(self.balances), dict(self.transfers), self.given)


class LedgerMachine(RuleBasedStateMachine):
    """Awards, prices, gifts, repeats, erasures, commits and rollbacks in any order."""

    database: Database | MemoryDatabase
    loop: asyncio.AbstractEventLoop
    rounds = itertools.count()

    def __init__(self) -> None:
        super().__init__()
        self.round = next(self.rounds)
        self.opened = self.database.open_work()
        self.work: UnitOfWork = self.run(self.opened.__aenter__())
        self.given_before = self.run(self.work.points.given())
        self.ids = [self.run(a_resident(self.work)).id for _ in range(PEOPLE)]
        self.model = Model(dict.fromkeys(self.ids, 0))
        self.commit()

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(coroutine)

    @rule(who=people, points=amounts, reference=references)
    def award(self, who: int, points: int, reference: int) -> None:
        self.post(HOUSE, account_of(self.ids[who]), points, reference)

    @rule(who=people, points=amounts, reference=references)
    def spend(self, who: int, points: int, reference: int) -> None:
        self.post(account_of(self.ids[who]), HOUSE, points, reference)

    @rule(who=people, step=st.integers(1, PEOPLE - 1), points=amounts, reference=references)
    def give(self, who: int, step: int, points: int, reference: int) -> None:
        whom = self.ids[(who + step) % PEOPLE]
        self.post(account_of(self.ids[who]), account_of(whom), points, reference)

    @rule(number=st.integers(0, 30))
    def repeat(self, number: int) -> None:
        standing = list(self.model.transfers.values())
        if standing:
            again = standing[number % len(standing)]
            assert not self.run(self.work.points.post(again, reason="again", at=NOON))

    @rule(who=people)
    def erase(self, who: int) -> None:
        gone = self.ids[who]
        self.run(self.work.people.erase(gone))
        del self.model.balances[gone]
        for reference, transfer in list(self.model.transfers.items()):
            if account_of(gone) in (transfer.source, transfer.target):
                del self.model.transfers[reference]
        self.ids[who] = self.run(a_resident(self.work)).id
        self.model.balances[self.ids[who]] = 0

    @rule()
    def commit(self) -> None:
        self.run(self.work.commit())
        self.kept, self.kept_ids = self.model.copy(), list(self.ids)

    @rule()
    def rollback(self) -> None:
        self.run(self.work.rollback())
        self.model, self.ids = self.kept.copy(), list(self.kept_ids)

    @invariant()
    def the_books_agree(self) -> None:
        points, model = self.work.points, self.model
        assert self.run(points.total()) == 0
        assert model.balances == self.run(points.balances(self.ids))
        assert model.given == self.run(points.given()) - self.given_before
        for person_id in self.ids:
            lines = self.run(points.statement(person_id, 1_000))
            assert model.balances[person_id] == sum(line.points for line in lines)
            assert model.balances[person_id] >= 0

    def post(self, source: Account, target: Account, points: int, number: int) -> None:
        """Post to the ledger and to the model, and compare what they say."""
        reference = f"round:{self.round}:{number}:{'.'.join(map(str, self.ids))}"
        transfer = Transfer(source=source, target=target, points=points, reference=reference)
        expected = self.expect(transfer)
        outcome: bool | type[Exception]
        try:
            outcome = self.run(self.work.points.post(transfer, reason="test", at=NOON))
        except (ReferenceTaken, NotEnoughPoints) as refused:
            outcome = type(refused)
        assert expected == outcome

    def expect(self, transfer: Transfer) -> bool | type[Exception]:
        """What a right ledger does."""
        standing = self.model.transfers.get(transfer.reference)
        if standing is not None:
            return False if standing == transfer else ReferenceTaken
        of = {account_of(person_id): person_id for person_id in self.ids}
        if transfer.source != HOUSE:
            if self.model.balances[of[transfer.source]] < transfer.points:
                return NotEnoughPoints
            self.model.balances[of[transfer.source]] -= transfer.points
        else:
            self.model.given += transfer.points
        if transfer.target != HOUSE:
            self.model.balances[of[transfer.target]] += transfer.points
        self.model.transfers[transfer.reference] = transfer
        return True

    def teardown(self) -> None:
        self.run(self.opened.__aexit__(None, None, None))


def test_the_ledger_agrees_with_a_dictionary(keeper: str | None) -> None:
    """Whatever is tried in whatever order: sums, balances, statements and refusals are right."""
    with asyncio.Runner() as runner:
        opened = MemoryDatabase() if keeper is None else Database(keeper)
        machine = type(
            "LedgerHere", (LedgerMachine,), {"database": opened, "loop": runner.get_loop()}
        )
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=EXAMPLES,
                stateful_step_count=STEPS,
            ),
        )
        if isinstance(opened, Database):
            runner.run(opened.close())
