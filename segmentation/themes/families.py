"""Everyday words that mean alike: they name a theme where people say one thing in many ways.

The words are this list's, not anybody's: a name taken from it tells only that enough people spoke
of the matter. A word that is not in it (a surname, a street) is counted by itself, as it was said.
"""

from functools import lru_cache

from segmentation.themes.wording import LANGUAGES_TOLD, in_cyrillic

_FAMILIES = """
    лифт, ліфт, lift: лифт лифьт ліфт подъемник підйомник lift elevator
    тепло, тепло, heating: отопл опален батаре радиатор радіатор холод мерз замерз промерз тепл
        утепл сквозня протяг heat radiator cold freez warm chilly draught
    вода, вода, water: вода воды воду воде водой водою води водопров кран= крана= крани= напор
        тиск= душ= ржав іржав горяч гаряч water tap= taps= shower plumb pressure faucet
    уборка, прибирання, cleaning: гряз бруд убор убира прибир мусор сміт контейнер вывоз вывез
        вивоз вивез подмета підміта clean dirt filth rubbish trash garbage litter waste bins=
    парковка, паркування, parking: парков паркин паркую паркув припарк стоянк машин авто= автомоб
        шлагбаум гараж parking parked= park= car= cars= garage vehicle barrier=
    шум, шум, noise: шум громк гучн музык музик сверл свердл перфорат тишин тиша= тиші= слышим
        лает= лай= орут= крич nois loud music drill quiet bark= barking
    безопасность, безпека, safety: безопас небезопас безпек небезпек домофон камер видеонаб
        відеонаг спостереж охран охорон замок= замки= посторонн сторонн краж= кража кражи украл
        вкрал крадіж secur safe unsafe intercom camera guard theft stolen lock= locks= stranger
    освещение, освітлення, lighting: освещ освітл фонар ліхтар свет= света= світло= світла= лампоч
        темно темн lamp light= lights= lighting dark=
    оплата, оплата, payments: платеж платіж платить= платим платит= платимо платят квитанц тариф
        счет= счета= рахун начисл насчит нарах переплат взнос внеск деньг гроші= коммунал комунал
        тратят расход витрат дорого= pay= paid= payment bill= bills= fee= fees= tariff money cost=
        costs= charge expens
    цены, ціни, prices: цена= цены= цену= цен= ценам= ціна= ціни= цін= price
    двор, двір, yard: двор дворы подвір двір двори площад майданч качел гойдал песочниц пісочниц
        лавоч лавк лавок= скамей дерев клумб газон зелен озелен yard playground bench tree= trees=
        lawn swing
    ремонт, ремонт, repairs: ремонт крыш крыша дах= даху= протеч протіка протек течет= тече= течь=
        трещин тріщин штукатур краск фарб фасад плесен плісняв сырост repair roof leak crack
        paint= facade mould mold ceiling
    связь с управляющей, зв'язок з управителем, management: диспетчер заявк звернен обращен жалоб
        скарг отвеча відповіда дозвон додзвон управител управляющ председател management manager
        ignor respond request complain
    животные, тварини, animals: собак сабак пес= пса= кот= коти= коты= кошк кошач намордн поводк
        повідк выгул вигул животн тварин блох dog= dogs= cat= cats= pet= pets= leash animal
    соседи, сусіди, neighbours: сосед сусід neighbour neighbor
    подъезд, під'їзд, entrance: подъезд падъезд їзд= їзді= їзду= лестниц сходи= сходах= двер
        entrance door stair
    дороги, дороги, roads: тротуар асфальт ямы= яма= ямах= ями= дорога= дороги= дорогу= дорог=
        дорогах= road pavement asphalt pothole sidewalk
    транспорт, транспорт, transport: автобус маршрут останов зупин транспорт метро= электричк
        трамва троллейб тролейб bus= buses= transport metro= train= trains= tram
    интернет, інтернет, internet: интернет інтернет вайфай провайдер wifi= internet provider
        broadband
    дети, діти, children: дети= детей= детям= детьми= детск ребен ребён діти= дітей= дітям= дитяч
        дитин школ садик детсад child kids= kid= school kindergarten nursery
    качество, якість, quality: качеств якіст якісн quality
    обслуживание, обслуговування, service: персонал сотрудн продавц обслуж обслугов вежлив ввічлив
        груб хамств сервис сервіс staff service= rude= polite= seller
    ожидание, очікування, waiting: очеред черг ждать= ждал ожидан чекати= чекал очікуван queue
        wait= waiting waited=
    доставка, доставка, delivery: достав курьер посылк посилк deliver courier parcel
    выбор товаров, вибір товарів, choice: ассортим асортим товар goods= product products= range=
    магазины, магазини, shops: магазин аптек рынок= ринок= shop= shops= store= stores= pharmacy
        market=
    спорт, спорт, sport: спорт тренаж стадион стадіон gym= sport fitness
    здоровье, здоров'я, health: врач= врача= врачи= лікар больниц поликлин поліклін медиц doctor
        clinic hospital health
    еда, їжа, food: кафе= ресторан еда= еды= еду= їжа= їжі= вкусн смачн food meal cafe= restaurant
        tasty
    сайт и приложение, сайт і застосунок, app: приложен застосун сайт app= website
"""


def _read() -> tuple[tuple[tuple[str, ...], frozenset[str], tuple[str, ...]], ...]:
    """Of each family its names, whole words, and beginnings of words."""
    found = []
    for line in _FAMILIES.replace("\n        ", " ").strip().splitlines():
        names, roots = line.strip().split(": ")
        told = roots.split()
        whole = frozenset(root.rstrip("=") for root in told if root.endswith("="))
        starts = tuple(root for root in told if not root.endswith("="))
        found.append((tuple(names.split(", ")), whole, starts))
    return tuple(found)


FAMILIES = _read()


@lru_cache(maxsize=20_000)
def family_of(word: str) -> int | None:
    """The place of the family that a word of a plain text belongs to, in Latin letters too."""
    for said in dict.fromkeys((word, in_cyrillic(word))):
        for place, (_, whole, starts) in enumerate(FAMILIES):
            if said in whole or said.startswith(starts):
                return place
    return None


def family_name(place: int, language: str) -> str:
    """What the family is called in one of the languages of texts."""
    return FAMILIES[place][0][LANGUAGES_TOLD.index(language)]
