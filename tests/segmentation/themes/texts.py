"""Made-up answers of residents in three languages, about three things."""

from itertools import product

import numpy as np

LIFT = (
    ("лифт", "старый лифт", "лифт в подъезде", "пассажирский лифт", "грузовой лифт"),
    ("опять не работает", "застревает между этажами", "скрипит и дёргается", "стоит неделю"),
    ("поднимаемся пешком", "ремонта лифта не видно", "кнопка этажа сломана"),
)
HEATING = (
    ("батареи", "батарея в спальне", "отопление зимой", "батареи на кухне", "наше отопление"),
    ("холодные ночью", "едва тёплые", "греют слабо", "холодные с ноября"),
    ("дома мёрзнут дети", "включаем обогреватель", "в комнате холодно"),
)
PARKING = (
    ("парковка", "парковка машин", "гостевая парковка", "парковка во дворе", "парковка у дома"),
    ("занята чужими машинами", "слишком тесная", "без разметки", "забита машинами"),
    ("негде поставить машину", "машины стоят на газоне", "место для машины искать час"),
)
UKRAINIAN = ("ліфт щодня не працює", "ліфт знову зламаний", "коли полагодять ліфт?")
ENGLISH = ("the lift is broken again", "the lift is stuck between floors", "no lift all week")


def answers() -> list[str]:
    """60 answers about each thing, six of the first in other languages."""
    return [
        *(", ".join(parts) for parts in product(*LIFT)),
        *UKRAINIAN,
        *ENGLISH,
        *(", ".join(parts) for parts in product(*HEATING)),
        *(", ".join(parts) for parts in product(*PARKING)),
    ]


def shuffled(texts: list[str], seed: int) -> list[str]:
    """Texts of the same lengths from the same words, each put anywhere."""
    words = np.random.default_rng(seed).permutation([w for text in texts for w in text.split()])
    lengths = np.cumsum([len(text.split()) for text in texts])[:-1]
    return [" ".join(part) for part in np.split(words, lengths)]
