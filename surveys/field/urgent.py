"""Whether somebody's words sound as if they could not wait: gas, fire, water, no heating in frost,
a stuck lift, violence, despair.

Phrases in Russian, Ukrainian and English, made for few false alarms: a word alone ("gas", "lift")
is not enough, since it stands in everyday complaints too. What is denied ("no smell of gas"), only
imagined ("if there is a fire") or long past ("last year") counts for nothing. Misses are to be
expected: nobody may be promised that somebody watches. How well it does: docs/urgent.md.
"""

import re
from enum import StrEnum


class Danger(StrEnum):
    """What it sounds like; the first that fits is told."""

    DESPAIR = "despair"
    VIOLENCE = "violence"
    GAS = "gas"
    FIRE = "fire"
    TRAPPED = "trapped"
    WATER = "water"
    COLD = "cold"


_PERSON = r"(меня|нас|мене|мою|моих|жену|мужа|мать|маму|детей|ребенка|дружину|дітей|дитину|матір)"
_IN_A_LIFT = r"\b(в|у)\s+(\w+\s+){0,2}(лифте|ліфті)\b"
_OURS = r"(нас|меня|мене|соседей|сусідів|(мою\s+|нашу\s+)?квартиру|подвал|підвал|підїзд|подъезд)"
_PIPE = r"(труб|батаре|стояк|кран|кипят|окроп|радиатор|радіатор)"

_PATTERNS: dict[Danger, str] = {
    Danger.DESPAIR: r"""
        \bне\s+хочу\s+(больше\s+|більше\s+)?(жить|жити)
          (?=\W*$|\s*[,.!?;—]|\s+(больше|більше|дальше|далі|в\s+этом\s+мире|у\s+цьому\s+світі))
        | \b(покончить|покончу|покінчити|покінчу)\s+((с|із|з)\s+(собой|собою|жизнью|життям))
        | \bнакласти\s+на\s+себе | \bналожить\s+на\s+себя\s+руки
        | \b(хочу|собираюсь|збираюся|думаю)\s+(\w+\s+){0,2}(умереть|померти|повеситься|повіситися)
        | \b(убью|вбю|уб'ю|вб'ю)\s+себ[яе]\b | \bмысли\s+о\s+самоубийстве
        | \bдумки\s+про\s+самогубство
        | \bkill\s+myself\b | \bend\s+my\s+(own\s+)?life\b | \b(feel|am|feeling)\s+suicidal\b
        | \bthink\w*\s+(of|about)\s+suicide\b
        | \b(do\s+not|don't|no\s+longer)\s+want\s+to\s+(live|be\s+alive)
          (?=\W*$|\s*[,.!?;—]|\s+(any\s*more|any\s+longer|in\s+this\s+world))
        | \bwant\s+to\s+die\b(?!\s+(of|from)\s+(laugh|embarr|boredom))""",
    Danger.VIOLENCE: rf"""
        \b(угрожает|угрожают|угрожал\w?|погрожує|погрожують|погрожував)\s+
          (\w+\s+){{0,3}}(убить|убийств\w+|ножом|расправ\w+|вбити|вбивств\w+|ножем|розправ\w+
          |мне|нам|мені|жене|детям|дружині|дітям)
        | \b(избивает|избил|избили|бьет|душит|б'є|побив|побили|лупцює|душить)\s+
          (\w+\s+){{0,2}}{_PERSON}\b
        | \b(муж|отец|отчим|чоловік|батько|вітчим)\s+(\w+\s+){{0,3}}
          (избивает|избил|бьет|б'є|побив)\b
        | \b(кого-то|когось|человека|людину|женщину|жінку)\s+(избивают|бьют|убивают|б'ють|вбивають)
        | \b(threaten(s|ed|ing)?)\s+(\w+\s+){{0,2}}(kill|me|us|with\s+a\s+(knife|gun))\b
        | \b(beats|beating|beat|hits|hitting|strangl\w+)\s+(his\s+wife|her|me|the\s+(child|kids))\b
        | \b(going\s+to|will|wants\s+to)\s+kill\s+(me|us|her|him|them)\b""",
    Danger.GAS: r"""
        \b(пахнет|воняет|запах\w?|утечк\w|утекает|тянет|несет|слышу|чувству\w+)\s+
          (\w+\s+){0,3}газ(а|ом)?\b
        | \bгаз(ом|а)?\s+(\w+\s+){0,3}(пахнет|воняет|тянет|утекает|несет)\b
        | \b(тхне|пахне|смердить|запах\w?|вит[іо]к\w?|витікає|відчуваю|чую)\s+(\w+\s+){0,3}
          газ(у|ом)?\b
        | \bгаз(ом|у)?\s+(\w+\s+){0,3}(тхне|пахне|смердить|витікає)\b
        | \bsmell(s|ing)?\s+(\w+\s+){0,2}gas\b | \bgas\s+(is\s+)?(leak(s|ing)?|smell)\b
        | \bleak(ing|s)?\s+gas\b | \bsmell\s+of\s+gas\b""",
    Danger.FIRE: r"""
        \b(горим|у\s+нас\s+пожар|у\s+нас\s+пожежа|начался\s+пожар|почалася\s+пожежа)\b
        | ^\W*(пожар|пожежа|fire)\W*$ | \b(пожар|пожежа)\s+(в|у|на)\s+(\w+\s+){0,2}
          (квартире|подъезде|доме|подвале|лифте|квартирі|підїзді|під'їзді|будинку|підвалі|ліфті)\b
        | \b(горит|горить|палає)\s+(\w+\s+){0,2}(квартира|щиток|щитовая|проводка|балкон|подвал
          |підвал|мусоропровод|сміттєпровід|дом|будинок)\b
        | \b(квартира|щиток|проводка|балкон|мусоропровод|сміттєпровід)\s+(\w+\s+)?(горит|горить)\b
        | \b(искрит|іскрить|дымит\w*|димить)\s+(\w+\s+){0,3}(провод|щит|розет|дріт|кабел)
        | \b(провод|щит|розетк|кабел|дрот|дріт)\w*\s+(\w+\s+){0,3}(искрит|іскрить|дымит|димить)
        | \bдым\s+(\w+\s+)?(валит|идет)\b | \b(валит|идет)\s+(\w+\s+)?дым\b(?!\s+(от\s+)?сигарет)
        | \bдим\s+(\w+\s+)?(валить|йде)\b | \b(валить|йде)\s+(\w+\s+)?дим\b(?!\s+(від\s+)?цигарок)
        | \b(запах|пахнет|воняет|пахне|тхне)\s+(\w+\s+)?(гарью|горелой\s+проводк\w+
          |горілою\s+проводк\w+)
        | \b(flat|house|building|apartment|kitchen|balcony|basement|wiring|roof)\s+(\w+\s+)?
          (is\s+)?on\s+fire\b | \b(there\s+is|there's)\s+a\s+fire\b(?!\s*(\w+\s+)?
          (alarm|exit|door|escape|drill|safety|hazard|extinguisher))
        | \b(smoke)\s+(\w+\s+)?(is\s+)?(coming|pouring|billowing)\b
        | \b(sparks?|sparking|smoke)\s+(is\s+|are\s+)?(\w+\s+)?(from|in)\s+the\s+
          (socket|outlet|panel|wiring|fuse\s+box|switchboard)
        | \b(socket|outlet|panel|wiring|fuse\s+box)\s+is\s+(sparking|smoking|burning)\b""",
    Danger.TRAPPED: rf"""
        \b(застрял[аи]?|застряг(ла|ли)?|сижу|сидим|сидимо|заперт[ыа]?|замкнен[іа]?)\s+(\w+\s+){{0,3}}
          {_IN_A_LIFT}(?=.{{0,80}}(помо[гж]|допомо|сейчас|зараз|вытащите|витягніть|не\s+можем|спасите
          |врятуйте|!))
        | \b(сейчас|зараз|помогите|допоможіть)\W+(\w+\s+){{0,4}}(застря\w+)\s+(\w+\s+){{0,3}}
          {_IN_A_LIFT}
        | \b(people|child|children|i\s+am|i'm|we\s+are|we're|person|neighbour|mother)\s+
          (are\s+|is\s+)?(trapped|stuck)\s+(\w+\s+){{0,2}}in\s+(the|a)\s+(lift|elevator)\b
        | \b(человек|люди|ребенок|дети|мама|людина|дитина|діти)\s+(\w+\s+)?(застря\w+)\s+(\w+\s+)?
          {_IN_A_LIFT}(?=.{{0,80}}(помо[гж]|допомо|сейчас|зараз|!))""",
    Danger.WATER: rf"""
        \b(прорвало|прорвала|прорвав|лопнул[аи]?|луснул[аи]?)\s+(\w+\s+){{0,3}}{_PIPE}
        | \b{_PIPE}\w*\s+(\w+\s+){{0,2}}(прорвал\w|лопнул\w?|луснул\w)
        | \b(хлещет|хлыщет|хлище|фонтаном|ллється\s+рікою|льется\s+рекой)\s*(\w+\s+){{0,2}}
          (вод|кипят|окроп|из|з)
        | \bвода\s+(\w+\s+)?(хлещет|хлище|ль(ет|ется)\s+с\s+потолка
          |ллється\s+зі?\s+стелі)
        | \b(льет|льется|ллє|ллється)\s+(\w+\s+)?((с|из)\s+потолка|зі?\s+стелі)
        | \b{_OURS}\s+(\w+\s+){{0,2}}(затапливает|заливает|топит|топят|затоплює|заливає|топить)\b
        | \b(затапливает|заливает|топит|топят|затоплює|заливає|топить)\s+(\w+\s+){{0,2}}{_OURS}\b
        | \b(pipe|radiator|boiler)\s+(has\s+|just\s+)*burst\b | \bburst\s+(pipe|radiator)\b
        | \bwater\s+(is\s+)?(pouring|gushing|flooding|streaming)\b
        | \bflooding\s+(my|our|the)\s+(flat|apartment|kitchen|bathroom|basement|house)\b
        | \b(flat|apartment|basement|we|kitchen)\s+(is|are)\s+(being\s+)?flood(ed|ing)\b""",
    Danger.COLD: r"""
        ^(?=.*(\bмороз|\bминус\s|\bмінус\s|[-−–]\s?\d\d?\b|\bfrost|\bminus\s|below\s+zero))
        .*?\b(
          (нет|отключили|отключено|отключилось|пропало|без|не\s+работает)\s+(\w+\s+){0,2}
            (отоплени|тепл|батаре)\w*
          | (отоплени\w|батареи)\s+(\w+\s+){0,2}(нет|не\s+работа\w+|отключ\w+|ледян\w+)
          | (немає|нема|вимкнули|відключили|зникло|без|не\s+працює)\s+(\w+\s+){0,2}(опален|тепл)\w*
          | (опалення|батареї)\s+(\w+\s+){0,2}(немає|нема|не\s+працю\w+|вимкн\w+|відключ\w+
            |крижан\w+)
          | (no|without|lost)\s+(any\s+|the\s+)?heat(ing)?
          | (heating|heat|boiler)\s+(is\s+|has\s+been\s+|has\s+)?(off|out|gone|broken|stopped
            |failed)
        )""",
}  # fmt: skip
_COMPILED = {
    danger: re.compile(pattern, re.VERBOSE | re.DOTALL) for danger, pattern in _PATTERNS.items()
}
_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_NO = (
    r"(не|нет|нету|ни|никакого|никогда|без|немає|нема|ні|ніколи|жодного|никто|ніхто|no|not|never"
    r"|without|nobody)"
)
_DENIED_BEFORE = re.compile(rf"(\b{_NO}|n't)\s+(\w+\s+){{0,2}}$")
_DENIED_INSIDE = re.compile(r"\b(не|нет|немає|нема|not|no)\b")
_DENIED_AFTER = re.compile(
    r"^\s*(нет|нету|немає|нема|отсутству\w+|відсутн\w+|не\s+(было|чувству\w+|ощуща\w+|слыш\w+|було"
    r"|відчува\w+|чути|замеча\w+|помічал\w+))\b(?!\s+(сил|терпения|сил[аи]))"
)
_IMAGINED = re.compile(
    r"\b(если|якщо|когда-нибудь|на\s+случай|в\s+случае|у\s+разі|на\s+випадок|датчик\w*|сигнализ\w*"
    r"|сигналіз\w*|детектор\w*|учени\w|навчання|чтобы\s+не|щоб\s+не|if|unless|in\s+case|detectors?"
    r"|alarms?|drills?|sensors?|insur\w+|страхов\w+|страхув\w+)\b"
)
_PAST = re.compile(
    r"\b(в\s+прошлом|прошл(ой|ым|ого)|позапрошл\w+|раньше|когда-то|в\s+детстве|год\w*\s+назад"
    r"|лет\s+назад|месяц\w*\s+назад|недел\w+\s+назад|минул(ого|ої|ій)|торік|колись|раніше"
    r"|рок(и|ів|у)\s+тому|місяц\w+\s+тому|тижн\w+\s+тому|last\s+(year|month|winter|summer|week)"
    r"|(years?|months?|weeks?)\s+ago|used\s+to|once\s+had)\b"
)
_ALWAYS_HEARD = (Danger.DESPAIR, Danger.VIOLENCE)
"""Nobody says these to imagine them."""


def sounds_urgent(text: str) -> Danger | None:
    """The danger that the words tell of as of something now, if any."""
    plain = _plain(text)
    for danger, pattern in _COMPILED.items():
        pieces = [plain] if danger is Danger.COLD else _SENTENCE.findall(plain)
        if any(_tells(danger, pattern, piece) for piece in pieces):
            return danger
    return None


def _plain(text: str) -> str:
    return re.sub("[’ʼ`´]", "'", text.casefold()).replace("ё", "е")


def _tells(danger: Danger, pattern: re.Pattern[str], sentence: str) -> bool:
    for found in pattern.finditer(sentence):
        if _PAST.search(sentence):
            return False
        if danger not in _ALWAYS_HEARD and _IMAGINED.search(sentence):
            return False
        if not _denied(danger, found, sentence):
            return True
    return False


def _denied(danger: Danger, found: re.Match[str], sentence: str) -> bool:
    """Whether the words around say that it is not so."""
    if danger is Danger.COLD:
        return False  # It is itself said with a "no".
    before = re.split("[,:—(]", sentence[: found.start()])[-1]
    if _DENIED_BEFORE.search(before):
        return True
    if danger is Danger.DESPAIR:
        return False
    inside = _DENIED_INSIDE.search(found.group())
    return bool(inside or _DENIED_AFTER.match(sentence[found.end() :]))
