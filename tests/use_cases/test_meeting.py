"""What a deep link invites to."""

import pytest

from use_cases.conversations.meeting import Invitation


@pytest.mark.parametrize(
    ("payload", "survey", "source"),
    [
        ("house_needs", "house_needs", None),
        ("house_needs__door", "house_needs", "door"),
        ("__door", None, "door"),
        ("a_", "a_", None),
        ("", None, None),
        ("Yard", None, None),
        ("x" * 40, None, None),
        ("yard__" + "x" * 65, None, None),
    ],
)
def test_a_link_names_a_survey_a_source_or_both(
    payload: str, survey: str | None, source: str | None
) -> None:
    """Whatever cannot be one invites to nothing in particular."""
    assert Invitation.read(payload) == Invitation(survey, source)
