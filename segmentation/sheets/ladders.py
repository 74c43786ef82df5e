"""Scales in words: known ladders, and any that say one thing more or less strongly."""

import re
from collections.abc import Mapping, Sequence

LADDERS: tuple[tuple[str, ...], ...] = (
    (
        "strongly disagree",
        "disagree",
        "neither agree nor disagree|neutral|undecided",
        "agree",
        "strongly agree",
    ),
    ("never", "rarely|seldom", "sometimes", "often", "very often|always"),
    (
        "very dissatisfied",
        "dissatisfied",
        "neutral|neither satisfied nor dissatisfied",
        "satisfied",
        "very satisfied",
    ),
    (
        "not at all important",
        "slightly important",
        "moderately important",
        "very important",
        "extremely important",
    ),
    ("very poor", "poor", "fair|average", "good", "very good|excellent"),
    ("very unlikely", "unlikely", "neutral", "likely", "very likely"),
    ("not at all", "slightly|a little", "moderately|somewhat", "very", "extremely"),
    (
        "совершенно не согласен|полностью не согласен",
        "не согласен|скорее не согласен",
        "затрудняюсь ответить|нейтрально",
        "согласен|скорее согласен",
        "полностью согласен|совершенно согласен",
    ),
    ("никогда", "редко", "иногда", "часто", "очень часто|всегда|постоянно"),
    (
        "повністю не згоден|зовсім не згоден",
        "не згоден|скоріше не згоден",
        "важко відповісти|нейтрально",
        "згоден|скоріше згоден",
        "повністю згоден|цілком згоден",
    ),
    ("ніколи", "рідко", "іноді|інколи", "часто", "дуже часто|завжди|постійно"),
    ("never", "rarely|seldom", "sometimes", "often", "very often", "always"),
    ("никогда", "редко", "иногда", "часто", "очень часто", "всегда|постоянно"),
    ("ніколи", "рідко", "іноді|інколи", "часто", "дуже часто", "завжди|постійно"),
    ("poor", "fair|average", "good", "very good", "excellent"),
    ("never", "hardly ever|almost never", "sometimes|occasionally",
     "usually|most of the time|frequently", "almost always|always"),
    ("none at all|none", "not very much|very little|a little", "some",
     "quite a lot|a fair amount|a lot", "a great deal"),
    ("very low", "low", "medium|middle|moderate|average", "high", "very high"),
    ("очень низкий", "низкий", "средний", "высокий", "очень высокий"),
    ("дуже низький", "низький", "середній", "високий", "дуже високий"),
    ("очень плохо", "плохо", "удовлетворительно|нормально|средне", "хорошо",
     "очень хорошо|отлично"),
    ("дуже погано", "погано", "задовільно|нормально|посередньо", "добре", "дуже добре|відмінно"),
)  # fmt: skip


STRENGTHS: tuple[str, ...] = (  # from weak to strong; "" is the bare word
    "not very|not too|не очень|не слишком|не дуже",
    "slightly|a little|a bit|somewhat|rather|tend to|скорее|немного|"
    "отчасти|скоріше|радше|трохи|частково",
    "moderately|mostly|fairly|generally|quite|в основном|в целом|переважно|загалом",
    "",
    "very|strongly|highly|really|greatly|очень|сильно|дуже",
    "extremely|completely|totally|fully|absolutely|entirely|definitely|полностью|совершенно|"
    "абсолютно|крайне|совсем|повністю|цілком|вкрай|зовсім",
)
RUNGS_MAX = 11
NOT_AT_ALL = "not at all|совсем не|вообще не|совершенно не|зовсім не|взагалі не"
NOT = ("dis", "un", "in", "im", "ir", "not ", "не ", "не")
OPPOSITES = frozenset(
    {
        ("oppose", "support"), ("oppose", "favor"), ("oppose", "favour"), ("against", "for"),
        ("bad", "good"), ("poor", "good"), ("difficult", "easy"), ("hard", "easy"),
        ("false", "true"), ("negative", "positive"), ("плохо", "хорошо"), ("погано", "добре"),
        ("против", "за"), ("проти", "за"), ("легко", "трудно"), ("легко", "важко"),
    }
)  # fmt: skip
NEUTRAL = re.compile(r"^(neither\b.*|neutral|undecided|нейтрально|ни\b.+\bни\b.*|ні\b.+\bні\b.*)$")
JOINED = re.compile(r"(?<=[a-zа-яіїєґ])(?=[A-ZА-ЯІЇЄҐ])|_")  # "StronglyAgree", "strongly_agree"


def plain(cell: str) -> str:
    """A cell without what does not matter: case, outer and doubled blanks."""
    return " ".join(cell.split()).casefold()


def laddered(cells: Sequence[str]) -> Mapping[str, int] | None:
    """The step of each distinct cell where all stand on one ladder, the lowest first."""
    for ladder in LADDERS:
        place = {word: i for i, rung in enumerate(ladder, 1) for word in rung.split("|")}
        words = {plain(cell) for cell in cells}
        if words <= place.keys() and len({place[word] for word in words}) == len(words):
            return {cell: place[plain(cell)] for cell in cells}
    return _graded(cells)


def _graded(cells: Sequence[str]) -> Mapping[str, int] | None:
    """Steps by strength: "slightly", "", "very" of one word, and of its opposite below zero."""
    if not 3 <= len(cells) <= RUNGS_MAX:
        return None
    words = {cell: plain(JOINED.sub(" ", cell)) for cell in cells}
    parted = {word: _parted(word) for word in words.values() if not NEUTRAL.match(word)}
    things = sorted({thing for thing, _ in parted.values()})
    against = next((n for n in things for y in things if _is_opposite(n, y)), None)
    both = len(things) == 2 and against is not None
    if len(set(words.values())) < len(words) or not (both or len(things) == 1):
        return None
    if not both and len(parted) < len(words):
        return None  # the middle between one thing and nothing
    places = {w: (-s if both and thing == against else s) for w, (thing, s) in parted.items()}
    if len(set(places.values())) < len(places):
        return None
    order = sorted({0, *places.values()} if len(parted) < len(words) else places.values())
    return {cell: order.index(places.get(word, 0)) + 1 for cell, word in words.items()}


def _parted(word: str) -> tuple[str, int]:
    """What is said, and how strongly, from 0 (not at all) to 6."""
    for strength, ways in ((0, NOT_AT_ALL), *enumerate(STRENGTHS, 1)):
        for way in ways.split("|"):
            if way and word.startswith(f"{way} "):
                return word.removeprefix(f"{way} "), strength
    return word, STRENGTHS.index("") + 1


def _is_opposite(against: str, thing: str) -> bool:
    return (against, thing) in OPPOSITES or any(against == f"{no}{thing}" for no in NOT)
