"""A survey as a YAML file that its author can read and go on with."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import yaml

from surveys.documents.surveys import survey_to_dict
from surveys.questions import Survey

_LINE_CHARS = 100


class _Writer(yaml.SafeDumper):
    """Plain values, and words of ours (kinds of files, say) as the words they are."""


_Writer.add_multi_representer(StrEnum, lambda writer, word: writer.represent_str(word.value))


def write_survey(survey: Survey) -> str:
    """The survey in the format that `read_survey` reads; reading it back gives an equal survey."""
    return write_document(survey_to_dict(survey))


def write_document(document: Mapping[str, Any]) -> str:
    """A survey's document, in the order in which its author would write it."""
    written: str = yaml.dump(
        dict(document), Dumper=_Writer, allow_unicode=True, sort_keys=False, width=_LINE_CHARS
    )
    return written
