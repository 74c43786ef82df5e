"""Messages that gave answers are found again when they are edited."""

from surveys.questions import QuestionKey
from tests.makers import a_resident, a_walk, an_open_survey
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import Saying, SayingState, StoredResponse

WISH = QuestionKey("wish")


async def a_walk_of_vera(work: UnitOfWork) -> StoredResponse:
    vera = await a_resident(work)
    return await a_walk(work, await an_open_survey(work, vera), vera)


async def test_a_message_is_known_to_its_author_only(open_work: OpenWork) -> None:
    """Numbers of messages are each chat's own."""
    async with open_work() as work:
        walk = await a_walk_of_vera(work)
        oleh = await a_resident(work, "Олег")
        said = Saying(response_id=walk.id, message_id=7, question_key=WISH, text="Лавочки")
        await work.sayings.keep(said)

        assert said == await work.sayings.of_message(walk.person_id, 7)
        assert await work.sayings.of_message(oleh.id, 7) is None


async def test_pieces_come_in_the_order_in_which_they_were_sent(open_work: OpenWork) -> None:
    """An edited one keeps its place; a refused one is no piece."""
    async with open_work() as work:
        walk = await a_walk_of_vera(work)
        for number, text in ((9, "б"), (7, "а"), (7, "А")):
            piece = Saying(response_id=walk.id, message_id=number, question_key=WISH, text=text)
            await work.sayings.keep(piece)
        refused = Saying(
            response_id=walk.id, message_id=8, question_key=WISH, state=SayingState.REFUSED
        )
        await work.sayings.keep(refused)

        assert [piece.text for piece in await work.sayings.taken(walk.id, WISH)] == ["А", "б"]
        last = await work.sayings.last(walk.id)
        assert last is not None and last.message_id == 9


async def test_pieces_of_a_replaced_answer_are_retired(open_work: OpenWork) -> None:
    """They are still known, so that an edit of them can be told what became of them."""
    async with open_work() as work:
        walk = await a_walk_of_vera(work)
        await work.sayings.keep(Saying(response_id=walk.id, message_id=7, question_key=WISH))
        await work.sayings.retire(walk.id, WISH)

        assert not await work.sayings.taken(walk.id, WISH)
        assert await work.sayings.last(walk.id) is None
        kept = await work.sayings.of_message(walk.person_id, 7)
        assert kept is not None and kept.state is SayingState.RETIRED


async def test_messages_go_with_the_person(open_work: OpenWork) -> None:
    """Forgotten means forgotten."""
    async with open_work() as work:
        walk = await a_walk_of_vera(work)
        await work.sayings.keep(Saying(response_id=walk.id, message_id=7, question_key=WISH))
        await work.people.erase(walk.person_id)

        assert await work.sayings.of_message(walk.person_id, 7) is None
