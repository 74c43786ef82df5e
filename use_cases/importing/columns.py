"""What the columns of a table say, guessed from their headers in Russian, Ukrainian and English."""

import re
from collections.abc import Mapping
from enum import StrEnum

from use_cases.homes.roster_file import WORDS as HOME_WORDS
from use_cases.homes.roster_file import Column as HomeColumn
from use_cases.importing.cells import HEADER_CHARS_MAX


class Subject(StrEnum):
    """What the rows of a table are: things done, of one kind, or people."""

    PAYMENT = "payment"
    PURCHASE = "purchase"
    VISIT = "visit"
    TICKET = "ticket"
    EVENT = "event"
    PEOPLE = "people"  # What is known of them: tags, stage, fields of the house's own.
    LIST = "list"  # Who belongs to a list.


DEEDS = (Subject.PAYMENT, Subject.PURCHASE, Subject.VISIT, Subject.TICKET, Subject.EVENT)
WITH_MONEY = frozenset({Subject.PAYMENT, Subject.PURCHASE})


class Column(StrEnum):
    """What a column says; in the order in which the words of a header are understood."""

    PHONE = "phone"
    EMAIL = "email"
    USERNAME = "username"
    TELEGRAM = "telegram"
    BIRTHDAY = "birthday"
    DATE = "date"
    TIME = "time"
    CURRENCY = "currency"
    AMOUNT = "amount"
    PLACE = "place"
    MAKER = "maker"
    CATEGORY = "category"
    NUMBER = "number"  # Of the payment, receipt, ticket: what makes it one.
    ITEM = "item"
    EXTERNAL = "external"  # The person's number in the books of the house: account, card.
    TAGS = "tags"
    STAGE = "stage"
    MANAGER = "manager"
    GENDER = "gender"
    FLAT = "flat"
    BUILDING = "building"
    FIELD = "field"  # Of the house's own; its header is its name. Never guessed.


KEYS = (
    Column.TELEGRAM,
    Column.USERNAME,
    Column.PHONE,
    Column.EMAIL,
    Column.EXTERNAL,
    Column.BUILDING,
    Column.FLAT,
)
"""The columns that tell whom a row is about."""

_DEED_COLUMNS = frozenset(
    {
        *KEYS,
        *(Column.DATE, Column.TIME, Column.CURRENCY, Column.AMOUNT, Column.PLACE, Column.MAKER),
        *(Column.CATEGORY, Column.NUMBER, Column.ITEM),
    }
)
COLUMNS_OF: Mapping[Subject, frozenset[Column]] = {
    **dict.fromkeys(DEEDS, _DEED_COLUMNS),
    Subject.PEOPLE: frozenset(
        {
            *KEYS,
            *(Column.TAGS, Column.STAGE, Column.MANAGER, Column.GENDER, Column.BIRTHDAY),
            Column.FIELD,
        }
    ),
    Subject.LIST: frozenset(KEYS),
}
"""Which columns a table of each subject may have."""

_WORDS: Mapping[Column, tuple[str, ...]] = {
    Column.PHONE: ("телефон", "телефона", "телефону", "тел", "моб", "phone", "mobile"),
    Column.EMAIL: ("email", "e mail", "почта", "пошта", "эл почта", "mail"),
    Column.USERNAME: ("username", "user name", "юзернейм", "ник", "нік", "нікнейм", "логин",
                      "логін", "login", "nickname"),
    Column.TELEGRAM: ("telegram", "telegramid", "tg", "tgid", "телеграм", "телеграмм", "chat id"),
    Column.BIRTHDAY: ("рождения", "народження", "birthday", "birth", "born"),
    Column.DATE: ("дата", "день", "date", "datetime", "timestamp", "когда", "коли", "when"),
    Column.TIME: ("время", "час", "time"),
    Column.CURRENCY: ("валюта", "currency"),
    Column.AMOUNT: ("сумма", "сума", "amount", "total", "sum", "стоимость", "вартість", "цена",
                    "ціна", "price", "оплачено", "сплачено", "paid", "value", "оплата", "к оплате",
                    "до сплати", "сколько", "скільки", "how much", "всего", "итого", "разом",
                    "всього", "усього", "cost", "due"),
    Column.PLACE: ("место", "місце", "магазин", "магазину", "точка", "касса", "каса", "store",
                   "shop", "place", "location", "филиал", "філія"),
    Column.MAKER: ("производитель", "виробник", "бренд", "марка", "brand", "maker",
                   "manufacturer"),
    Column.CATEGORY: ("категория", "категорія", "category", "вид", "тема", "topic", "рубрика",
                      "раздел", "розділ", "тип", "type"),
    Column.NUMBER: ("платежа", "платежу", "чека", "чек", "чеку", "receipt", "transaction",
                    "payment id", "order", "заказа", "замовлення", "квитанция", "квитанція",
                    "квитанции", "квитанції", "документа", "документ", "document", "external id",
                    "заявки", "заявка", "ticket id", "event id", "visit id", "purchase id",
                    "invoice"),
    Column.ITEM: ("товар", "услуга", "послуга", "назначение", "призначення", "item", "product",
                  "service", "sku", "артикул", "наименование", "найменування", "название",
                  "назва", "описание", "опис", "description", "событие", "подія", "event",
                  "мероприятие", "захід", "for", "цель", "мета", "основание", "підстава",
                  "предмет", "работа", "работы", "робота", "роботи", "комментарий", "коментар",
                  "примечание", "примітка", "comment", "note", "детали", "деталі"),
    Column.EXTERNAL: ("лицевой", "лс", "особовий", "рахунок", "account", "customer", "client",
                      "клиент", "клиента", "клієнт", "клієнта", "карта", "карты", "картка",
                      "картки", "card", "person"),
    Column.TAGS: ("теги", "тег", "метки", "мітки", "tags", "tag", "labels"),
    Column.STAGE: ("стадия", "этап", "стадія", "етап", "stage", "status", "статус"),
    Column.MANAGER: ("ответственный", "відповідальний", "менеджер", "куратор", "manager",
                     "responsible"),
    Column.GENDER: ("пол", "стать", "gender", "sex"),
    Column.FLAT: HOME_WORDS[HomeColumn.FLAT],
    Column.BUILDING: HOME_WORDS[HomeColumn.BUILDING],
}  # fmt: skip


_BARE_NUMBERS = frozenset({"номер", "number", "no", "№", "#"})
"""Headers that mean the number of what was done only where they stand alone: "number of flat" is
another one."""
_PURPOSES = (
    "назначение", "призначення", "за что", "за що", "что оплачено", "що сплачено", "на что",
    "на що", "for what", "what for", "what was paid", "paid for", "purpose", "payment details",
)  # fmt: skip
"""What it was for, whatever stands beside: "purpose of payment" is neither its number nor sum."""
_OF_DEEDS = frozenset({"операции", "операції", "operation", "транзакции", "транзакції"})


def is_bare_number(header: str) -> bool:
    """Whether the header says no more than "number": it may count the rows of the file only."""
    return header.strip().strip(".:").casefold() in _BARE_NUMBERS


def understood(header: str, subject: Subject | None = None) -> Column | None:
    """What the header says, of what a table of that subject may have; None: nothing known."""
    header = header.strip().removesuffix(":")
    if not header or len(header) > HEADER_CHARS_MAX or ":" in header:
        return None
    words = re.findall(r"[^\W_]+", re.sub(r"['’`ʼ\"]", "", header.casefold()))
    together = f" {' '.join(words)} "
    allowed = COLUMNS_OF[subject] if subject is not None else frozenset(Column)
    if Column.ITEM in allowed and any(f" {each} " in together for each in _PURPOSES):
        return Column.ITEM
    if together == " id " and subject in {Subject.PEOPLE, Subject.LIST}:
        return Column.TELEGRAM
    if subject in DEEDS and (is_bare_number(header) or _OF_DEEDS & set(words)):
        dated = {Column.DATE, Column.TIME, Column.AMOUNT, Column.CURRENCY, Column.CATEGORY}
        if not any(f" {word} " in together for column in dated for word in _WORDS[column]):
            return Column.NUMBER
    for column, known in _WORDS.items():
        if column in allowed and any(f" {word} " in together for word in known):
            return column
    return None
