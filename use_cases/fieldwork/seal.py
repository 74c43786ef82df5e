"""What sealed answers hold one by one leaves the bot only when the survey is over.

While it goes on, two looks one answer apart would give that answer away (docs/decisions/0016).
"""

from use_cases.ports import UnitOfWork


class SealedUntilClosed(Exception):
    """The survey is sealed and still takes answers."""


async def is_under_seal(work: UnitOfWork, survey_key: str) -> bool:
    """Whether the survey is sealed and still takes answers."""
    if not (await work.fields.get(survey_key)).sealed:
        return False
    return await work.surveys.open_version(survey_key) is not None
