"""Every fault of a survey file is said whole, in each language, ready for Telegram."""

import pytest

from bot.views.survey_faults import fault_text
from bot.words import Words
from sandbox.entities import parse_html
from surveys.faults import Fault, FaultCode
from surveys.text import LANGUAGES
from surveys.yaml.reader import examine_survey
from tests.surveys.test_faults import FILES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", [text for _, _, text, _ in FILES], ids=[f"{code}-{line}" for code, line, *_ in FILES]
)
def test_no_fact_is_missing_from_the_sentence(text: str, language: str) -> None:
    examined = examine_survey(text)

    for fault in examined.faults + examined.warnings:
        said, _ = parse_html(fault_text(fault, Words(language)))
        assert "{" not in said and "$" not in said


def test_what_the_author_wrote_is_shown_as_it_is_and_not_at_length() -> None:
    facts = {"key": "<b>" * 100, "inside": "a&b"}
    fault = Fault(1_200, 1, FaultCode.UNKNOWN_KEY, facts, suggestion="<i>")

    said, _ = parse_html(fault_text(fault, Words("en")))

    assert said.startswith("Line 1200, question a&b. There is no “<b><b>")
    assert said.endswith("…” here. Perhaps: <i>")
