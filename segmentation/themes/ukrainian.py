"""Ukrainian words as the Russian ones they most resemble, for an encoder that knows only those.

No translation: letters, common endings, and the small words that no rule would turn. What comes out
may be no word at all; an encoder that reads pieces of words still finds it near the right ones.
"""

import re

_LETTERS = str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "'": "ъ", "’": "ъ", "ʼ": "ъ"})
_WORDS = {
    "але": "но",
    "або": "или",
    "бо": "потому что",
    "був": "был",
    "була": "была",
    "було": "было",
    "були": "были",
    "від": "от",
    "він": "он",
    "вона": "она",
    "вони": "они",
    "дуже": "очень",
    "є": "есть",
    "з": "с",
    "зі": "с",
    "із": "из",
    "й": "и",
    "коли": "когда",
    "між": "между",
    "можна": "можно",
    "немає": "нет",
    "під": "под",
    "після": "после",
    "потрібно": "нужно",
    "про": "о",
    "та": "и",
    "також": "также",
    "тільки": "только",
    "треба": "надо",
    "тому": "поэтому",
    "у": "в",
    "це": "это",
    "чому": "почему",
    "ще": "ещё",
    "що": "что",
    "щоб": "чтобы",
    "який": "который",
    "яка": "которая",
    "які": "которые",
    "якщо": "если",
    "як": "как",
    "більше": "больше",
}
_ENDINGS = tuple(
    (re.compile(f"{ours}$"), theirs)
    for ours, theirs in (
        ("ього", "его"),
        ("ію", "ию"),
        ("ією", "ией"),
        ("ій", "ой"),
        ("ування", "ование"),
        ("ння", "ние"),
        ("ття", "тие"),
        ("ість", "ость"),
        ("ості", "ости"),
        ("ський", "ский"),
        ("ська", "ская"),
        ("ські", "ские"),
        ("увати", "овать"),
        ("ати", "ать"),
        ("ити", "ить"),
        ("іти", "еть"),
        ("ий", "ый"),
        ("ів", "ов"),
        ("ься", "ся"),
        ("ція", "ция"),
        ("ції", "ции"),
    )
)
_WORD = re.compile(r"[\w'’ʼ]+")


def as_russian(text: str) -> str:
    """The plain text with each word put as above."""
    return _WORD.sub(_put, text)


def _put(match: re.Match[str]) -> str:
    word = match.group()
    if word in _WORDS:
        return _WORDS[word]
    for ours, theirs in _ENDINGS:
        changed = ours.sub(theirs, word)
        if changed != word:
            word = changed
            break
    return word.translate(_LETTERS)
