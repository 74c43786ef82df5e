"""The languages of a draft, and what is not yet said in one of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from surveys.drafting.documents import Document, Path, is_text, put, questions_of, texts_of
from surveys.text import LANGUAGES


def languages_of(document: Mapping[str, Any]) -> tuple[str, ...]:
    """The languages of the draft, the first being the one it is written in."""
    listed = document.get("languages") or ()
    used = (language for _, text in texts_of(document) for language in text)
    return tuple(listed) or tuple(dict.fromkeys(used)) or LANGUAGES[:1]


def turn_language(document: Mapping[str, Any], language: str) -> Document:
    """One language more or less; the last one stays. Words in a language left out are kept."""
    listed = list(languages_of(document))
    if language not in listed:
        listed.append(language)
    elif len(listed) > 1:
        listed.remove(language)
    return put(document, ("languages",), listed)


def missing_texts(document: Mapping[str, Any]) -> Iterator[tuple[Path, dict[str, str], str]]:
    """Every text that is not said in some language of the draft, and in which."""
    for path, text in texts_of(document):
        for language in languages_of(document):
            if not text.get(language, "").strip():
                yield path, text, language


def spoken(document: Mapping[str, Any]) -> Document:
    """The document with its own languages only, each text in their order."""
    wanted = languages_of(document)
    said: Document = _spoken(dict(document), wanted)
    return {**said, "languages": list(wanted), "questions": said.get("questions", [])}


def _spoken(value: Any, wanted: tuple[str, ...]) -> Any:
    if is_text(value):
        kept = {language: value[language] for language in wanted if language in value}
        return kept or dict(value)
    if isinstance(value, dict):
        kept = {"calculated": value["calculated"]} if "calculated" in value else {}
        return {name: _spoken(each, wanted) for name, each in value.items()} | kept
    if isinstance(value, list):
        return [_spoken(each, wanted) for each in value]
    return value


def question_of(document: Mapping[str, Any], path: Path) -> Document | None:
    """The question in which the path leads, if it leads into one."""
    match path:
        case ("questions", int(place), *_):
            return questions_of(document)[place]
    return None
