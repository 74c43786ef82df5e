"""A survey as a YAML file that its author can read and go on with."""

import yaml

from surveys.documents import survey_to_dict
from surveys.questions import Survey

_LINE_CHARS = 100


def write_survey(survey: Survey) -> str:
    """The survey in the format that `read_survey` reads; reading it back gives an equal survey."""
    return yaml.safe_dump(
        survey_to_dict(survey), allow_unicode=True, sort_keys=False, width=_LINE_CHARS
    )
