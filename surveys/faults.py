"""What can be wrong with a survey file: a code and facts for each fault, never words.

The words live in the catalogues, as `fault-<code>`. Under each code stand its facts in brackets and
the English sentence to translate. A fact `place` holds a key of the file ("title", "low"), `inside`
the key of the question ("" outside of questions). "+ suggestion" means that `Fault.suggestion` may
hold what to write instead: then the second sentence follows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from surveys.rejections import Fact


class FaultCode(StrEnum):
    """The closed family of faults."""

    # The file as a whole.
    FILE_TOO_LARGE = "file-too-large"
    """(limit, length) The file is too large: { length } bytes of at most { limit }."""
    BROKEN_YAML = "broken-yaml"
    """(problem) The file cannot be read from here on. Is a quote or an indent out of place?"""
    TAB_INDENT = "tab-indent"
    """() This line is indented with a tab. Use spaces."""
    COLON_NEEDS_QUOTES = "colon-needs-quotes"
    """() There is a second colon in this line. Put the text into quotes: "Lift: how is it?"."""
    STRANGE_CHARACTER = "strange-character"
    """(character) There is a character here that a text cannot hold ({ character }). Delete it."""
    ALIAS_REFUSED = "alias-refused"
    """(name) References like *{ name } are not read here. Write the text out."""
    NESTED_TOO_DEEP = "nested-too-deep"
    """(limit) There are too many levels inside one another here."""
    EMPTY_FILE = "empty-file"
    """() The file is empty. Start with "survey:", "title:" and "questions:"."""

    # The shape of a place.
    MAPPING_NEEDED = "mapping-needed"
    """(place, inside) "{ place }" needs "name: value" lines under it."""
    LIST_NEEDED = "list-needed"
    """(place, inside) "{ place }" needs a list: lines that begin with a dash."""
    TEXT_NEEDED = "text-needed"
    """(place, inside) "{ place }" needs a text."""
    NUMBER_NEEDED = "number-needed"
    """(place, inside, value) "{ place }" needs a number; "{ value }" is none."""
    WHOLE_NUMBER_NEEDED = "whole-number-needed"
    """(place, inside, value) "{ place }" needs a whole number; "{ value }" is none."""
    YES_OR_NO_NEEDED = "yes-or-no-needed"
    """(place, inside, value) "{ place }" is yes or no; "{ value }" is neither."""
    NUMBER_OUT_OF_RANGE = "number-out-of-range"
    """(place, inside, minimum, maximum) "{ place }" goes from { minimum } to { maximum }."""

    # Keys.
    MISSING = "missing"
    """(place, inside) "{ place }" is missing."""
    UNKNOWN_KEY = "unknown-key"
    """(key, inside + suggestion) There is no "{ key }" here. Did you mean "{ suggestion }"?"""
    KEY_OF_ANOTHER_KIND = "key-of-another-kind"
    """(key, inside, kind) A question of the kind "{ kind }" has no "{ key }"."""
    DUPLICATE_KEY = "duplicate-key"
    """(key, first) "{ key }" stands twice; the first is in line { first }."""
    BAD_KEY = "bad-key"
    """(place, key + suggestion) "{ key }" cannot name a { place }: 1 to 32 of a-z, 0-9, _ and -."""
    REPEATED_QUESTION = "repeated-question"
    """(key, first) Two questions are called "{ key }"; the first is in line { first }."""

    # Questions.
    NO_QUESTIONS = "no-questions"
    """() The survey asks nothing yet. Add questions under "questions:"."""
    TOO_MANY_QUESTIONS = "too-many-questions"
    """(limit, length) { length } questions are too many; { limit } is the most."""
    TOO_MANY_CALCULATED = "too-many-calculated"
    """(limit, length) { length } calculated values are too many; { limit } is the most."""
    NO_KIND = "no-kind"
    """(inside) The question has no text. Add a line such as "open: What do you like?"."""
    TWO_KINDS = "two-kinds"
    """(inside, kind, other) A question cannot be "{ kind }" and "{ other }" at once. Make two."""
    UNKNOWN_BASIS = "unknown-basis"
    """(value, inside, allowed + suggestion) There is no "{ value }" among: { allowed }."""

    # Texts.
    TEXT_EMPTY = "text-empty"
    """(place, inside, language) The text of "{ place }" is empty in { language }."""
    TEXT_TOO_LONG = "text-too-long"
    """(place, inside, language, limit, length) "{ place }": { length } signs, { limit } at most."""
    BAD_LANGUAGE = "bad-language"
    """(language + suggestion) "{ language }" is no language. Did you mean "{ suggestion }"?"""
    LANGUAGE_MISSING = "language-missing"
    """(place, inside, languages) A warning: "{ place }" is not written in { languages }."""

    # Choices.
    NO_CHOICES = "no-choices"
    """(inside) There is nothing to choose from. Add lines such as "lift: The lift"."""
    CHOICES_NEED_KEYS = "choices-need-keys"
    """(inside + suggestion) Every choice needs a short name of its own: "{ suggestion }"."""
    TOO_MANY_CHOICES = "too-many-choices"
    """(inside, limit, length) { length } choices do not fit; { limit } is the most."""
    LABEL_TOO_LONG = "label-too-long"
    """(choice, inside, language, limit, length) A button holds { limit } signs, not { length }."""
    REPEATED_LABEL = "repeated-label"
    """(choice, other, inside, language) "{ choice }" and "{ other }" read the same to people."""
    EXCLUSIVE_IN_SINGLE = "exclusive-in-single"
    """(choice, inside) In a single choice every choice stands alone. Leave "exclusive" out."""
    EXCLUSIVE_EVERYWHERE = "exclusive-everywhere"
    """(inside) If every choice stands alone, this is a single choice. Write "single:" instead."""
    BAD_PICKS = "bad-picks"
    """(value, inside + suggestion) "{ value }" is no number of picks. Write "{ suggestion }"."""
    PICKS_BEYOND_CHOICES = "picks-beyond-choices"
    """(picks, inside, choices) { picks } picks of only { choices } choices cannot be."""

    # Scales and numbers.
    BOUNDS_REVERSED = "bounds-reversed"
    """(low, high, inside) "from" { low } must be less than "to" { high }."""
    SCALE_TOO_LONG = "scale-too-long"
    """(limit, length, inside) A scale of { length } points is too long; { limit } is the most."""
    ITEMS_BEYOND = "items-beyond"
    """(minimum, maximum, length, inside) { minimum } to { maximum } items are compared, not..."""
    LABELS_UNEQUAL = "labels-unequal"
    """(labels, points, inside) { labels } labels for { points } points: one for each is needed."""
    NO_WHOLE_NUMBER = "no-whole-number"
    """(low, high, inside) There is no whole number from { low } to { high }. Add "whole: no"."""
    REVERSED_ALONE = "reversed-alone"
    """(inside) A warning: "reversed" means nothing without "construct"."""
    OTHER_TWICE = "other-twice"
    """(choice, inside) Only one choice can ask for words besides; "{ choice }" is the second."""

    # Conditions, calculations and answers put into texts.
    EXPRESSION_BROKEN = "expression-broken"
    """(place, inside, found) "{ place }" cannot be read from "{ found }" on."""
    EXPRESSION_TOO_LONG = "expression-too-long"
    """(place, inside) "{ place }" is too long to be followed. Put a part under "calculated:"."""
    UNKNOWN_FUNCTION = "unknown-function"
    """(place, inside, name, allowed + suggestion) There is no { name }(), but: { allowed }."""
    UNKNOWN_NAME = "unknown-name"
    """(place, inside, name + suggestion) There is no question "{ name }"."""
    UNKNOWN_CHOICE = "unknown-choice"
    """(place, inside, choice, question + suggestion) "{ question }" has no choice "{ choice }"."""
    WRONG_TYPE = "wrong-type"
    """(place, inside, found, needed) This is { found }, and { needed } is needed here."""
    NOTHING_TO_ASK = "nothing-to-ask"
    """(place, inside, name) "{ name }" is a note: it has no answer."""
    UNKNOWN_COLUMN = "unknown-column"
    """(place, inside, name) No choice here has a column "{ name }"."""
    BAD_PATTERN = "bad-pattern"
    """(place, inside) The pattern cannot be used: write it out, without repeats in repeats."""
    BAD_DATE = "bad-date"
    """(place, inside, value) "{ value }" is no date. Write it as 2026-05-31."""
    ASKED_LATER = "asked-later"
    """(place, inside, name) "{ name }" is asked only after this. Move it up."""
    REFERS_TO_ITSELF = "refers-to-itself"
    """(place, inside, name) Whether "{ name }" is asked cannot depend on its own answer."""
    CYCLE = "cycle"
    """(place, inside, names) These follow from one another in a circle: { names }."""
    UNREACHABLE = "unreachable"
    """(place, inside) Nobody will ever be asked this: the condition can never be met."""
    DEAD_END = "dead-end"
    """(place, inside) Some people will have no answer that the constraint takes."""
    PIPED_LABEL = "piped-label"
    """(place, inside) An answer cannot be put into the text of a button."""
    NO_CHOICE_EVER = "no-choice-ever"
    """(place, inside) The filter lets no choice through, whatever was answered."""
    BAD_DEFAULT = "bad-default"
    """(place, inside) This is no answer to the question, so it cannot be proposed."""

    # Blocks and loops.
    EMPTY_BLOCK = "empty-block"
    """(inside) There is nothing in this block. Add "questions:" under it."""
    LOOP_OVER_NOTHING = "loop-over-nothing"
    """(inside) A loop needs "over: question", "times: number" or "again: One more?"."""
    LOOP_OVER_TWICE = "loop-over-twice"
    """(inside) A loop goes either over choices, or so many times, or again and again: keep one."""
    NO_CHOICES_TO_LOOP = "no-choices-to-loop"
    """(place, inside, name) "{ name }" has no choices that a loop could go over."""
    TOO_MANY_UNFOLDED = "too-many-unfolded"
    """(limit, length) With its loops it comes to { length } questions, { limit } at most."""
    INSIDE_A_LOOP = "inside-a-loop"
    """(place, inside, name + suggestion) "{ name }" has many answers: take sum, min, max, count."""
    IN_ANY_ORDER = "in-any-order"
    """(place, inside, name) "{ name }" may come after this: their order is by lot."""
    LOOP_BASIS = "loop-basis"
    """(place, inside) A warning: inside a loop "{ place }" does nothing, segments do not use it."""
    FILTER_WITH_OTHER = "filter-with-other"
    """(inside) "or_other" cannot stand beside a choice_filter. List the choice "other" instead."""
    TIMES_CAPPED = "times-capped"
    """(inside, limit) A warning: this is asked at most { limit } times, whatever the number is."""
    SEED_IGNORED = "seed-ignored"
    """(inside) A warning: each response draws its own lot, and keeps it; this seed is not used."""
    SHEET_IGNORED = "sheet-ignored"
    """(sheet) A warning: the sheet "{ sheet }" does nothing in a chat."""
    MESSAGE_ALONE = "message-alone"
    """(inside) A warning: "constraint_message" is never said without "constraint"."""

    # Spreadsheets.
    NOT_UTF8 = "not-utf8"
    """() The file is not in UTF-8. Save it as text in UTF-8."""
    LETTERS_GUESSED = "letters-guessed"
    """() A warning: not in UTF-8, so read as Windows writes Cyrillic (Windows-1251)."""
    WORKBOOK_BROKEN = "workbook-broken"
    """(problem) The spreadsheet cannot be opened: { problem }."""
    HEADER_TWICE = "header-twice"
    """(place) The column "{ place }" stands twice: leave one of them."""
    TABLE_HEADERS = "table-headers"
    """(found) A table with the columns { found }, but a form has type, name and label."""
    NO_SURVEY_SHEET = "no-survey-sheet"
    """() There is no sheet "survey" with questions in it."""
    TYPE_REFUSED = "type-refused"
    """(value, inside + suggestion) "{ value }" makes no sense in a chat."""
    TYPE_UNKNOWN = "type-unknown"
    """(value, inside + suggestion) There is no type "{ value }"."""
    LIST_MISSING = "list-missing"
    """(value, inside + suggestion) The sheet "choices" has no list "{ value }"."""
    GROUP_OPEN = "group-open"
    """(inside) This group is never ended, or never begun."""
    XPATH_UNSUPPORTED = "xpath-unsupported"
    """(place, inside, found + suggestion) "{ found }" makes no sense in a condition here."""
    COLUMN_REFUSED = "column-refused"
    """(place, inside) The column "{ place }" makes no sense for this kind of question."""
    PICTURE_NO_ADDRESS = "picture-no-address"
    """(inside) A warning: a picture needs an https address, not the name of a file."""
    COLUMN_IGNORED = "column-ignored"
    """(place, inside) A warning: the column "{ place }" does nothing in a chat."""


WARNINGS = frozenset(
    {
        FaultCode.LANGUAGE_MISSING,
        FaultCode.REVERSED_ALONE,
        FaultCode.MESSAGE_ALONE,
        FaultCode.COLUMN_IGNORED,
        FaultCode.PICTURE_NO_ADDRESS,
        FaultCode.LOOP_BASIS,
        FaultCode.TIMES_CAPPED,
        FaultCode.SEED_IGNORED,
        FaultCode.SHEET_IGNORED,
        FaultCode.LETTERS_GUESSED,
    }
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a survey file, at a line and column counted from 1.

    `suggestion` is what to write instead, ready to copy, where that is known. In a spreadsheet the
    line is the row, and `sheet` and `header` say where the cell is.
    """

    line: int
    column: int
    code: FaultCode
    facts: Mapping[str, Fact] = field(default_factory=dict)
    suggestion: str | None = None
    sheet: str = ""
    header: str = ""

    @property
    def is_warning(self) -> bool:
        """The survey works all the same."""
        return self.code in WARNINGS


@dataclass(frozen=True, slots=True)
class Faults:
    """All that is wrong with a survey file, in the order of its lines."""

    faults: tuple[Fault, ...]

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.faults)

    def __len__(self) -> int:
        return len(self.faults)
