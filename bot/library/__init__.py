"""The library of ready surveys: files beside this one, in the bot's three languages.

They are read by the same reader as everybody's; whoever takes one gets a copy to change.
"""

from functools import cache
from pathlib import Path

from surveys.questions import Survey
from surveys.yaml.reader import examine_survey

FOLDER = Path(__file__).parent

FOR_HOUSES = (
    "residents_needs",
    "managing_company",
    "values_lifestyle",
    "residents_opinions",
    "newcomer_welcome",
    "event_feedback",
    "nps_pulse",
)
FOR_SHOPS = ("customer_profile", "benefits_sought", "channels_devices", "price_sensitivity")
READY = (*FOR_HOUSES, *FOR_SHOPS)
"""Every ready survey by its key, in the order in which they are offered."""


@cache
def ready_survey(name: str) -> Survey:
    """The ready survey of that name; raises KeyError if there is none."""
    if name not in READY:
        raise KeyError(name)
    survey = examine_survey((FOLDER / f"{name}.yaml").read_text(encoding="utf-8")).survey
    assert survey is not None, "a test reads every one of them"
    return survey
