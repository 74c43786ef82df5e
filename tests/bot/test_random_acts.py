"""Random people: any button there ever was, words, edits, the way back, on two phones at once.

Nothing that was answered is lost, nothing is counted twice, and there is always a way to the end.
"""

import os
import random

import pytest

from surveys.answers import Answer
from tests.bot.chat import Neighbour, Town
from use_cases.records import Role

STEPS = 10_000 if os.environ.get("TENKEYS_SOAK") else 150
SURVEY = """
survey: yard
language: en
title: Our yard
points: 50
questions:
  - {key: wish, open: What do you miss?, optional: yes}
  - {key: people, number: How many are you?, from: 1, to: 12}
  - {key: children, number: How many children?, relevant: people > 1, constraint: children < people}
  - key: needs
    multiple: What is needed?
    choices:
      lift: Lift
      light: Light
      other: {label: Else, other: yes}
      none: {label: None, exclusive: yes}
    picks: 1-2
  - {key: order, ranking: In which order?, choices: {a: Paths, b: Trees, c: Benches}}
  - key: flat
    single: Your flat?
    choices: {own: Own, rent: Rented, other: {label: Other, other: yes}}
  - {key: quiet, scale: Quiet matters, prefer_not: yes}
  - {key: name, open: Your name?, collect: no}
"""
WINDING = """
survey: yard
language: en
title: Our yard
points: 50
questions:
  - key: used
    multiple: Which do you use?
    choices: {lift: Lift, yard: Yard, none: {label: Nothing, exclusive: yes}}
  - key: each
    loop: "About ${each}"
    over: used
    questions:
      - {key: stars, rating: "How good is ${each}?", to: 5}
      - {key: why, open: Why so?, relevant: stars < 4, collect: no}
  - key: worth
    maxdiff: What matters?
    choices: {a: Paths, b: Trees, c: Benches, d: Lamps}
    per_set: 3
    sets: 2
  - key: life
    battery: How true is it?
    rows: {calm: It is calm, clean: It is clean}
  - {key: since, date: Since when?}
  - {key: pets, yes_no: Any pets?}
  - {key: friend, nps: Would you recommend us?, optional: yes}
  - {key: hour, time: When to call?, dont_know: yes}
"""
WORDS = (
    "Benches",
    "3",
    "1",
    "12",
    "99",
    "lift, light",
    "Rented",
    "2, 1, 3",
    "5",
    "no",
    "x" * 4050,
    "18:30",
    "3 May",
)


async def answers_of(vera: Neighbour) -> dict[str, Answer]:
    person = await vera.record()
    async with vera.town.work() as work:
        walks = await work.responses.walks("yard")
        mine = [walk for walk in walks if walk.person_id == person.id]
        assert len(mine) <= 1, "one response a person"
        balance = await work.points.balance(person.id)
    assert balance in (0, 50), "points come once"
    return {str(key): answer for key, answer in mine[0].response.answers.items()} if mine else {}


async def act(vera: Neighbour, dice: random.Random, buttons: list[str]) -> None:
    """One thing that somebody does; every button ever shown is remembered."""
    what = dice.random()
    if what < 0.55:
        await vera.presses(dice.choice(buttons))
    elif what < 0.70:
        await vera.presses(dice.choice(buttons[-12:]))
    elif what < 0.90 or not vera.said:
        await vera.says(dice.choice(WORDS))
    elif what < 0.97:
        await vera.edits(dice.choice(WORDS), which=-dice.randint(1, min(len(vera.said), 9)))
    else:
        await vera.says("/start yard")


def seen(vera: Neighbour, buttons: list[str], known: int) -> int:
    """Note the buttons that came since; how many messages were looked at."""
    for shown in vera.chat.shown[known:]:
        for row in shown.keyboard.inline_keyboard if shown.keyboard else []:
            buttons += [b.callback_data for b in row if b.callback_data]
    return len(vera.chat.shown)


async def straight_to_the_end(vera: Neighbour) -> bool:
    """Whether somebody who simply answers what is asked gets to the thanks."""
    says = {
        "miss": "Benches", "How many are you": "3", "children": "1", "order": "1, 2, 3",
        "flat": "Own", "Quiet": "4", "name": "Vera", "Else": "Swings",
        "How good": "5", "Why so": "Benches", "How true": "4", "Since when": "3 May",
        "pets": "yes", "recommend": "9", "to call": "18:30",
    }  # fmt: skip
    await vera.says("/start yard")
    for _ in range(60):
        text, buttons = vera.last.text, vera.buttons
        if "Change my answers" in buttons:
            return True
        forward = next((b for b in buttons if b in ("Go on", "Leave it so")), None)
        done = next((b for b in buttons if b.startswith("Done")), None)
        word = next((word for sign, word in says.items() if sign in text), None)
        if forward is not None:
            await vera.taps(forward)
        elif "Which do you use" in text:
            await vera.taps(done if any("✅" in each for each in buttons) and done else "Lift")
        elif "What matters?" in text:
            await vera.taps(next(each for each in buttons if "👍" not in each))
        elif "needed" in text:
            if not any("✅" in button for button in buttons):
                await vera.taps("Light")
            elif "Else" in text and "what exactly" in text:
                await vera.says("Swings")
            else:
                await vera.taps(done or "Done")
        else:
            await vera.says(word or "3")
    return False


@pytest.mark.parametrize("survey", [SURVEY, WINDING], ids=["plain", "winding"])
async def test_whatever_people_do_nothing_is_lost_or_doubled(town: Town, survey: str) -> None:
    """Answers only grow in number; in the end everybody can finish."""
    manager = await town.person("Maria", role=Role.MANAGER)
    await manager.sends("f.yaml", survey.encode())
    await manager.taps("Publish")
    for number in range(-(-STEPS // 150)):
        dice, vera = random.Random(number), await town.person(f"Vera {number}")
        buttons: list[str] = []
        await vera.says("/start yard")
        known, before = seen(vera, buttons, 0), 0
        assert buttons, "the first question has one"
        for _ in range(150):
            await act(vera, dice, buttons)
            known = seen(vera, buttons, known)
            answers = await answers_of(vera)
            assert len(answers) >= before, "an answer that was there is gone"
            before = len(answers)
        assert await straight_to_the_end(vera), vera.last
