"""What the store of menus promises: words in use, the commonest first."""

from tests.fakes import NOON
from tests.makers import a_resident
from use_cases.ports import OpenWork
from use_cases.records.rules import Deed, Fact


async def test_words_in_use_come_commonest_first(open_work: OpenWork) -> None:
    """Of those who agreed; what is one when folded counts together."""
    async with open_work() as work:
        vera, oleg, anna = [await a_resident(work) for _ in range(3)]
        silent = await a_resident(work, consented=False)
        for who, stage in ((vera, "лид"), (oleg, "клиент"), (anna, "лид"), (silent, "тайный")):
            await work.facts.note([Fact(who.id, ("stage",), stage)], at=NOON)
            await work.facts.note([Fact(who.id, ("field", "Долг"), 5.0)], at=NOON)
        await work.facts.note([Fact(anna.id, ("stage",), "клиент")], at=NOON)
        owned = [(vera.id, frozenset({"vip", "сад"})), (oleg.id, frozenset({"vip"}))]
        await work.facts.set_labels(("tags",), [*owned, (silent.id, frozenset({"x"}))])
        await work.facts.set_labels(("items", "pets"), [(vera.id, frozenset({"cat"}))])
        await work.facts.add_deeds(
            Deed(person_id=who.id, kind=kind, at=NOON, traits=traits)
            for who, kind, traits in (
                (vera, "visit", {"category": "Йога"}),
                (oleg, "visit", {"category": "йога", "place": "зал"}),
                (oleg, "visit", {"category": "Бокс"}),
                (vera, "payment", {}),
                (silent, "secret", {"category": "x"}),
            )
        )
        await work.commit()

    async with open_work() as work:
        assert list(await work.menus.kinds()) == ["visit", "payment"]
        assert list(await work.menus.traits("visit", "category")) == ["йога", "бокс"]
        assert list(await work.menus.traits("payment", "category")) == []
        assert list(await work.menus.values(("stage",))) == ["клиент", "лид"]
        assert list(await work.menus.values(("tags",))) == ["vip", "сад"]
        assert list(await work.menus.arguments("field")) == ["Долг"]
        assert list(await work.menus.arguments("items")) == ["pets"]
