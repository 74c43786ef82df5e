"""Texts as words, clauses and languages, by rules that need no dictionary."""

import re
import unicodedata
from collections.abc import Sequence

TEXTS_MIN = 60  # with content; below it no themes are looked for
STEM_CHARS = 5
CLAUSES_MAX = 6
CLAUSE_WORDS_MIN = 2

LANGUAGES_TOLD = ("ru", "uk", "en")
_CYRILLIC = (
    ("shch", "щ"),
    ("yo", "ё"),
    ("yu", "ю"),
    ("ya", "я"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("j", "й"),
    ("y", "ы"),
    *zip("abvgdeziklmnoprstufhcwxq", "абвгдезиклмнопрстуфхквхк", strict=True),
)

_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDING = re.compile(
    r"(?<=\w\w\w)(?:ами|ями|ого|его|ому|ему|ыми|ими|ов|ев|ам|ям|ах|ях|ой|ей|ом|ем|ый|ий|ая|яя|ое|ее|ые"
    r"|ие|ую|юю|ть|ет|ют|ит|ут|ють|ить|ати|ити|ією|ою|ів|их|[аеёиоуыэюяйьіїє]|ing|ed|es|s)$"
)
_CLAUSE = re.compile(r"[.!?;\n]+|,?\s(?:а также|а ещё|а еще|и ещё|и еще|а також|і ще|also)\s")
_NOT_TOLD = re.compile(r"[^\w\s]|_")
_UKRAINIAN = re.compile(r"[іїєґ]|\b(?:що|щоб|дуже|немає|та|це|як)\b")
_NO_CONTENT = """
    нет|не|ничего|не знаю|незнаю|затрудняюсь ответить|все хорошо|всё хорошо|все устраивает
    |всё устраивает|все нормально|всё нормально|нормально|нет жалоб|без комментариев|хорошо
    |ні|нема|немає|нічого|важко сказати|все добре|все гаразд|все влаштовує|добре
    |no|none|nothing|na|n a|dont know|i dont know|don t know|i don t know|idk|all good|fine|ok
    |all fine|everything is fine|everything is ok|no complaints|no comment|ок|окей|да|так|yes
"""
NO_CONTENT = frozenset(" ".join(answer.split()) for answer in _NO_CONTENT.split("|"))
_STOP = """
    а без бы был была были было быть в вам вас весь во вот все всё всегда всех вы где да даже для
    до его ее её если есть ещё еще же за и из или им их к как какой когда который кто ли либо мне
    много может можно мой мы на над надо нам нас наш не него нее нет ни них но ну о об он она они
    оно от очень по под постоянно потом почему при про просто раз с сам свой себе себя со снова так
    такой там тебе то тоже только том тот ты тут у уже хочу хотелось хотя чего чем что чтобы эта эти
    это этот опять нужно этого
    або але бо був була були було бути в ви від він вона вони воно все всі вже де для до дуже є з за
    завжди зі знову і із інший його її їх й коли ми мене мені може можна на навіть над нам нас наш
    не немає ні ніхто але потрібно про просто та так також такий там те теж ти тільки той тут у хто
    це цей ці чи чому що щоб я як який яка які
    a about again all also always am an and any are as at be because been but by can could did do
    does don for from get has have he her here him his how i if in into is isn it its just like me
    more my never no not now of off on only or our out please should so some such than that the
    their them then there these they this to too up very was we were what when where which who why
    will with would you your
"""
STOP = frozenset(_STOP.split())


def plain_text(text: str) -> str:
    """The text in one spelling: composed, lower case, one blank between words."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\0", " ").casefold().split())


def has_content(text: str) -> bool:
    """Whether a plain text says anything: "no", "don't know", "all good" and "..." do not."""
    bare = " ".join(_NOT_TOLD.sub(" ", text.replace("'", "").replace("’", "")).split())
    return bare not in NO_CONTENT and _WORD.search(bare) is not None


def words_of(text: str) -> list[str]:
    """The words of a plain text, letters only."""
    return _WORD.findall(text)


def stems_of(text: str) -> list[str]:
    """The words without their endings, cut to their first letters."""
    return [stem_of(word) for word in words_of(text)]


def stem_of(word: str) -> str:
    """What the forms of a Russian, Ukrainian or English word mostly have in common."""
    return _ENDING.sub("", word)[:STEM_CHARS]


def clauses_of(text: str) -> Sequence[str]:
    """The parts of a plain text that may speak of different things; none where it has one part."""
    found = [part.strip(" ,") for part in _CLAUSE.split(text)]
    told = [part for part in found if len(words_of(part)) >= CLAUSE_WORDS_MIN]
    return told[:CLAUSES_MAX] if len(told) > 1 else ()


def in_cyrillic(word: str) -> str:
    """A word in Latin letters as Russian is commonly written in them: "sobaki" is "собаки"."""
    if not word.isascii():
        return word
    for latin, letter in _CYRILLIC:
        word = word.replace(latin, letter)
    return word


def language_of(texts: Sequence[str]) -> str:
    """The language that most of the plain texts are in, one of LANGUAGES_TOLD."""
    latin = sum(text.isascii() for text in texts)
    ukrainian = sum(map(is_ukrainian, texts))
    counts = (len(texts) - latin - ukrainian, ukrainian, latin)
    return LANGUAGES_TOLD[counts.index(max(counts))]


def is_ukrainian(text: str) -> bool:
    """Whether letters or small words of a plain text are Ukrainian."""
    return _UKRAINIAN.search(text) is not None
