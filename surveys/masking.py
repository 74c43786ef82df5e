"""Hides in people's own words what would tell who they are: contacts, numbers, addresses.

Rough on purpose where it must choose: a word hidden in vain costs a reader nothing, a flat number
shown costs a neighbour their peace. Plain facts ("в 2024 году", "3 этаж не моют") stay.
"""

import re
import unicodedata
from collections.abc import Iterator

from phonenumbers import PhoneNumberMatcher

MASK = "•••"
PHONE_REGIONS = ("RU", "UA", "KZ", "BY", "US")  # Numbers with a + are read whatever the region.

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe0f\ufeff\u20e3]")
_FLAGS = re.IGNORECASE | re.VERBOSE

# Dates, prices and years are not looked at when long numbers and phones are searched for.
_HARMLESS = re.compile(
    r"""
    (?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])
    | (?<![\d.])(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:\d{4}|\d{2})(?!\d)
    | (?<![\d-])(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-(?:\d{4}|\d{2})(?![\d-])
    | (?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)
    | (?<![\d-])(?:(?:19|20)\d\d[ ,–-]+)+(?:19|20)\d\d(?![ -]?\d)
    | (?<!\d)(?<!\d[ -])\d{1,3}(?:[ .,]?\d{3}){0,4}\s?
      (?:р\b|руб|₽|грн|₴|гривен|гривн|тг\b|тенге|₸|тыс|тис|млн|млрд|uah|rub|usd|eur|[$€£])
    """,
    _FLAGS,
)

_CONTACTS = re.compile(
    r"""
    (?:https?://|ftp://|www\.|tg://)\S+
    | \b(?:t\.me|telegram\.me|wa\.me|vk\.com|ok\.ru|instagram\.com|fb\.com|facebook\.com)/\S+
    | [\w.+-]+\s?(?:@|\(at\)|\[at\]|\(собака\))\s?[\w-]+(?:\.[\w-]+)+
    | (?<!\w)@\w{3,32}
    | \b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:ru|su|ua|by|kz|com|net|org|info|me|io|site|online|app)\b
      (?:/\S*)?
    | \b[\w-]+\.(?:рф|укр)\b(?:/\S*)?
    | \b(?:телеграмм?|телега|тг|telegram|tg|ватсап|вацап|whatsapp|вайбер|вайбері|viber|инста|
        инстаграм|instagram|insta|вк|vk|скайп|skype)\s?[:—–-]\s?[a-z][\w.]{2,31}
    | \b(?:телеграмм?|телега|тг|telegram|tg|инста|instagram|insta|вк|vk|skype)\s
      (?=[a-z\d_.]*[\d_])[a-z][\w.]{3,31}
    """,
    _FLAGS,
)

_LONG_NUMBERS = re.compile(
    r"""
    \b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,4})?\b         # IBAN
    | (?<!\d)\d(?:[\s.-]{0,2}\d){12,}(?!\d)                              # cards, accounts
    | (?<!\d)\d{9,12}(?!\d)                                              # phones, tax numbers
    | (?<!\d)\d{2}\s?\d{2}\s\d{6}(?!\d)                                  # passports
    | (?<!\d)\d{3}-\d{3}-\d{3}[\s-]\d{2}(?!\d)                           # СНИЛС
    | \b(?:лицев\w+\s+сч[её]т\w*|л\s?/\s?с|особов\w+\s+рахун\w+|о\s?/\s?р|паспорт\w*|
        догов[оі]р\w*|account)(?:\s+(?:no|number|номер))?\s*[№\#:.]{0,2}\s*\d[\d\s/-]{3,}\d
    | \b[авекмнорстухabekmhopctyx]\s?\d{3}\s?[авекмнорстухabekmhopctyx]{2}\s?\d{2,3}\b  # cars
    | \b[авсекмнорсті]{2}\s?\d{4}\s?[авсекмнорсті]{2}\b
    """,
    _FLAGS,
)

_PHONES = re.compile(
    r"""
    (?<![\d.,])\+?(?:\d{1,3}[\s-]?)?\(?\d{3}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)
    | (?<!\d)(?:\d[\s-]){9,11}\d(?!\d)                                   # digit by digit
    | (?<![\d-])\(?\d{3,5}\)\s?\d{1,3}[\s-]\d{2}[\s-]\d{2}(?![\d-])
    | (?<![\d-])\d{2,3}-\d{2}-\d{2}(?![\d-])
    | \b(?:тел|телефон[ауом]{0,2}|моб|мобильн\w+|мобільн\w+|сотов\w+|phone|mobile|cell)\b\.?\s*
      [:№\#—–-]?\s*\+?\(?\d[\d\s()-]{3,}\d
    """,
    _FLAGS,
)

_ORDINAL = r"(?:\s?[-–]?\s?(?:ая|я|ую|ю|ой|ей|й|а|у|та|ту|тій|тої|ша|шу|га|гу|ій|ої|ою))"
_NOT_AREA = r"(?!\s?(?:кв|м2|м²|м\b|метр|комн|кімн|sq|m2|m²|bed|room|[-–]?(?:к|room)\b)|\s?/\d)"
_FLATS = re.compile(
    rf"""
    \b(?:кв|квартир[а-яіїє]*|кв-р[а-я]{{1,2}}|kv|kvartir[a-z]*)\.?\s?
      (?:№|\#|номер|н\.|no\.?)?\s?\d{{1,4}}[а-яіїєґa-z]?\b{_NOT_AREA}
      (?:\s?(?:,|и|й|та|і|and|-|–)\s?\d{{1,4}}\b{_NOT_AREA})*
    | \b\d{{1,4}}{_ORDINAL}\s(?:кв\b|квартир\w*|кв-р\w{{1,2}})(?!\.?\s?м)
    | \b(?:из|із|зі|з|с|со|в|во|у|от|від|над|под|під|возле|около|напротив|сосед\w*|сусід\w*)\s
      (?:№\s?)?\d{{1,4}}\s?(?:кв\b(?!\.?\s?м)|квартир[аыуеиіо]\w*)
    | \b(?!\d*(?<!1)[2-4]\s)\d{{1,4}}\sквартир[аыуеиіо]\w*               # not "3 квартиры"
    | \b(?:сосед\w*|сусід\w*)\s(?:\w+\s)?(?:из|із|зі|з|с|со|над|под|під)\s(?:№\s?)?\d{{1,4}}
      {_ORDINAL}?\b(?:\s(?:кв\b|квартир\w*))?(?!\s?[-–]?\w*\s?(?:этаж|эт\b|поверх|под|під|дом|буд|корп|лет|рок))
    | \b(?:flat|apt|apartment|unit|suite)\b\.?\s?(?:no\.?|number|\#|№)?\s?
      \d{{1,4}}(?:\s?[a-z]\b|\b){_NOT_AREA}
    | \b\d{{1,4}}(?:st|nd|rd|th)\s(?:flat|apartment)\b
    """,
    _FLAGS,
)

_NAME_WORD = r"[А-ЯЁІЇЄҐ\d](?:[\w'’ʼ.-]*[а-яёіїєґ])"
_HOUSE = r"(?:д|дом|буд|будинок|№)?\.?\s?\d{1,4}\s?[а-яёіїєґa-z]?\b(?:\s?/\s?\d+)?"
_STREETS = (
    re.compile(
        rf"""
        \b(?:ул|вул|пр-т|пр-кт|просп|пер|пров|б-р|бул|ш|наб|мкр|мкрн)\b\.?\s?
        (?:[\w'’ʼ-]*[а-яёіїєґ][\w'’ʼ-]*\.?\s?){{1,3}},?\s?{_HOUSE}
        | \b\d{{1,5}}[a-z]?\s(?:[a-z]+\s){{1,3}}
          (?:street|st|avenue|ave|road|rd|lane|ln|boulevard|blvd|drive|square)\b\.?
        """,
        _FLAGS,
    ),
    re.compile(  # Whole words are daily ones too: only with a capital letter after or before them.
        rf"""
        \b(?:[Уу]лиц\w+|[Вв]улиц\w+|[Пп]роспект\w*|[Пп]ереул\w+|[Пп]ровул\w+|[Бб]ульвар\w*|
            [Шш]оссе|[Шш]осе|[Нн]абережн\w+|[Пп]лощ\w+)\s
        (?:{_NAME_WORD}\s?){{1,3}},?\s?{_HOUSE}
        | \b(?:{_NAME_WORD}\s){{1,2}}
        (?:ул|вул|улица|вулиця|проспект|пр-т|переулок|провулок|бульвар|шоссе|шосе)\b\.?,?\s?{_HOUSE}
        | \b(?:[Жж]ив\w+|[Пп]рожива\w+|[Мм]ешка\w+)\s(?:на|по|в|у)\s{_NAME_WORD}
          ,?\s{_HOUSE}(?:-\d+)?
        """,
        re.VERBOSE,
    ),
)

_NAMES = re.compile(
    r"\b[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+\s[А-ЯЁІЇЄҐ]\.\s?[А-ЯЁІЇЄҐ]\.|"
    r"\b[А-ЯЁІЇЄҐ]\.\s?[А-ЯЁІЇЄҐ]\.\s?[А-ЯЁІЇЄҐ][а-яёіїєґ'’]+"
)

# Only beside a flat or a street do these point at one door.
_PLACE = r"(?:дом\w*|под[ъь]езд\w*|под|этаж\w*|эт|корп\w*|стр|буд\w*|під['’ʼ]?їзд\w*|поверх\w*|пов)"
_WHEREABOUTS = re.compile(
    rf"""
    \b(?:{_PLACE}|д|к|entrance|floor|building|house|block)\b\.?\s?(?:№|\#|no\.?)?\s?
      \d{{1,3}}\b\s?[а-яa-z]?\b
    | \b\d{{1,3}}(?:\s?[-–]?\s?(?:й|го|ый|ом|м|му|ій|ого|ому|st|nd|rd|th))?\s?
      (?:{_PLACE}|entrance|floor)\b
    """,
    _FLAGS,
)


def mask(text: str) -> str:
    """The text with contacts, long numbers, flats and addresses replaced by "•••"."""
    seen = _INVISIBLE.sub("", "".join(map(_plain, text)))
    spans = sorted({*_contacts(seen), *_numbers(seen), *_addresses(seen)})
    kept: list[str] = []
    end = 0
    for start, stop in spans:
        if start >= end:
            kept += [seen[end:start], MASK]
        end = max(end, stop)
    kept.append(seen[end:])
    return re.sub(rf"{MASK}(?:[\s,;]*{MASK})+", MASK, "".join(kept))


def _plain(char: str) -> str:
    """Wide letters and digits as everyday ones; anything else as it is."""
    if char.isdecimal() or "\uff01" <= char <= "\uff5e":
        return unicodedata.normalize("NFKC", char)
    return char


def _contacts(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_CONTACTS, _NAMES):
        yield from (found.span() for found in pattern.finditer(text))


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    bare = _HARMLESS.sub(lambda found: "\ue000" * len(found[0]), text)
    if not any(char.isdigit() for char in bare):
        return
    for pattern in (_LONG_NUMBERS, _PHONES):
        yield from (found.span() for found in pattern.finditer(bare))
    for region in PHONE_REGIONS:
        for phone in PhoneNumberMatcher(bare, region):
            yield phone.start, phone.end


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    doors = [found.span() for pattern in (_FLATS, *_STREETS) for found in pattern.finditer(text)]
    yield from doors
    if doors:
        yield from (found.span() for found in _WHEREABOUTS.finditer(text))
