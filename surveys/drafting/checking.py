"""Whether a draft is a survey by now: it is written out and read by the one reader of files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surveys.drafting.languages import spoken
from surveys.faults import Fault
from surveys.questions import Survey
from surveys.yaml.reader import examine_survey
from surveys.yaml.writer import write_document


@dataclass(frozen=True, slots=True)
class Checked:
    """The survey, if nothing is wrong; else what is, by the question it is about ("": none)."""

    survey: Survey | None
    faults: Mapping[str, Sequence[Fault]]

    def of(self, question: str) -> Sequence[Fault]:
        """What is wrong with that question."""
        return self.faults.get(question, ())


def check(document: Mapping[str, Any]) -> Checked:
    """Read the draft as if it came as a file."""
    examined = examine_survey(written(document))
    by_question: dict[str, list[Fault]] = {}
    for fault in examined.faults:
        by_question.setdefault(str(fault.facts.get("inside", "")), []).append(fault)
    return Checked(examined.survey, by_question)


def written(document: Mapping[str, Any]) -> str:
    """The draft as a survey file, at fault or not."""
    return write_document(spoken(document))
