"""The catalogues: three complete languages, nothing missing in them and nothing left over."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import bot
from bot.commands import COMMANDS
from bot.views.campaign_progress import ENDS
from bot.views.faults import SENTENCES
from bot.views.segments import VERDICTS
from bot.words import LOCALES
from campaigns.template import TemplateFaultKind
from segmentation.rules.catalogue import FIELDS, TRAITS, Room
from segmentation.rules.faults import Code, Expect
from segmentation.rules.times import Unit
from segmentation.rules.tree import Comparison
from segmentation.run import Verdict
from surveys.faults import FaultCode
from surveys.rejections import Reason
from surveys.text import LANGUAGES
from use_cases.broadcasting.letters import LetterFault
from use_cases.records import DeliveryState, Role

CODE = [path for path in Path(bot.__file__).parent.rglob("*") if path.suffix in {".py", ".html"}]
WHOLE = re.compile(r"""["']([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["']""")
BUILT = (
    re.compile(r"""f["']([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)\{"""),
    re.compile(r"""scheme_words\(["']([a-z-]+)["']"""),
    re.compile(r"""words\(["']([a-z-]+-)["'] ~"""),  # In a template.
)
ASKED = re.compile(r"""\bwords(?:\.say)?\(\s*["']([a-z0-9-]+[a-z0-9])["']""")

CALENDAR = [unit for unit in Unit if unit is not Unit.HOURS]
FAMILIES: dict[str, Iterable[str]] = {
    "command-": [name for names in COMMANDS.values() for name in names],
    "delivered-": ENDS,
    "fault-": FaultCode,
    "own-letter-": DeliveryState,
    "own-role-": Role,
    "preview-": [fault.replace("_", "-") for fault in LetterFault],
    "rejected-": Reason,
    "role-now-": Role,
    "rule-calendar-": [f"{when}-{unit}" for when in ("last", "this", "next") for unit in CALENDAR],
    "rule-expect-": Expect,
    "rule-fault-": Code,
    "rule-field-": [name.replace("_", "-") for name in FIELDS],
    "rule-how-": [each.name.lower().replace("_", "-") for each in Comparison],
    "rule-room-": Room,
    "rule-span-": Unit,
    "rule-trait-": TRAITS,
    "role-set-": Role,
    "template-": [kind.replace("_", "-") for kind in TemplateFaultKind],
}
"""Ids that are put together from a code: each code has its sentence."""


class _Variables(Visitor):
    """Collects the names of the variables in one message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def _messages(language: str) -> Iterator[tuple[str, ast.Message]]:
    for path in sorted((LOCALES / language).glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                yield entry.id.name, entry


@cache
def catalogue(language: str) -> dict[str, frozenset[str]]:
    """The variables of every message, by its id."""
    found: dict[str, frozenset[str]] = {}
    for name, message in _messages(language):
        assert name not in found, f"{name} stands twice in {language}"
        variables = _Variables()
        variables.visit(message)
        found[name] = frozenset(variables.found)
    return found


@cache
def code() -> str:
    """All of the bot's own source."""
    return "\n".join(path.read_text(encoding="utf-8") for path in CODE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things_with_the_same_facts(language: str) -> None:
    """Ids and variables are equal in all three."""
    assert catalogue("en") == catalogue(language)


def test_every_id_that_the_code_asks_for_exists() -> None:
    missing = {name for name in ASKED.findall(code()) if name not in catalogue("en")}

    assert set() == missing


def test_every_id_in_the_catalogues_is_used() -> None:
    whole = set(WHOLE.findall(code()))
    built = tuple(prefix for pattern in BUILT for prefix in pattern.findall(code()))

    unused = {n for n in catalogue("en") if n not in whole and not n.startswith(built)}

    assert set() == unused


@pytest.mark.parametrize("prefix", FAMILIES)
def test_every_code_has_its_sentence(prefix: str) -> None:
    assert set() == {prefix + each for each in FAMILIES[prefix]} - catalogue("en").keys()


def test_every_verdict_and_every_fault_has_its_sentence() -> None:
    assert set(Verdict) == VERDICTS.keys()
    assert set() == {*VERDICTS.values(), *SENTENCES.values()} - catalogue("en").keys()
