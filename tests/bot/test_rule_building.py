"""A rule put together with buttons: what people did, where they stood, a step back anywhere."""

from datetime import timedelta

from tests.bot.chat import Neighbour, Town
from use_cases.records import Role
from use_cases.records.rules import Deed


async def a_manager(town: Town) -> Neighbour:
    """Olga, before the rooms of conditions; six people paid 120.00 ten days ago, one bought tea."""
    olga = await town.person("Ольга", role=Role.MANAGER, language="ru")
    people = [await town.person(f"P{number}", language="ru") for number in range(6)]
    async with town.work() as work:
        known = [await work.people.by_telegram_id(each.telegram_id) for each in people]
        at = town.clock.now() - timedelta(days=10)
        await work.facts.add_deeds(
            Deed(person_id=each.id, kind="payment", at=at, amount=12_000, traits={"place": "касса"})
            for each in known
            if each is not None
        )
        tags = [(each.id, frozenset({"Совет"})) for each in known if each is not None]
        await work.facts.set_labels(("tags",), tags)
        await work.commit()
    await olga.says("/rules")
    await olga.taps("Кнопками")
    return olga


async def test_what_people_did_is_chosen_and_counted(town: Town) -> None:
    """Kind, time, how much; the sum is typed as people say it."""
    olga = await a_manager(town)
    await olga.taps("Что делали")
    await olga.taps("сумма")
    await olga.taps("оплата")
    await olga.taps("за последние 30 дней")
    await olga.taps("не меньше")
    shown = await olga.says("100,50")
    assert "сумма «оплата» (за последние 30 дней): не меньше 100,50" in shown
    shown = await olga.taps("Посчитать")
    assert "6 человек" in shown
    assert 'total("payment", within 30 days) >= 10050' in shown.replace("&gt;", ">")


async def test_such_a_deed_is_found_by_a_word_in_use(town: Town) -> None:
    olga = await a_manager(town)
    await olga.taps("Что делали")
    await olga.taps("было такое")
    await olga.taps("оплата")
    await olga.taps("место")
    await olga.taps("касса")
    shown = await olga.taps("когда угодно")
    assert "было: «оплата» (место: «касса»)" in shown


async def test_tags_in_use_are_offered(town: Town) -> None:
    olga = await a_manager(town)
    await olga.taps("Человек")
    await olga.taps("метки")
    await olga.taps("хотя бы одно из")
    assert "6 человек" in (await olga.taps("Совет"), await olga.taps("Посчитать"))[1]


async def test_a_segment_stands_in_a_rule(town: Town) -> None:
    """In it, and come into it lately; what comes of it is followed."""
    olga = await a_manager(town)
    await olga.says("/rules everyone")
    await olga.taps("Сохранить группой")
    await olga.says("Соседи")
    await olga.says("/rules")
    await olga.taps("Кнопками")
    await olga.taps("Группы")
    await olga.taps("появились в группе")
    await olga.taps("Соседи")
    shown = await olga.taps("за последние 7 дней")
    assert "появились в группе «Соседи»: за последние 7 дней" in shown
    for _ in range(2):  # Conditions stand side by side, none inside another.
        await olga.taps("и…")
        await olga.taps("Группы")
        await olga.taps("в группе")
        await olga.taps("Соседи")
    shown = await olga.taps("Посчитать")
    assert "7 человек" in shown and shown.count("Всё из этого") == 1


async def test_there_is_a_step_back_at_each_stage(town: Town) -> None:
    """From the value to how it is compared, to the field, to the room, to the rule so far."""
    olga = await a_manager(town)
    await olga.taps("Человек")
    await olga.taps("возраст")
    await olga.taps("не меньше")
    assert "возраст — как?" in await olga.taps("‹ Назад")
    assert "Что именно?" in await olga.taps("‹ Назад")
    assert "О чём условие?" in await olga.taps("‹ Назад")
    assert "‹ Назад" not in olga.buttons
    await olga.taps("Что делали")
    await olga.taps("сколько раз")
    await olga.taps("визит")
    await olga.taps("когда угодно")
    assert "за какое время?" in await olga.taps("‹ Назад")
    assert "сколько раз — что именно?" in await olga.taps("‹ Назад")
    await olga.taps("‹ Назад")
    await olga.taps("не было")
    await olga.taps("визит")
    await olga.taps("сегодня")
    await olga.taps("и…")
    assert "Пока так:" in await olga.taps("‹ Назад")
    await olga.taps("наоборот")
    shown = await olga.taps("Без последнего шага")
    assert "не было: «визит» (сегодня)" in shown
    assert "О чём условие?" in await olga.taps("Без последнего шага")


async def test_words_in_the_middle_are_taken_or_asked_again(town: Town) -> None:
    """A field by its name, a whole condition; what cannot be meant brings the same question."""
    olga = await a_manager(town)
    assert "возраст — как?" in await olga.says("Возраст")
    assert "возраст: больше 70" in await olga.says("больше 70")
    await olga.taps("Без последнего шага")
    assert "дом: «3»" in await olga.says("жильцы дома 3")
    await olga.taps("Без последнего шага")
    await olga.taps("Человек")
    shown = await olga.says("абракадабра")
    assert "Этого я не понял" in shown and "Что именно?" in shown
    assert "возраст: больше 35" in await olga.says("age > 35")
    await olga.taps("и…")
    await olga.taps("Что делали")
    await olga.taps("регулярно")
    await olga.says("визит")
    shown = await olga.says("иногда")
    assert "Этого я не понял" in shown and "как часто?" in shown
    shown = await olga.taps("3 из последних 4 месяцев")
    assert "«визит» регулярно: хотя бы 3 из последних 4 месяцев" in shown


async def test_money_of_a_field_is_typed_as_people_say_it(town: Town) -> None:
    olga = await a_manager(town)
    await olga.taps("Оплаты")
    await olga.taps("заплачено всего")
    await olga.taps("не меньше")
    assert "заплачено всего: не меньше 1 200,00" in (await olga.says("1200")).replace("\xa0", " ")


async def test_a_kept_rule_is_changed_from_what_it_is(town: Town) -> None:
    """It is shown, and may be gone on with by buttons."""
    olga = await a_manager(town)
    await olga.says("/rules age > 35")
    await olga.taps("Сохранить группой")
    await olga.says("Старше")
    shown = await olga.taps("Изменить")
    assert "age > 35" in shown.replace("&gt;", ">")
    await olga.taps("Добавить условие")
    assert not any("Без последнего шага" in label for label in olga.buttons)
    await olga.taps("или…")
    await olga.taps("Человек")
    await olga.taps("метки")
    await olga.taps("хотя бы одно из")
    await olga.taps("Совет")
    await olga.taps("Посчитать")
    shown = await olga.taps("Сохранить группой")
    assert "Старше" in shown and "6 человек" in shown
