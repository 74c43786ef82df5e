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


def short_share(points: int, *, asked: int, questions: int) -> int:
    """What a short survey of at most `asked` questions brings of the points of all `questions`:
    their share, at least one; the rest comes with the rest of the answers."""
    if points <= 0 or questions <= 0:
        return 0
    return max(1, points * min(asked, questions) // questions)


def short_thanks(*, survey_id: int, response_id: int, person_id: int, points: int) -> Transfer:
    """Thanks for the short part of one response, once."""
    return Transfer(
        source=HOUSE,
        target=account_of(person_id),
        points=points,
        reference=short_reference(survey_id=survey_id, response_id=response_id),
    )


def short_reference(*, survey_id: int, response_id: int) -> str:
    """By what the thanks for the short part are found again."""
    return f"survey:{survey_id}:response:{response_id}:short"


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
