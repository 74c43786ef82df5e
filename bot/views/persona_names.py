"""First names for personas, the same person in every language."""

from bot.drawing.avatar import is_woman

_WOMEN = {
    "ru": "Марина Ольга Алия Вера Софья Тамара Лейла Нина Дарья Елена Зоя Мила",
    "uk": "Марина Ольга Алія Віра Софія Тамара Лейла Ніна Дарина Олена Зоя Міла",
    "en": "Marina Olga Aliya Vera Sofia Tamara Leila Nina Daria Helen Zoe Mila",
}
_MEN = {
    "ru": "Андрей Тимур Павел Артур Марк Роман Виктор Давид Илья Макс Самир Пётр",
    "uk": "Андрій Тимур Павло Артур Марк Роман Віктор Давид Ілля Макс Самір Петро",
    "en": "Andrew Timur Paul Arthur Mark Roman Victor David Elias Max Samir Peter",
}


def proposed_name(segment_id: int, face: int, language: str) -> str:
    """The name that goes with that face; neighbouring segments have different ones."""
    names = (_WOMEN if is_woman(segment_id, face) else _MEN)[language].split()
    return names[(5 * (segment_id // 2) + 3 * face) % len(names)]
