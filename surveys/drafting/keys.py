"""Short names for surveys, questions and choices, made from people's words."""

import re
from collections.abc import Container

from surveys.limits import KEY_CHARS_MAX

_SIGNS = "абвгґдеєёжзиіїйклмнопрстуфхцчшщыэюяьъ’"
_SOUNDS = "a,b,v,h,g,d,e,ye,yo,zh,z,i,i,yi,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,y,e,yu,ya,,,"
_LATIN = dict(zip(_SIGNS, _SOUNDS.split(","), strict=True))
_MEANS_MORE = frozenset({"and", "or", "not", "has", "mod", "if", "then", "else", "true", "false"})
WORDS_MAX = 4  # "what_should_be_fixed" says enough.
MADE_CHARS_MAX = 24  # Leaves room for "_2".

assert MADE_CHARS_MAX + len("_999") <= KEY_CHARS_MAX


def key_for(words: str, taken: Container[str], *, otherwise: str) -> str:
    """A key that looks like the words and is not taken; `otherwise` if no letter can be kept."""
    latin = "".join(_LATIN.get(sign, sign) for sign in words.lower())
    parts = re.findall(r"[a-z0-9]+", latin)[:WORDS_MAX]
    stem = "_".join(parts)[:MADE_CHARS_MAX].strip("_") or otherwise
    if not stem[0].isalpha() or stem in _MEANS_MORE:
        stem = f"{otherwise}_{stem}"[:MADE_CHARS_MAX]  # A condition could not name it.
    return free_key(stem, taken)


def free_key(stem: str, taken: Container[str]) -> str:
    """The stem itself, or with the first number that makes it free."""
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"
