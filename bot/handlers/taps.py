"""A tap under a question, as a reply to it."""

from datetime import date
from typing import assert_never

from bot.callbacks import ITEMS_A_STEP, Reply, Verb
from surveys.replies import (
    Reply as SurveyReply,
)
from surveys.replies import (
    TappedChoice,
    TappedDay,
    TappedDone,
    TappedDontKnow,
    TappedItem,
    TappedPreferNot,
    TappedProposal,
    TappedScale,
    TappedSkip,
    TappedStillTrue,
)
from use_cases.conversations.answering import AnswerQuestion
from use_cases.conversations.walks import Walk
from use_cases.records import Person


async def take_tap(errand: AnswerQuestion, person: Person, data: Reply) -> Walk:
    reply: SurveyReply
    match data.verb:
        case Verb.BACK:
            return await errand.back(person, data.response, data.question)
        case Verb.CHANGE:
            return await errand.change(person, data.response, data.question)
        case Verb.KEEP:
            return await errand.keep(person, data.response, data.question)
        case Verb.SHOW | Verb.MONTH | Verb.PAGE:
            return await errand.look(person, data.response)
        case Verb.CHOOSE:
            reply = TappedChoice(data.value)
        case Verb.TICK:
            reply = TappedChoice(data.value, data.on)
        case Verb.JUDGE:
            step, index = divmod(data.value, ITEMS_A_STEP)
            reply = TappedItem(index, step)
        case Verb.RATE:
            reply = TappedScale(data.value)
        case Verb.DONE:
            reply = TappedDone()
        case Verb.SKIP:
            reply = TappedSkip()
        case Verb.DONT_KNOW:
            reply = TappedDontKnow()
        case Verb.PREFER_NOT:
            reply = TappedPreferNot()
        case Verb.PROPOSED:
            reply = TappedProposal()
        case Verb.STILL_TRUE:
            reply = TappedStillTrue()
        case Verb.DAY:
            reply = TappedDay(date.fromordinal(min(max(data.value, 1), date.max.toordinal())))
        case _:
            assert_never(data.verb)
    return await errand.tapped(person, data.response, data.question, reply)
