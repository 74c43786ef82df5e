"""Words that are no words: keys pressed at random, one sign over and over, nothing but signs.

Each sign is one that living language does not have, in any of the bot's alphabets. A short answer
("ok", "нет", "TBD", "12") is never nonsense: too little can be told from it.
"""

import re
from functools import lru_cache

LETTERS_MIN = 5  # Of fewer letters nothing is said.
REPEATS_MIN = 5  # "ааааа"; people do write "дааа".
CONSONANTS_MIN = 7  # In a row: "контрстратегия" has five, "взбзднуть" five.
VOWEL_SHARE_MIN = 0.1
SEPARATE_LETTERS_SHARE = 0.7

_WORD = re.compile(r"[^\W\d_]+")
_REPEATED = re.compile(rf"(\w)\1{{{REPEATS_MIN - 1},}}")
_REPEATED_PIECE = re.compile(r"(\w{2}|\w{3,4}?)\1{2,}\w{0,3}")
_LAUGHTER = re.compile(r"[ахеиhaei]+|[лол]+|[lo]+")
_SIGNS_ONLY = re.compile(r"[\W_]+")
_VOWELS = frozenset("aeiouyаеёиоуыэюяіїєàáâäèéêëìíîïòóôöùúûü")
_SIGNS_OF_NONE = frozenset("ъьʼ'’")
_ROWS = (
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъї", "фывапролджэ", "фівапролджє",
    "ячсмитьбю", "1234567890",
)  # fmt: skip
_ALONG_MIN = 5  # So many keys side by side: "asdfg", "йцуке"; "poiuy" backwards too.


_PIECES = [
    way[start : start + _ALONG_MIN]
    for row in _ROWS
    for way in (row, row[::-1])
    for start in range(len(way) - _ALONG_MIN + 1)
]
_PIECE = re.compile("|".join(map(re.escape, _PIECES)))
WORDS_REMEMBERED_MAX = 20_000  # Most words that people use are few.


def is_nonsense(text: str) -> bool:
    """Whether the text is surely no language."""
    plain = text.casefold().strip()
    words = _WORD.findall(plain)
    letters = sum(map(len, words))
    if letters < LETTERS_MIN:
        return bool(_SIGNS_ONLY.fullmatch(plain)) and plain.count(plain[:1]) >= 3 * LETTERS_MIN
    mashed = sum(len(word) for word in words if _is_mashed(word))
    return mashed > letters / 2


@lru_cache(maxsize=WORDS_REMEMBERED_MAX)
def _is_mashed(word: str) -> bool:
    """Whether a word cannot be one."""
    if len(word) < LETTERS_MIN:
        return False
    if _LAUGHTER.fullmatch(word) and len(set(word)) > 1:
        return False
    if _REPEATED.search(word) or _REPEATED_PIECE.fullmatch(word) or _is_along_the_keys(word):
        return True
    if any(ord(sign) > 0x24F and not "а" <= sign <= "ӿ" for sign in word):
        return False  # An alphabet of which nothing is known here.
    vowels = sum(sign in _VOWELS for sign in word)
    return vowels < VOWEL_SHARE_MIN * len(word) or _longest_run(word) >= CONSONANTS_MIN


def _longest_run(word: str) -> int:
    """The most consonants in a row."""
    longest = run = 0
    for sign in word:
        if sign in _SIGNS_OF_NONE:
            continue
        run = 0 if sign in _VOWELS else run + 1
        longest = max(longest, run)
    return longest


def _is_along_the_keys(word: str) -> bool:
    """Whether most of it runs along a row of the keyboard."""
    if _PIECE.search(word) is None:
        return False
    along = max(_ALONG_MIN * word.count(piece) for piece in _PIECES)
    return along * 2 > len(word)
