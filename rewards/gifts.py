"""What the house gives points for: each reason has a code, each event a reference of its own."""

from rewards.transfers import HOUSE, Transfer, account_of

SURVEY_REASON = "survey"
CAMPAIGN_REASON = "campaign"


def survey_thanks(*, survey_id: int, response_id: int, person_id: int, points: int) -> Transfer:
    """Thanks for one completed response."""
    return Transfer(
        source=HOUSE,
        target=account_of(person_id),
        points=points,
        reference=f"survey:{survey_id}:response:{response_id}",
    )


def sealed_thanks(*, survey_key: str, person_id: int, points: int) -> Transfer:
    """Thanks for having taken part in a sealed survey: no answer is named, once a person."""
    return Transfer(
        source=HOUSE,
        target=account_of(person_id),
        points=points,
        reference=f"sealed:{survey_key}:person:{person_id}",
    )


def campaign_gift(*, campaign_id: int, person_id: int, points: int) -> Transfer:
    """Points that came with one delivered message."""
    return Transfer(
        source=HOUSE,
        target=account_of(person_id),
        points=points,
        reference=f"campaign:{campaign_id}:person:{person_id}",
    )
