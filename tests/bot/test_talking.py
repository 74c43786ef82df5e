"""Messages in a row, edited messages, words instead of ticks: as residents write."""

import pytest

from surveys.answers import Answer, Counted, Picked, Written
from surveys.questions import ChoiceKey
from tests.bot.chat import Neighbour, Town
from use_cases.records import Role

SURVEY = """
survey: yard
language: en
title: Our yard
thanks: Thank you!
questions:
  - key: wish
    open: What do you miss?
  - key: people
    number: How many are you?
    from: 1
    to: 12
  - key: children
    number: How many children?
    relevant: people > 1
    constraint: children < people
    constraint_message: Fewer than all of you.
  - key: needs
    multiple: What is needed?
    choices:
      lift: The lift
      light: Light
      quiet: Quiet
      other: {label: Something else, other: yes}
    picks: 1-3
  - key: last
    open: One more word?
    collect: no
  - key: name
    open: Your name?
    collect: no
"""


@pytest.fixture
async def vera(town: Town) -> Neighbour:
    manager = await town.person("Maria", role=Role.MANAGER)
    await manager.sends("f.yaml", SURVEY.encode())
    await manager.taps("Publish")
    vera = await town.person("Vera")
    await vera.says("/start yard")
    return vera


async def answers_of(vera: Neighbour) -> dict[str, Answer]:
    person = await vera.record()
    async with vera.town.work() as work:
        stored = await work.responses.of_person("yard", person.id)
    assert stored is not None
    return {str(key): answer for key, answer in stored.response.answers.items()}


def picked(*choices: str, words: str | None = None) -> Picked:
    return Picked(tuple(map(ChoiceKey, choices)), words)


async def to_needs(vera: Neighbour) -> None:
    await vera.says("Benches")
    await vera.taps("Go on")
    await vera.says("3")
    await vera.says("1")


async def test_one_thought_as_five_messages_is_one_answer(vera: Neighbour) -> None:
    """Nothing answers the next question until Go on; only one note of the bot's stays."""
    assert "Noted" in await vera.says("Well")
    for piece in ("we would", "like some", "more", "benches"):
        assert "Added" in await vera.says(piece)

    assert len(vera.chat.messages) == 2  # The question and one note.
    assert "How many are you?" in await vera.taps("Go on")
    assert Written("Well\nwe would\nlike some\nmore\nbenches") == (await answers_of(vera))["wish"]


async def test_each_piece_costs_two_calls_and_one_commit(vera: Neighbour) -> None:
    """The note is sent and the one before it taken away."""
    await vera.says("Well")
    before = len(vera.town.telegram.calls)
    await vera.says("benches")

    assert len(vera.town.telegram.calls) - before == 2


async def test_an_edited_piece_changes_its_part_of_the_answer(vera: Neighbour) -> None:
    """Other messages of the same answer stay as they are."""
    await vera.says("Benches")
    await vera.says("and a lamp")
    await vera.taps("Go on")

    assert "Changed" in await vera.edits("and two lamps")
    assert "How many are you?" in vera.last.text
    await vera.edits("Swings", which=-2)
    assert Written("Swings\nand two lamps") == (await answers_of(vera))["wish"]


async def test_an_edited_number_changes_the_way(vera: Neighbour) -> None:
    """The question that is being asked may no longer be asked after the edit."""
    await vera.says("Benches")
    await vera.taps("Go on")
    assert "How many children?" in await vera.says("3")

    assert "What is needed?" in await vera.edits("1")
    assert Counted(1) == (await answers_of(vera))["people"]


async def test_an_edit_that_does_not_fit_gets_a_sentence(vera: Neighbour) -> None:
    """The author's own message; the answer stays."""
    await to_needs(vera)

    said = await vera.edits("5")

    assert "Fewer than all of you." in said and "Your answer stays: 1" in said
    assert Counted(1) == (await answers_of(vera))["children"]


async def test_an_edit_beside_the_way_is_kept_and_told(vera: Neighbour) -> None:
    """The number of children does not count for somebody who lives alone, and lives again."""
    await to_needs(vera)
    await vera.edits("1", which=-2)

    assert "does not count now" in await vera.edits("0")
    assert Counted(0) == (await answers_of(vera))["children"]


async def test_a_reply_that_did_not_fit_is_mended_by_an_edit(vera: Neighbour) -> None:
    """An edit is as good as a new message, while the question waits."""
    await vera.says("Benches")
    await vera.taps("Go on")
    await vera.says("a few")

    assert "How many children?" in await vera.edits("3")


async def test_a_message_whose_answer_was_replaced_says_so(vera: Neighbour) -> None:
    """Another answer came later; the person decides."""
    await vera.says("Benches")
    await vera.taps("Go on")
    await vera.says("3")
    await vera.taps("Back")
    await vera.says("4")

    assert "already answered" in await vera.edits("5", which=-2)
    assert Counted(4) == (await answers_of(vera))["people"]


async def test_an_edit_after_the_end_counts(vera: Neighbour) -> None:
    """Also where it opens a question that was not asked before."""
    await vera.says("Benches")
    await vera.taps("Go on")
    await vera.says("1")
    await vera.taps("Light")
    await vera.taps("Done")
    await vera.says("No")
    assert "Thank you!" in await vera.says("Vera")

    assert "How many children?" in await vera.edits("2", which=-3)
    assert "Thank you!" in await vera.says("1")


async def test_an_edit_of_any_other_message_changes_nothing(vera: Neighbour) -> None:
    """A command is no answer."""
    await vera.says("/points")

    assert "nothing has changed" in await vera.edits("/help")


async def test_words_tick_and_wait_for_done(vera: Neighbour) -> None:
    """Typing a label is like tapping it: ticks that stand already stay."""
    await to_needs(vera)
    await vera.taps("Quiet")
    await vera.says("the lift, light")

    assert "needs" not in await answers_of(vera)
    await vera.taps("Done")
    assert picked("lift", "light", "quiet") == (await answers_of(vera))["needs"]


async def test_own_words_beside_ticks_wait_for_done_too(vera: Neighbour) -> None:
    """ "Something else" is one more tick with words."""
    await to_needs(vera)
    await vera.taps("Quiet")
    await vera.says("Swings")
    await vera.says("and a slide")
    await vera.taps("Light")
    await vera.taps("Done")

    given = (await answers_of(vera))["needs"]
    assert picked("light", "quiet", "other", words="Swings\nand a slide") == given


async def test_ticks_before_done_outlive_the_way_back(vera: Neighbour) -> None:
    """Looking at an earlier answer costs nothing."""
    await to_needs(vera)
    await vera.taps("Quiet")
    await vera.taps("Back")
    await vera.taps("Leave it so")

    assert "✅ Quiet" in vera.buttons


async def test_messages_sent_before_the_next_question_stay_with_theirs(vera: Neighbour) -> None:
    """Where one message is the whole answer, those already on their way are more of it."""
    await vera.says("Benches")
    await vera.taps("Go on")
    await vera.says("1")
    await vera.taps("Light")
    await vera.taps("Done")
    on_its_way = vera.town.telegram.next_id()
    assert "Your name?" in await vera.says("A fountain")

    said = await vera.says("with fish", number=on_its_way)

    assert "Added to “One more word?”" in said and "Your name?" in said
    assert Written("A fountain\nwith fish") == (await answers_of(vera))["last"]
    assert "name" not in await answers_of(vera)


async def test_what_nobody_sees_is_not_kept(vera: Neighbour) -> None:
    """Zeros, halves of characters, zero-width spaces, turned directions go; joined emoji stay."""
    await vera.says("A\u200b bench\x00 for\ud83d \u202eall 👨\u200d👩\u200d👧")
    await vera.taps("Go on")
    assert "How many children?" in await vera.says("\ufeff4\u200b")
    assert await answers_of(vera) == {
        "wish": Written("A bench for all 👨\u200d👩\u200d👧"),
        "people": Counted(4),
    }
