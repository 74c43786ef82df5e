"""Residents with a mind of their own: each knows what to answer, acts on what the chat shows, and
never says anything twice because the bot was slow: whatever Telegram took from them counts."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.client import NothingHeardError, Person
from surveys.answers import Answer, Chosen, Counted, Picked, Rated, Written
from surveys.questions import ChoiceKey

PATIENCE_SECONDS = 10.0  # The bot may be away; it comes back.
WAITS_MAX = 60
TICKED, AGREE = "✅ ", "I agree, let's begin"
THINK_SECONDS = (0.0, 0.12)
DOUBLE_TAP_SHARE = 0.15

SURVEY = """
survey: yard
languages: [en]
title: Our yard
thanks: Thank you for every word!
points: 50
questions:
  - key: home
    single: Is the flat yours?
    choices: {own: My own, rent: Rented, other: It is complicated}
  - key: first
    open: What is good here?
    collect: no
  - key: second
    open: What is bad here?
    collect: no
  - key: quiet
    scale: Quiet matters to me.
    low: no
    high: yes
  - key: wishes
    multiple: What should the yard have?
    picks: 1-3
    choices: {benches: Benches, trees: Trees, play: A playground, light: Light, bikes: Bike racks}
  - key: years
    number: How many years have you lived here?
    from: 0
    to: 90
  - key: rooms
    number: How many rooms do you have?
    from: 1
    to: 90
  - key: last
    open: What else?
    collect: no
"""
"""Typed questions follow each other: a text that counted twice would answer the next one too."""

CHOICES = {"own": "My own", "rent": "Rented", "other": "It is complicated"}
WISHES = {
    "benches": "Benches",
    "trees": "Trees",
    "play": "A playground",
    "light": "Light",
    "bikes": "Bike racks",
}
PROMPTS = {
    "home": "Is the flat yours?",
    "first": "What is good here?",
    "second": "What is bad here?",
    "quiet": "Quiet matters to me.",
    "wishes": "What should the yard have?",
    "years": "How many years have you lived here?",
    "rooms": "How many rooms do you have?",
    "last": "What else?",
}


Seen = tuple[str, frozenset[str]]
THANKS: Seen = ("thanks", frozenset())
WAYS_ON = ("Our yard", "Go on")  # What a bot that was away offers somebody without a question.
TYPED = ("first", "second", "years", "rooms", "last")


def on_screen(person: Person) -> Seen | None:
    """What the newest message that asks for something asks for, and what is ticked under it."""
    for message in reversed(person.bot_messages):
        if "Thank you" in message.text:
            return THANKS
        labels = [button.text for button in message.buttons]
        for key, prompt in PROMPTS.items():
            if prompt in message.text:
                return key, frozenset(label for label in labels if label.startswith(TICKED))
        for label in (AGREE, *WAYS_ON):
            if label in labels:
                return label, frozenset()
    return None


@dataclass
class Resident:
    """One person with a plan; `deeds` is what all of them together have done so far."""

    person: Person
    plan: Mapping[str, Answer]
    dice: random.Random
    deeds: list[str]

    async def walks(self) -> None:
        """From Start to the thanks, doing each thing once, whatever happens to the bot.

        Only a button may be tapped again, by somebody who saw nothing happen for very long.
        """
        await self.person.starts()
        acted_on: Seen | None = None
        waits = 0
        while (seen := on_screen(self.person)) != THANKS:
            if seen is not None and seen != acted_on:
                await asyncio.sleep(self.dice.uniform(*THINK_SECONDS))
                if on_screen(self.person) != seen:
                    continue  # The screen changed under the thumb: a person looks again.
                await self._acts(*seen)
                self.deeds.append(seen[0])
                acted_on, waits = seen, 0
            elif not await self._hears_something():
                waits += 1
                assert waits < WAITS_MAX, f"{self.person.name} is stuck:\n{self.person.screen()}"
                if seen is not None and seen[0] not in TYPED:
                    acted_on = None

    async def _hears_something(self) -> bool:
        try:
            await self.person.hears(timeout=PATIENCE_SECONDS)
        except NothingHeardError:
            return False
        return True

    async def _acts(self, asked: str, ticked: frozenset[str]) -> None:
        match self.plan.get(asked):
            case Written(text):
                await self.person.says(text)
            case Counted(number):
                await self.person.says(f"{number:g}")
            case Rated(value):
                await self._taps(str(value))
            case Chosen(choice):
                await self._taps(CHOICES[choice])
            case Picked(choices):
                await self._ticks([WISHES[choice] for choice in choices], ticked)
            case _:
                await self._taps(asked)

    async def _ticks(self, wanted: list[str], ticked: frozenset[str]) -> None:
        missing = [label for label in wanted if TICKED + label not in ticked]
        await self._taps(missing[0] if missing else "Done")

    async def _taps(self, label: str) -> None:
        """Tap, and sometimes tap again at once as people do."""
        message, button = self.person.find_button(label)
        for _ in range(2 if self.dice.random() < DOUBLE_TAP_SHARE else 1):
            assert button.data is not None
            await self.person.taps_data(message.message_id, button.data)


def a_plan(dice: random.Random, name: str) -> dict[str, Answer]:
    """What somebody will answer; each typed word is theirs alone."""
    wishes = set(dice.sample(sorted(WISHES), dice.randint(1, 3)))
    return {
        "home": Chosen(ChoiceKey(dice.choice(sorted(CHOICES)))),
        "first": Written(f"good-{name}"),
        "second": Written(f"bad-{name}"),
        "quiet": Rated(dice.randint(1, 5)),
        "wishes": Picked(tuple(ChoiceKey(key) for key in WISHES if key in wishes)),
        "years": Counted(dice.randint(0, 60)),
        "rooms": Counted(dice.randint(61, 90)),
        "last": Written(f"else-{name}"),
    }
