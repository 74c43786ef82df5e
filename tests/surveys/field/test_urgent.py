"""Words that cannot wait are heard in three languages; everyday complaints are not."""

import csv
from pathlib import Path

import pytest

from surveys.field.urgent import Danger, sounds_urgent

PROBE = Path(__file__).parents[4] / "shared" / "data" / "housing_probe.csv"

HEARD = {
    Danger.GAS: """
        В подъезде сильно пахнет газом!
        второй день на кухне запах газа, никто не едет
        Газом тянет из подвала
        утечка газа в третьем подъезде
        Срочно! Чувствую запах газа на лестнице
        Пахнет газом, нет сил терпеть
        У під'їзді тхне газом
        сильний запах газу біля ліфта
        Витік газу на першому поверсі!
        на кухні пахне газом, що робити
        I can smell gas in the hallway
        there is a strong smell of gas near the basement
        Gas leak in entrance 2!
        If you smell gas call 104. Well, I smell gas now
    """,
    Danger.FIRE: """
        Пожар!!!
        горит щиток на пятом этаже
        Из мусоропровода идёт дым
        розетка искрит и пахнет гарью
        В подъезде пожар в квартире сверху, помогите
        на лестнице пахнет горелой проводкой
        Пожежа в підвалі
        щиток іскрить після дощу
        з підвалу йде дим
        горить балкон на третьому
        The basement is on fire
        there's a fire on the third floor
        Smoke is coming from the fuse box
        the socket is sparking again
    """,
    Danger.WATER: """
        Прорвало трубу в подвале, кипяток!
        вода льётся с потолка прямо сейчас
        нас заливает сверху
        лопнула батарея, хлещет вода
        соседи сверху нас топят
        Затапливает подвал
        прорвало стояк, вода хлище
        нас заливає окропом
        вода ллється зі стелі
        лопнула труба на кухні
        A pipe has burst in the bathroom
        water is pouring through the ceiling
        We are being flooded by the neighbours above
    """,
    Danger.TRAPPED: """
        Застрял в лифте, помогите!
        мы застряли в лифте и не можем выйти
        Помогите, мама застряла в лифте
        застрягла в ліфті, допоможіть
        дитина застрягла в ліфті, зараз там темно
        My mother is stuck in the lift, please help
        we're trapped in the elevator
    """,
    Danger.COLD: """
        Отопления нет третий день, на улице мороз, в квартире ребёнок
        на улице минус 20, батареи не работают
        без отопления с субботы, -18 за окном
        опалення немає, надворі мороз
        надворі мінус 15, батареї крижані
        вимкнули тепло, а на вулиці -12
        No heating since Friday and it is minus 15 outside
        the boiler is broken and there is frost on the inside of the window
    """,
    Danger.VIOLENCE: """
        сосед угрожает мне ножом
        за стеной муж избивает жену
        Он бьёт детей каждый вечер
        угрожал убить нас с мужем
        сусід погрожує вбити
        чоловік б'є дружину щовечора
        за стіною хтось побив дитину
        My neighbour threatened to kill me
        he beats his wife every night
        he is going to kill her
    """,
    Danger.DESPAIR: """
        Я больше не хочу жить
        думаю покончить с собой
        не хочу жить в этом мире, сил нет
        Хочу умереть
        не хочу більше жити
        думаю накласти на себе руки
        хочу померти
        I want to kill myself
        I don’t want to live any more
        sometimes I think about suicide
    """,
}

NOT_HEARD = """
    газа не пахнет
    Запаха газа нет, всё хорошо
    Газом не пахнет, спасибо
    газом не тхне
    запаху газу немає
    запах газа не чувствуется
    There is no smell of gas
    I don't smell gas any more
    no gas leak here
    поставьте датчики утечки газа
    Если пахнет газом, куда звонить?
    дорого платим за газ
    паркуются на газонах
    газон перед домом вытоптан
    пожарная сигнализация не работает
    пожарный выход завален мебелью
    боюсь пожара
    В прошлом году был пожар в подвале
    пожара не было
    пожежна сигналізація не працює
    пожежі не було
    сусіди палять на сходах, дим
    курят на лестнице, дым и вонь
    the fire alarm is too loud
    there is a fire exit but it is blocked
    there's a fire door missing
    smoke detectors would be nice
    кран на кухне капает
    течёт крыша после дождя
    протечка в углу
    прошлой зимой прорвало трубу
    два года назад нас залило, соседи сверху нас топят
    the roof leaks after rain
    a pipe burst two years ago
    лифт постоянно застревает
    застрягла в ліфті на пів години
    раньше часто застревал в лифте
    the lift is stuck again
    in the lift there is no mirror
    в квартире холодно, батареи еле тёплые
    Отопление включили поздно
    опалення слабке
    the heating is too weak in winter
    мне нужен минус шум
    хочу жить спокойно
    не хочу жить рядом со стройкой
    не хочу жити поруч із баром
    не хочу жить в доме без лифта
    I don't want to live next to a bar
    I want to die of boredom at meetings
    никто мне не угрожает
    ніхто мені не погрожує
    nobody threatened me
    сосед бьёт посуду
    the neighbours' ball hits the wall
    дети бьют мячом в стену
    убейте этот домофон
    цены убивают
    Всё хорошо, спасибо
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("danger", "said"), [(d, t) for d, ts in HEARD.items() for t in lines(ts)])
def test_danger_is_heard(danger: Danger, said: str) -> None:
    assert sounds_urgent(said) is danger
    assert sounds_urgent(f"Двор хороший. {said.upper()}") is danger


@pytest.mark.parametrize("said", lines(NOT_HEARD))
def test_complaints_denials_and_memories_are_not(said: str) -> None:
    assert sounds_urgent(said) is None


@pytest.mark.skipif(not PROBE.exists(), reason="the collected complaints are not here")
def test_collected_complaints_raise_no_alarm() -> None:
    with PROBE.open(encoding="utf-8") as rows:
        heard = [r["text"] for r in csv.DictReader(rows) if sounds_urgent(r["text"])]
    assert heard == []


@pytest.mark.parametrize("said", ["", "   ", "🔥", "a" * 4_000, "нет " * 1_000, "пахнет " * 600])
def test_odd_texts_are_quick_and_quiet(said: str) -> None:
    assert sounds_urgent(said) is None
