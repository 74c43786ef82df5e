"""Texts and keys of a survey file: in one language or several, short enough for Telegram."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import yaml

from surveys.faults import FaultCode
from surveys.limits import KEY_CHARS_MAX, KEY_PATTERN, LANGUAGE_PATTERN
from surveys.rejections import Fact
from surveys.text import LANGUAGES, Text
from surveys.yaml.nodes import Entry, Notes, entries, is_blank

_SLIPS_OF_LANGUAGES = {
    "ua": "uk", "ukr": "uk", "rus": "ru", "eng": "en", "gb": "en", "us": "en", "kz": "kk",
    "cz": "cs",
}  # fmt: skip
_SYNONYMS = {
    "text": "open", "question": "open", "select_one": "single", "radio": "single", "one": "single",
    "select_multiple": "multiple", "checkbox": "multiple", "many": "multiple", "likert": "scale",
    "rating": "scale", "integer": "number", "decimal": "number", "options": "choices",
    "answers": "choices", "min": "from", "max": "to", "id": "key", "name": "key",
    "intro": "welcome", "reward": "points", "reverse": "reversed", "help": "hint",
    "lang": "language", "if": "relevant", "when": "relevant", "show_if": "relevant",
    "required": "optional", "stars": "rating", "yesno": "yes_no", "boolean": "yes_no",
    "rank": "ranking", "acknowledge": "note", "values": "calculated", "calculate": "calculated",
}  # fmt: skip


SUGGESTED_MAX = 500  # Nobody reads on to the next one.


@dataclass(slots=True)
class Reading:
    """The state of reading one file: where it is, and what is wrong so far."""

    notes: Notes = field(default_factory=Notes)
    default_language: str = LANGUAGES[0]  # Of texts written as one plain string.
    inside: str = ""  # The question being read.
    texts: list[tuple[yaml.Node, str, str, Text]] = field(default_factory=list)
    written: set[str] = field(default_factory=set)  # Names of what may not have been readable.
    # Where each condition and calculation stands, by question (or its own key) and place.
    expressions: dict[tuple[str, str], yaml.Node] = field(default_factory=dict)

    def text(self, entry: Entry | None, place: str, limit: int) -> Text | None:
        """The text written there, if any; None also after noting what is wrong with it."""
        if entry is None:
            return None
        node = entry.value
        if isinstance(node, yaml.MappingNode):
            by_language = self._languages(node, place)
        elif isinstance(node, yaml.ScalarNode) and not is_blank(node):
            by_language = {self.default_language: node}
        else:
            self.note(entry.key, FaultCode.TEXT_NEEDED, place=place)
            return None
        words = {
            language: self._words(each, place, language, limit)
            for language, each in by_language.items()
        }
        if not words:
            return None
        text = Text(words)
        self.texts.append((entry.key, place, self.inside, text))
        return text

    def mapping(self, node: yaml.Node, place: str) -> Mapping[str, Entry] | None:
        """The "name: value" lines written there, or None and a fault."""
        if isinstance(node, yaml.MappingNode):
            return entries(node, self.notes)
        self.note(node, FaultCode.MAPPING_NEEDED, place=place)
        return None

    def key(self, entry: Entry, place: str) -> str:
        """The key written as the value of the entry."""
        node = entry.value
        written = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        self.check_key(node, written, place)
        return written

    def check_key(self, node: yaml.Node, written: str, place: str) -> None:
        """Note a key that cannot be one."""
        splits_link = place == "survey" and "__" in written  # ?start=survey__source
        if re.fullmatch(KEY_PATTERN, written) and not splits_link:
            return
        better = re.sub(r"[^a-z0-9_-]+|_{2,}", "_", written.lower()).strip("_")[:KEY_CHARS_MAX]
        self.notes.add(node, FaultCode.BAD_KEY, suggestion=better or None, place=place, key=written)

    def check_names(
        self, found: Mapping[str, Entry], known: Iterable[str], also: Iterable[str] = ()
    ) -> None:
        """Note every name that is not known here; `also` may be suggested, too."""
        known, also = tuple(known), tuple(also)
        for name, entry in found.items():
            if name not in known and name not in also:
                many = len(self.notes.faults) > SUGGESTED_MAX
                suggestion = None if many else did_you_mean(name, (*known, *also))
                self.note(entry.key, FaultCode.UNKNOWN_KEY, suggestion=suggestion, key=name)

    def note(
        self,
        node: yaml.Node,
        code: FaultCode,
        *,
        suggestion: str | None = None,
        **facts: Fact,
    ) -> None:
        """Note a fault inside the question being read."""
        self.note_within(node, 0, code, facts, suggestion)

    def note_within(
        self,
        node: yaml.Node,
        offset: int,
        code: FaultCode,
        facts: Mapping[str, Fact],
        suggestion: str | None = None,
    ) -> None:
        """Note a fault so many signs into the text of the node."""
        self.notes.add_within(node, offset, code, {**facts, "inside": self.inside}, suggestion)

    def check_languages(self, languages: Iterable[str]) -> None:
        """Warn of every text that is not written in all languages of the survey."""
        for node, place, inside, text in self.texts:
            missing = [language for language in languages if language not in text.by_language]
            if missing:
                code = FaultCode.LANGUAGE_MISSING
                self.notes.add(node, code, place=place, inside=inside, languages=", ".join(missing))

    def _languages(self, node: yaml.MappingNode, place: str) -> dict[str, yaml.Node]:
        by_language: dict[str, yaml.Node] = {}
        for language, entry in entries(node, self.notes).items():
            if check_language(entry.key, language, self.notes):
                by_language[language] = entry.value
        if not node.value:
            self.note(node, FaultCode.TEXT_NEEDED, place=place)
        return by_language

    def _words(self, node: yaml.Node, place: str, language: str, limit: int) -> str:
        words = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        if not words or is_blank(node):
            self.note(node, FaultCode.TEXT_EMPTY, place=place, language=language)
        length = len(words) + sum(sign > "\uffff" for sign in words)  # As Telegram counts: UTF-16.
        if length > limit:
            facts = {"place": place, "language": language}
            self.note(node, FaultCode.TEXT_TOO_LONG, limit=limit, length=length, **facts)
        return words


def check_language(node: yaml.Node, language: str, notes: Notes) -> bool:
    """Whether it can be the code of a language; notes it if not."""
    better = _SLIPS_OF_LANGUAGES.get(language.lower())
    if better is None and re.fullmatch(LANGUAGE_PATTERN, language):
        return True
    if better is None and re.fullmatch(LANGUAGE_PATTERN, language.lower()):
        better = language.lower()
    notes.add(node, FaultCode.BAD_LANGUAGE, suggestion=better, language=language)
    return False


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant."""
    options = tuple(known)
    synonym = _SYNONYMS.get(name.lower())
    if synonym in options:
        return synonym
    return next(iter(difflib.get_close_matches(name.lower(), options, n=1)), None)
