"""/rules: segments by rules, written as text; rule_building puts them together with buttons."""

from html import escape

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.callbacks import RuleAct, RuleButton
from bot.screen import Screen
from bot.services import Services
from bot.views.rules.cards import (
    ask_view,
    drop_view,
    examined_view,
    rule_view,
    rules_view,
)
from bot.views.rules.faults import (
    fault_view,
    guess_words,
    is_plain,
    meant_by,
    names_a_field,
    plain_view,
)
from bot.words import Words
from segmentation.rules.faults import RuleFault
from segmentation.rules.guessing import guessed
from segmentation.rules.mending import mended
from segmentation.rules.parsing import parse
from segmentation.rules.windows import Now
from use_cases.ports import UnitOfWork
from use_cases.records import Person
from use_cases.rules.defining import (
    NAME_CHARS_MAX,
    DropRule,
    ExamineRule,
    KeepRule,
    ListRules,
    RuleGone,
    RuleInUse,
    RuleNameUnfit,
    settle,
)
from use_cases.rules.naming import names_in
from use_cases.rules.projecting import refresh_at_once

router = Router(name="rules")


class Ruling(StatesGroup):
    """A manager writes a rule; data: `rule` (0: a new one), then `text` and `dynamic`.

    `listening`: the list of rules is open, and what is typed below it is a new one.
    """

    listening = State()
    text = State()
    name = State()


@router.message(Command("rules"))
async def rules(
    _: Message,
    command: CommandObject,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """Every segment by a rule; with a rule behind the command, what that one comes to."""
    found = await ListRules(work, services.clock)(person)
    await state.set_state(Ruling.listening)
    await state.set_data({})
    if command.args:
        await examine(command.args, state, work, person, screen, words, services)
        return
    await screen.say(rules_view(found, person, words))


@router.callback_query(RuleButton.filter(F.act == RuleAct.LIST))
async def show_all(
    _: CallbackQuery,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    found = await ListRules(work, services.clock)(person)
    await state.set_state(Ruling.listening)
    await state.set_data({})
    await screen.show(rules_view(found, person, words))


@router.callback_query(RuleButton.filter(F.act.in_({RuleAct.SHOW, RuleAct.RECOUNT})))
async def show(
    _: CallbackQuery,
    callback_data: RuleButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """One rule, counted anew if that is wished."""
    await ListRules(work, services.clock)(person)
    rule = await work.rules.get(callback_data.rule)
    if rule is None:
        raise RuleGone
    if callback_data.act is RuleAct.RECOUNT and rule.dynamic:
        await refresh_at_once(work, services.clock.now())
        await settle(work, rule, Now(services.clock.now(), services.zone))
        await work.commit()
        rule = await work.rules.get(rule.id) or rule
    await screen.show(
        rule_view(rule, person, services.zone, words, await names_in(work, parse(rule.text)))
    )


@router.callback_query(RuleButton.filter(F.act.in_({RuleAct.NEW, RuleAct.CHANGE})))
async def ask(
    _: CallbackQuery,
    callback_data: RuleButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """The next message is the rule's text."""
    await ListRules(work, services.clock)(person)
    stored = await work.rules.get(callback_data.rule) if callback_data.rule else None
    current = stored.text if stored is not None else ""
    await state.set_state(Ruling.text)
    await state.set_data({"rule": callback_data.rule, "text": current})
    await screen.show(ask_view(words, current))


@router.message(StateFilter(Ruling.listening, Ruling.text), F.text, ~F.text.startswith("/"))
async def take_text(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """A rule: what it comes to, or what is wrong and where."""
    await examine(message.text or "", state, work, person, screen, words, services)


async def examine(
    text: str,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """Count whom the rule means, and offer to keep it."""
    rule_id = int((await state.get_data()).get("rule", 0))
    stored = await work.rules.get(rule_id) if rule_id else None
    try:
        found = await ExamineRule(work, services.clock, services.zone)(
            person, text, of=stored.key if stored else None
        )
    except RuleFault as fault:
        meant = mended(text, meant_by(words.language))
        plain = meant is None and is_plain(text)
        guess = guessed(text, guess_words(words.language)) if plain else None
        plain = guess is not None or (plain and not names_a_field(text) and len(text.split()) > 1)
        await state.set_state(Ruling.text)
        await state.set_data({"rule": rule_id, "mended": guess.text if guess else meant})
        view = plain_view(guess, words) if plain else fault_view(fault, text, words, meant)
        await screen.say(view)
        return
    await state.set_state(Ruling.text)
    await state.set_data({"rule": rule_id, "text": found.text})
    await screen.say(examined_view(found, rule_id, words))


@router.callback_query(RuleButton.filter(F.act == RuleAct.MENDED))
async def count_meant(
    _: CallbackQuery,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """The rule as it was probably meant."""
    await ListRules(work, services.clock)(person)
    meant = (await state.get_data()).get("mended")
    if not meant:
        raise RuleGone
    await screen.tell()
    await examine(str(meant), state, work, person, screen, words, services)


@router.callback_query(RuleButton.filter(F.act.in_({RuleAct.KEEP, RuleAct.KEEP_LIST})))
async def keep(
    _: CallbackQuery,
    callback_data: RuleButton,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """A changed rule keeps its name; a new one is asked for its name."""
    data = await state.get_data()
    if not data.get("text") or int(data.get("rule", 0)) != callback_data.rule:
        raise RuleGone
    if callback_data.rule:
        stored = await work.rules.get(callback_data.rule)
        if stored is None:
            raise RuleGone
        await state.clear()
        keeping = KeepRule(work, services.clock, services.zone)
        changed = await keeping.change(person, stored.id, name=stored.name, text=str(data["text"]))
        await screen.show(
            rule_view(
                changed, person, services.zone, words, await names_in(work, parse(changed.text))
            )
        )
        return
    await state.set_state(Ruling.name)
    await state.set_data({**data, "dynamic": callback_data.act is RuleAct.KEEP})
    await screen.tell()
    await screen.say(words("rules-name-ask"))


@router.message(StateFilter(Ruling.name), F.text, ~F.text.startswith("/"))
async def take_name(
    message: Message,
    state: FSMContext,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """The segment's name; one that does not fit is asked for again."""
    data = await state.get_data()
    try:
        kept = await KeepRule(work, services.clock, services.zone)(
            person,
            name=message.text or "",
            text=str(data["text"]),
            dynamic=bool(data.get("dynamic", True)),
        )
    except RuleNameUnfit:
        await screen.say(words("rules-name-unfit", maximum=NAME_CHARS_MAX))
        return
    await state.clear()
    await work.commit()
    await screen.say(words("rules-kept", name=escape(kept.name, quote=False)))
    await screen.say(
        rule_view(kept, person, services.zone, words, await names_in(work, parse(kept.text)))
    )


@router.callback_query(RuleButton.filter(F.act.in_({RuleAct.DROP, RuleAct.DROP_SURELY})))
async def drop(
    _: CallbackQuery,
    callback_data: RuleButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    services: Services,
) -> None:
    """Asked first; refused while other rules rest on it."""
    if callback_data.act is RuleAct.DROP:
        await ListRules(work, services.clock)(person)
        rule = await work.rules.get(callback_data.rule)
        if rule is None:
            raise RuleGone
        await screen.show(drop_view(rule, words))
        return
    try:
        dropped = await DropRule(work, services.clock)(person, callback_data.rule)
    except RuleInUse as used:
        names = escape(", ".join(used.names), quote=False)
        await screen.show(words("rules-in-use", names=names))
        return
    await screen.show(words("rules-dropped", name=escape(dropped.name, quote=False)))
